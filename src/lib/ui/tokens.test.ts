import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const tokens = await readFile(new URL('./tokens.css', import.meta.url), 'utf8');

/** The declarations of the first rule of `selector`. */
function declarationsOf(selector: string): string[] {
	const begin = tokens.indexOf(`${selector} {`);
	const rule = tokens.slice(begin, tokens.indexOf('}', begin));
	return [...rule.matchAll(/([\w-]+: [^;{]+);/g)].map(([, declaration = '']) => declaration);
}

test('the dark is the same, whoever asks for it', () => {
	const byDevice = declarationsOf(":root:not([data-theme='light'])");
	expect(byDevice.length).toBeGreaterThan(20);
	expect(declarationsOf(":root[data-theme='dark']")).toEqual(byDevice);
});

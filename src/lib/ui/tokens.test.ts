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

/** As the eye weighs it, from 0 to 1. */
function luminanceOf(colour: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5]
		.map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
		.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test('in the dark the line around practice is seen on the ground, and does not shine', () => {
	const dark = new Map(
		declarationsOf(":root[data-theme='dark']").map((each) => each.split(': ') as [string, string])
	);
	const of = (name: string) => luminanceOf(dark.get(name) ?? '') + 0.05;
	for (const ground of ['--ground', '--surface']) {
		expect(of('--warn-line') / of(ground)).toBeGreaterThan(3);
		expect(of('--warn-line') / of(ground)).toBeLessThan(5);
	}
});

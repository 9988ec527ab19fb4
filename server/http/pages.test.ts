import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadPages, pageHeaders, PagesMissing } from './pages.ts';

async function aBuild(files: Record<string, string>): Promise<string> {
	const directory = await mkdtemp(join(tmpdir(), 'ekinerja-pages-'));
	onTestFinished(() => rm(directory, { recursive: true }));
	for (const [name, text] of Object.entries(files)) await writeFile(join(directory, name), text);
	return directory;
}

const scriptsOf = (policy: string) =>
	(/script-src ([^;]*)/.exec(policy)?.[1] ?? '').split(' ').filter((source) => source !== "'self'");
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('loadPages', () => {
	test('allows the inline scripts of all pages by their hashes, each once, and no others', async () => {
		const directory = await aBuild({
			'shell.html': '<script type="module">\n\tstart();\n</script><script src="/a.js"></script>',
			'other.html': '<script>other()</script><SCRIPT type="module">\n\tstart();\n</SCRIPT>',
			'notes.txt': '<script>notes()</script>'
		});
		const { policy } = await loadPages(directory);
		const expected = ['other()', '\n\tstart();\n'].map(hashOf);
		expect(scriptsOf(policy).sort()).toEqual(expected.sort());
	});

	test('allows nothing unsafe but single properties of style', async () => {
		const { policy } = await loadPages(await aBuild({ 'shell.html': '<p>' }));
		const unsafe = policy.split('; ').filter((directive) => directive.includes('unsafe'));
		expect(unsafe).toEqual(["style-src-attr 'unsafe-inline'"]);
		expect(policy).toMatch(/^default-src 'none'; script-src 'self';/);
	});

	test('without a built app the start ends, and says what to do', async () => {
		const directory = await aBuild({ 'index.html': '' });
		await expect(loadPages(directory)).rejects.toThrow(PagesMissing);
		await expect(loadPages(join(directory, 'gone'))).rejects.toThrow('npm run build');
	});
});

describe('pageHeaders', () => {
	const isPage = (path: string) =>
		'content-security-policy' in pageHeaders(path, "default-src 'none'");
	const keptFor = (path: string) => pageHeaders(path, '')['cache-control'];

	test.each([
		['/build/shell.html', true],
		['/build/shell.html.br', true],
		['/build/service-worker.js.gz', true],
		['/build/_app/immutable/start.js', false],
		['/build/icon.svg', false]
	])('%s carries a policy: %s', (path, expected) => {
		expect(isPage(path)).toBe(expected);
	});

	test.each([
		['/build/_app/immutable/start.js.br', 'public, max-age=31536000, immutable'],
		['/build/_app/version.json', 'no-cache'],
		['/build/service-worker.js', 'no-cache'],
		['/build/shell.html', 'no-cache']
	])('%s may be kept: %s', (path, expected) => {
		expect(keptFor(path)).toBe(expected);
	});
});

import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Line, readFolder } from './folder.ts';
import { SHEETS } from './rows.ts';
import { runImport } from './import.ts';
import { memoryDatabase } from '#tests/support/memory-database.ts';

const SAMPLES = 'docs/samples';
const NAMES = Object.keys(SHEETS).sort();

async function place() {
	const codesDirectory = await mkdtemp(join(tmpdir(), 'samples-'));
	onTestFinished(() => rm(codesDirectory, { recursive: true }));
	const [work, accounts] = [memoryDatabase(), memoryDatabase()];
	const held = async () => [
		(await work.withPrefix('')).length,
		(await accounts.withPrefix('account:')).length
	];
	const run = async (folder: string, isWriting: boolean) => {
		const said: string[] = [];
		const isDone = await runImport({
			stores: { work, accounts, close: () => Promise.resolve() },
			folder: join(SAMPLES, folder),
			isWriting,
			isPartial: false,
			codesDirectory,
			now: () => Date.UTC(2026, 0, 2),
			say: (line) => said.push(line),
			progress: { start: () => {}, add: () => {}, stop: () => {} }
		});
		return { isDone, said: said.join('\n') };
	};
	return { held, run };
}

describe.each([
	['csv', [30, 10]],
	['xlsx', [30, 10]],
	['siasn', [13, 4]]
])('docs/samples/%s', (folder, [documents, people]) => {
	test('is tried, written, and then nothing is left to write', async () => {
		const { held, run } = await place();
		const plan = `${documents} data baru, 0 data berubah, ${people} akun baru.`;

		const tried = await run(folder, false);
		expect(tried.said).toBe(
			`${plan}\nIni baru percobaan: tidak ada yang ditulis. Tambahkan --write untuk menulis.`
		);
		expect(tried.isDone).toBe(true);
		expect(await held()).toEqual([0, 0]);

		const written = await run(folder, true);
		expect(written.said).toContain(`Ditulis: ${documents} data, ${people} akun.`);
		expect(await held()).toEqual([documents, people]);

		const again = await run(folder, true);
		expect(again.said).toContain('Ditulis: 0 data, 0 akun.');
	});
});

test.each(['csv', 'xlsx'])('there is a sample of every kind of file as %s', async (ending) => {
	const files = await readdir(join(SAMPLES, ending));
	expect(files.sort()).toEqual(NAMES.map((name) => `${name}.${ending}`));
});

test('the workbooks say the same as the texts', async () => {
	const valuesOf = async (ending: string) => {
		const { folder, bad } = await readFolder(join(SAMPLES, ending));
		expect(bad).toEqual([]);
		const { broken: _none, ...sheets } = folder;
		return Object.entries<readonly Line<unknown>[]>(sheets).map(([name, lines]) => [
			name,
			lines.map(({ line, value }) => [line, value])
		]);
	};
	expect(await valuesOf('xlsx')).toEqual(await valuesOf('csv'));
});

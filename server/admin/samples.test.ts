import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Line, readFolder } from './folder.ts';
import { SHEETS } from './rows.ts';
import { ok } from '#lib/domain/result.ts';
import { runImport } from './import.ts';
import { parseCsv, parseXlsx } from './table.ts';
import { memoryDatabase } from '#tests/support/memory-database.ts';

const SAMPLES = 'docs/samples';
const EXPORTED =
	'pns_id nip_baru nip_lama nama gelar_depan gelar_belakang tanggal_lahir jenis_kelamin email nomor_hp jenis_pegawai kedudukan_hukum status_cpns_pns tmt_cpns tmt_pns gol_akhir_id gol_akhir_nama tmt_golongan mk_tahun mk_bulan jenis_jabatan_id jenis_jabatan_nama jabatan_id jabatan_nama tmt_jabatan unor_id unor_nama instansi_kerja_id instansi_kerja_nama satuan_kerja_id satuan_kerja_nama'.split(
		' '
	);
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
	['siasn', [13, 4]],
	['siasn-xlsx', [13, 4]]
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

test.each([
	['xlsx', 'csv'],
	['siasn-xlsx', 'siasn']
])('the workbooks of %s say the same as the texts of %s', async (workbooks, texts) => {
	const valuesOf = async (name: string) => {
		const { folder, bad } = await readFolder(join(SAMPLES, name));
		expect(bad).toEqual([]);
		const { broken: _none, ...sheets } = folder;
		return Object.entries<readonly Line<unknown>[]>(sheets).map(([sheet, lines]) => [
			sheet,
			lines.map(({ line, value }) => [line, value])
		]);
	};
	expect(await valuesOf(workbooks)).toEqual(await valuesOf(texts));
});

test.each(['siasn', 'siasn-xlsx'])('%s has every column SIASN exports', async (name) => {
	const [file = ''] = (await readdir(join(SAMPLES, name))).filter((each) => /^pegawai/.test(each));
	const bytes = await readFile(join(SAMPLES, name, file));
	const table = file.endsWith('.csv') ? ok(parseCsv(file, bytes)) : await parseXlsx(file, bytes);
	expect(table).toMatchObject({ ok: true, value: { columns: EXPORTED } });
});

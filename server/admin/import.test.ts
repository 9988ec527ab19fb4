import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { cityFiles, type Files, writeCity } from '#tests/load/city.ts';
import { memoryDatabase } from '#tests/support/memory-database.ts';
import { type Stores } from './door-client.ts';
import { type ImportParts, runImport } from './import.ts';

async function place(files: Files) {
	const directory = await mkdtemp(join(tmpdir(), 'import-'));
	onTestFinished(() => rm(directory, { recursive: true }));
	const [folder, codesDirectory] = [join(directory, 'berkas'), join(directory, 'kode-awal')];
	await writeCity(folder, files);
	const [work, accounts] = [memoryDatabase(), memoryDatabase()];
	const run = async (over: Partial<ImportParts> & { readonly stores?: Stores } = {}) => {
		const said: string[] = [];
		const isDone = await runImport({
			stores: { work, accounts, close: () => Promise.resolve() },
			folder,
			isWriting: true,
			isPartial: false,
			codesDirectory,
			now: () => Date.UTC(2026, 0, 2),
			say: (line) => said.push(line),
			progress: { start: () => {}, add: () => {}, stop: () => {} },
			...over
		});
		return { isDone, said };
	};
	return { folder, codesDirectory, work, accounts, run };
}

test('of 250 bad rows each is told with file, line and field, and --partial writes the others', async () => {
	const { folder, accounts, run } = await place(cityFiles(10));
	const bad = Array.from({ length: 250 }, (_, row) => `123,Salah Contoh ${row},PNS,x,y`);
	const { pegawai = [] } = cityFiles(10);
	const good = pegawai.map((row) => Object.values(row).join(','));
	const header = 'nip,nama,jenis_pegawai,jabatan,unit';
	await writeFile(join(folder, 'pegawai.csv'), [header, ...good, ...bad].join('\n'));

	const { isDone, said } = await run({ isPartial: true });
	const told = bad.map(
		(_, row) => `pegawai.csv baris ${row + 2 + good.length}, kolom nip: NIP harus 18 angka`
	);
	expect(said.slice(0, 251)).toEqual([...told, '250 kesalahan.']);
	expect(isDone).toBe(true);
	expect(await accounts.withPrefix('account:')).toHaveLength(10);
});

test('who is no longer active gets no card, no account and no code', async () => {
	const { pegawai = [], atasan: _none, ...others } = cityFiles(10);
	const people = pegawai.map((row, index) => ({
		...row,
		kedudukan_hukum: index === 9 ? 'Pensiun' : 'Aktif'
	}));
	const { work, accounts, run, codesDirectory } = await place({ ...others, pegawai: people });
	const { said } = await run({ isPartial: true });
	expect(said[0]).toMatch(/^pegawai\.csv baris 11, kolom kedudukan_hukum: "Pensiun" bukan/);
	const nip = String(pegawai[9]?.nip);
	const held = [...(await work.withPrefix('t')), ...(await accounts.withPrefix('account:'))];
	expect(held.map(({ _id }) => _id).filter((id) => id.includes(nip))).toEqual([]);
	expect(held).toHaveLength(18); // nine cards, nine accounts
	const [file = ''] = await readdir(codesDirectory);
	expect(await readFile(join(codesDirectory, file), 'utf8')).not.toContain(nip);
});

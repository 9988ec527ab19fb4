import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { newAccount } from '#server/auth/account.ts';
import { counted } from '#server/db/counted.ts';
import { type Database } from '#server/db/database.ts';
import { cityFiles, type Files, writeCity } from '#tests/load/city.ts';
import { type MemoryDatabase, memoryDatabase } from '#tests/support/memory-database.ts';
import { type Stores } from './door-client.ts';
import { type ImportParts, runImport } from './import.ts';
import { loadSigner } from './start-codes.ts';

const storesOf = (work: Database, accounts: Database): Stores => ({
	work,
	accounts,
	close: () => Promise.resolve()
});

async function place(files: Files) {
	const directory = await mkdtemp(join(tmpdir(), 'import-'));
	onTestFinished(() => rm(directory, { recursive: true }));
	const [folder, codesDirectory] = [join(directory, 'berkas'), join(directory, 'kode-awal')];
	await writeCity(folder, files);
	const [work, accounts] = [memoryDatabase(), memoryDatabase()];
	const run = async (over: Partial<ImportParts> = {}) => {
		const said: string[] = [];
		const isDone = await runImport({
			stores: storesOf(work, accounts),
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
	/** The rows of the only file of codes. */
	const codes = async () => {
		const files = await readdir(codesDirectory);
		expect(files).toEqual([expect.stringMatching(/^kode-awal-.*\.csv$/)]);
		const path = join(codesDirectory, files[0] ?? '');
		expect((await stat(path)).mode & 0o777).toBe(0o600);
		const [, ...rows] = (await readFile(path, 'utf8')).trim().split(/\r?\n/);
		return rows.map((row) => row.split(',')).map(([nip = '', , code = '']) => ({ nip, code }));
	};
	/** Numbers of those whose account the code in the file opens. */
	const opened = async () => {
		const signer = await loadSigner(accounts);
		const stored = new Map((await accounts.withPrefix('account:')).map((each) => [each._id, each]));
		return (await codes())
			.filter(({ nip, code }) => {
				const account = stored.get(`account:${nip}`);
				return account?.hash === signer.sealStartCode(nip, code);
			})
			.map(({ nip }) => nip);
	};
	const ids = async (database: MemoryDatabase) =>
		(await database.withPrefix('')).map(({ _id }) => _id);
	const held = async () => [...(await ids(work)), ...(await ids(accounts))];
	return { folder, codesDirectory, work, accounts, run, codes, opened, held };
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

describe('interrupted', () => {
	/** Enough for three batches of work and two of accounts; the secret is written between them. */
	const files = cityFiles(600);
	const nips = (files.pegawai ?? []).map(({ nip }) => String(nip));
	const faults = [1, 2, 3, 4, 5, 6].flatMap((write) => [
		{ write, when: 'before' as const },
		{ write, when: 'after' as const }
	]);

	test.each(faults)(
		'$when write $write and run again, everybody is there once and every code works',
		async ({ write, when }) => {
			const whole = await place(files);
			await whole.run();
			const { work, accounts, run, codes, opened, held } = await place(files);
			let writes = 0;
			const failing = (database: MemoryDatabase) =>
				counted(database, (operation) => {
					if (operation !== 'write') return;
					writes += 1;
					if (writes === write) database.failNextWrite(when);
				});
			const stores = storesOf(failing(work), failing(accounts));
			await expect(run({ stores })).rejects.toThrow('Failed');

			expect((await run()).isDone).toBe(true);
			expect(await held()).toEqual(await whole.held());
			expect((await codes()).map(({ nip }) => nip).sort()).toEqual(nips.toSorted());
			expect(await opened()).toHaveLength(nips.length);
			const { said } = await run();
			expect(said).toContain('Ditulis: 0 data, 0 akun.');
			expect(await codes()).toHaveLength(nips.length);
		}
	);

	test('a code that was left and replaced meanwhile is not handed out', async () => {
		const { accounts, run, codes, opened } = await place(files);
		let writes = 0;
		const failing = counted(accounts, (operation) => {
			if (operation !== 'write') return;
			writes += 1;
			if (writes === 2) accounts.failNextWrite('after');
		});
		await expect(run({ stores: storesOf(memoryDatabase(), failing) })).rejects.toThrow('Failed');
		const [first] = await accounts.withPrefix('account:');
		const replaced = first && { ...first, hash: 'start:lain' };
		if (replaced) await accounts.write([replaced]);
		expect((await run()).isDone).toBe(true);
		expect(await codes()).toHaveLength(nips.length - 1);
		expect(await opened()).toHaveLength(nips.length - 1);
	});
});

describe('while somebody else writes', () => {
	test('a card that he changed meanwhile is told, kept, and written by the next run', async () => {
		const { folder, work, accounts, run } = await place(cityFiles(10));
		await run();
		const { pegawai = [], ...others } = cityFiles(10);
		const renamed = pegawai.map((row) => ({ ...row, nama: `${row.nama} Baru` }));
		await writeCity(folder, { ...others, pegawai: renamed });
		const [card] = await work.withPrefix(`t${pegawai[3]?.nip}:person`);
		const graded = card && { ...card, grade: 'III/a' };
		const watched = counted(work, (operation) => {
			if (operation === 'write' && graded) void work.attach().write([graded]);
		});

		const { isDone, said } = await run({ stores: storesOf(watched, accounts) });
		expect(isDone).toBe(false);
		expect(said.at(-1)).toMatch(/^1 data diubah orang lain/);
		expect((await run()).isDone).toBe(true);
		const cards = (await work.withPrefix('t')).filter(({ _id }) => _id.endsWith(':person'));
		expect(cards.every(({ name }) => String(name).endsWith('Baru'))).toBe(true);
		expect(cards.filter(({ grade }) => grade === 'III/a')).toHaveLength(1);
	});

	test('an account that he made meanwhile keeps its password, and no code is handed out for it', async () => {
		const { work, accounts, run, codes, opened } = await place(cityFiles(10));
		const nip = String(cityFiles(10).pegawai?.[3]?.nip);
		const other = newAccount(nip, { hash: 'start:lain', startCode: true });
		const watched = counted(accounts, (operation) => {
			if (operation === 'write') void accounts.attach().write([other]);
		});
		const { isDone } = await run({ stores: storesOf(work, watched) });
		expect(isDone).toBe(false);
		expect(await accounts.withPrefix(`account:${nip}`)).toMatchObject([{ hash: 'start:lain' }]);
		expect(await codes()).toHaveLength(9);
		expect(await opened()).toHaveLength(9);
		expect((await run()).isDone).toBe(true);
	});
});

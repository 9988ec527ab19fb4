import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Nip } from '#lib/domain/nip.ts';
import { accountId, newAccount, ROLES } from '#server/auth/account.ts';
import { memoryDatabase } from '#tests/support/memory-database.ts';
import { runAccount } from './account-command.ts';
import { loadSigner } from './start-codes.ts';

const SITI = '198609262015052001' as Nip;

const CARD = {
	_id: `t${SITI}:person`,
	schema: 1,
	nip: SITI,
	name: 'Siti Contoh',
	employmentType: 'PNS',
	position: 'staf',
	unit: 'dinas'
};

async function place() {
	const directory = await mkdtemp(join(tmpdir(), 'account-'));
	onTestFinished(() => rm(directory, { recursive: true }));
	const codesDirectory = join(directory, 'kode-awal');
	const [work, accounts] = [memoryDatabase(), memoryDatabase()];
	await work.write([CARD]);
	await accounts.write([newAccount(SITI, { hash: 'start:lama', startCode: true })]);
	const stores = { work, accounts, close: () => Promise.resolve() };
	const run = async (...args: string[]) => {
		const said: string[] = [];
		const isDone = await runAccount({
			stores,
			args,
			codesDirectory,
			now: () => Date.UTC(2026, 0, 2),
			say: (line) => said.push(line)
		});
		return { isDone, said: said.join('\n') };
	};
	const stored = async () => (await accounts.read([accountId(SITI)])).get(accountId(SITI));
	return { run, stored, accounts, codesDirectory };
}

test.each(ROLES)('the role %s is noted', async (role) => {
	const { run, stored } = await place();
	expect(await run('role', SITI, role)).toEqual({
		isDone: true,
		said: `${SITI}: peran sekarang ${role}.`
	});
	expect(await stored()).toMatchObject({ role });
});

test.each(['admin', 'Employee', 'employee ', 'constructor'])(
	'the role "%s" is refused with the names of the others',
	async (role) => {
		const { run, stored } = await place();
		const before = await stored();
		expect(await run('role', SITI, role)).toEqual({
			isDone: false,
			said: `Peran ${role} tidak dikenal; yang dikenal: employee, performance-officer, hr-officer, unit-admin, region-admin.`
		});
		expect(await stored()).toEqual(before);
	}
);

test('what to type is told where it is not known what is wanted', async () => {
	const { run } = await place();
	for (const args of [[], ['role', SITI], ['role', '123', 'employee'], ['hapus', SITI]]) {
		const { isDone, said } = await run(...args);
		expect({ args, isDone }).toEqual({ args, isDone: false });
		expect(said).toContain('npm run account -- reset NIP');
	}
});

test('a new start code is in a file only its owner can read, and not on the terminal', async () => {
	const { run, stored, accounts, codesDirectory } = await place();
	const { isDone, said } = await run('reset', SITI);
	expect(isDone).toBe(true);
	const path = join(codesDirectory, 'kode-awal-2026-01-02T00-00-00-000Z.csv');
	expect(said).toContain(`${SITI}: kode awal baru: ${path} (`);
	expect(said).toContain('Kode berlaku sampai diganti dengan kata sandi sendiri');
	expect((await stat(path)).mode & 0o777).toBe(0o600);

	const [header, row = ''] = (await readFile(path, 'utf8')).trim().split(/\r?\n/);
	const [nip, name, code = ''] = row.split(',');
	expect([header, nip, name]).toEqual(['nip,name,code', SITI, 'Siti Contoh']);
	expect(code).toMatch(/^\w{4}-\w{4}-\w{4}-\w{4}$/);
	expect(said).not.toContain(code);
	const seal = (await loadSigner(accounts)).sealStartCode(SITI, code);
	expect(await stored()).toMatchObject({ hash: seal, startCode: true, epoch: 1 });
	expect(JSON.stringify(await stored())).not.toContain(code);
});

test('of nobody there is no code', async () => {
	const { run, codesDirectory } = await place();
	const { isDone, said } = await run('reset', '199001012015051002');
	expect({ isDone, said }).toEqual({
		isDone: false,
		said: '199001012015051002: akun ini tidak ada.'
	});
	await expect(readdir(codesDirectory)).rejects.toThrow('ENOENT');
});

test('the help says how long a code can be used', async () => {
	const { run } = await place();
	expect((await run()).said).toContain('kode berlaku sampai diganti dengan kata sandi sendiri');
});

/** `npm run import` and `npm run account` as processes of their own, beside the running server and without it, on each database. */
import { execFile } from 'node:child_process';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { cityFiles, writeCity } from '#tests/load/city.ts';
import { DATABASE_KINDS, type DatabaseKind, ServerProcess } from '#tests/support/server-process.ts';

const run = promisify(execFile);
const PEOPLE = 40;

type Place = {
	readonly server: ServerProcess;
	readonly folder: string;
	readonly command: (...args: string[]) => Promise<{ code: number; said: string }>;
	readonly signIn: (person: string, password: string) => Promise<Response>;
	readonly codes: () => Promise<string[][]>;
};

/** An empty database, and the files of an office beside it. */
async function withPlace(kind: DatabaseKind, use: (place: Place) => Promise<void>): Promise<void> {
	const prefix = `ekinerja-test-${crypto.randomUUID().slice(0, 8)}`;
	const server = await ServerProcess.createEmpty(kind, { DATABASE_PREFIX: prefix });
	const env = {
		...process.env,
		...(kind === 'embedded' && { COUCHDB_URL: '' }),
		DATABASE_PREFIX: prefix,
		DATA_DIR: server.dataDirectory
	};
	const folder = join(server.dataDirectory, 'berkas');
	await writeCity(folder, cityFiles(PEOPLE));
	const command = (...args: string[]) =>
		run(process.execPath, ['--import', 'tsx', 'server/command.ts', ...args], { env }).then(
			({ stdout }) => ({ code: 0, said: stdout }),
			({ code, stdout }: { code: number; stdout: string }) => ({ code, said: stdout })
		);
	const signIn = (person: string, password: string) =>
		fetch(`${server.url}/api/session`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ person, password, deviceId: 'device000001' })
		});
	const codes = async () => {
		const directory = join(server.dataDirectory, 'kode-awal');
		const [file = ''] = await readdir(directory);
		expect((await stat(join(directory, file))).mode & 0o777).toBe(0o600);
		const text = await readFile(join(directory, file), 'utf8');
		return text.split(/\r?\n/).map((line) => line.split(','));
	};
	try {
		await use({ server, folder, command, signIn, codes });
	} finally {
		await server.dispose();
	}
}

describe.each(DATABASE_KINDS)('%s', (kind) => {
	test('beside the running server: people sign in with their codes, and a reset ends their sessions', () =>
		withPlace(kind, async ({ server, folder, command, signIn, codes }) => {
			await server.start();
			expect(await command('import', folder)).toMatchObject({ code: 0 });
			await expect(readdir(join(server.dataDirectory, 'kode-awal'))).rejects.toThrow();

			expect((await command('import', folder, '--write')).said).toContain(`${PEOPLE} akun.`);
			const [, [nip = '', name, code = ''] = []] = await codes();
			const answer = await signIn(nip, code.toUpperCase());
			expect(await answer.json()).toMatchObject({ name, mustChangePassword: true });

			const again = await command('import', folder, '--write');
			expect(again.said).toContain('Ditulis: 0 data, 0 akun.');

			const reset = await command('account', 'reset', nip);
			const next = /kode awal baru (\S+);/.exec(reset.said)?.[1] ?? '';
			expect((await signIn(nip, code)).status).toBe(401);
			const cookie = (await signIn(nip, next)).headers.getSetCookie()[0]?.split(';')[0] ?? '';
			const change = () =>
				fetch(`${server.url}/api/password`, {
					method: 'POST',
					headers: { 'content-type': 'application/json', cookie },
					body: JSON.stringify({
						person: nip,
						deviceId: 'device000001',
						current: next,
						next: 'pasar ikan pagi'
					})
				});
			await command('account', 'disable', nip);
			await expect.poll(async () => (await change()).status, { timeout: 5_000 }).toBe(401);
			expect((await signIn(nip, next)).status).toBe(403);
			await command('account', 'enable', nip);
			expect((await signIn(nip, next)).status).toBe(200);
		}));

	test('what was imported before the first start stays alone: nobody made up, no logins', () =>
		withPlace(kind, async ({ server, folder, command }) => {
			await rm(join(folder, 'pengaturan.csv'), { force: true });
			expect(await command('import', folder, '--write')).toMatchObject({ code: 0 });
			await server.start();
			await server.signal('SIGTERM');
			expect(server.output).not.toMatch(/Demonstration|contoh-2026/);
			await server.withDatabases(async ({ work, accounts }) => {
				const people = (await work.withPrefix('t')).filter(({ _id }) => _id.endsWith(':person'));
				expect(people).toHaveLength(PEOPLE);
				expect(await accounts.withPrefix('account:')).toHaveLength(PEOPLE);
			});
		}));

	test('without a server a bad row is told and stops everything; --partial writes the others', () =>
		withPlace(kind, async ({ server, folder, command }) => {
			const file = join(folder, 'unit.csv');
			await writeFile(file, `${await readFile(file, 'utf8')}unit 99,Salah,,WITA\n`);
			const refused = await command('import', folder, '--write');
			expect(refused.code).toBe(1);
			expect(refused.said).toContain('unit.csv baris 62, kolom kode: harus 1-40 huruf');
			const units = () => server.withDatabases(({ work }) => work.withPrefix('all:unit:unit-'));
			expect(await units()).toEqual([]);

			const partial = await command('import', folder, '--write', '--partial');
			expect(partial.code).toBe(0);
			expect(await units()).toHaveLength(60);
		}));
});

/** `npm run import` and `npm run account` as processes of their own, beside the running server and without it, on each database. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { knockAtDoor, type Stores } from '#server/admin/door-client.ts';
import { loadSigner } from '#server/admin/start-codes.ts';
import { cityFiles, writeCity } from '#tests/load/city.ts';
import { DATABASE_KINDS, type DatabaseKind, ServerProcess } from '#tests/support/server-process.ts';

const run = promisify(execFile);
const PEOPLE = 40;
/** Enough for several batches of cards and of accounts. */
const MANY = 1_200;
/** On a machine busy with other work an import takes its time. */
const PATIENCE_MS = 150_000;

/** A command under way; its exit code, null when it was killed. */
type Begun = {
	readonly signal: (name: NodeJS.Signals) => void;
	readonly ended: Promise<number | null>;
};

type Place = {
	readonly server: ServerProcess;
	readonly folder: string;
	readonly begin: (...args: string[]) => Begun;
	/** The databases beside whoever has them open. */
	readonly withStores: <T>(
		use: (stores: Pick<Stores, 'work' | 'accounts'>) => Promise<T>
	) => Promise<T>;
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
	const begin = (...args: string[]) => {
		const all = ['--import', 'tsx', 'server/command.ts', ...args];
		const child = spawn(process.execPath, all, { env, stdio: 'ignore' });
		const ended = once(child, 'exit').then(([code]) => code as number | null);
		return { signal: (name: NodeJS.Signals) => void child.kill(name), ended };
	};
	const withStores: Place['withStores'] = async (use) => {
		const door = kind === 'embedded' && (await knockAtDoor(server.dataDirectory));
		return door ? use(door) : server.withDatabases(use);
	};
	const signIn = (person: string, password: string) =>
		fetch(`${server.url}/api/session`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ person, password, deviceId: 'device000001' })
		});
	const codes = async () => {
		const directory = join(server.dataDirectory, 'kode-awal');
		const [file = '', ...others] = await readdir(directory);
		expect(others).toEqual([]);
		expect((await stat(join(directory, file))).mode & 0o777).toBe(0o600);
		const text = await readFile(join(directory, file), 'utf8');
		return text
			.trim()
			.split(/\r?\n/)
			.map((line) => line.split(','));
	};
	try {
		await use({ server, folder, begin, withStores, command, signIn, codes });
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
			const path = /kode awal baru: (\S+) \(/.exec(reset.said)?.[1] ?? '';
			expect((await stat(path)).mode & 0o777).toBe(0o600);
			const [, row = ''] = (await readFile(path, 'utf8')).split(/\r?\n/);
			const next = row.split(',').at(-1) ?? '';
			expect(reset.said).not.toContain(next);
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

	test(
		'killed in the middle beside a server that writes too, then again: everybody once, every code works',
		() =>
			withPlace(kind, async ({ server, folder, begin, withStores, signIn, codes }) => {
				// With this there nobody made up is loaded, some of whom have the numbers of the city's people.
				const settings = { _id: 'all:settings', schema: 1, versions: [] };
				await server.withDatabases(({ work }) => work.write([settings]));
				await server.start();
				await writeCity(folder, cityFiles(MANY));
				for (const [database, prefix, beyond] of [
					['work', 't', 300],
					['accounts', 'account:', 100]
				] as const) {
					const isInside = async () => (await countOf(withStores, prefix, database)) > beyond;
					await killOnce(isInside, begin('import', folder, '--write'));
				}
				expect(await countOf(withStores, 'account:')).toBeLessThan(MANY);

				const others = withStores((stores) => changeCards(stores, 20));
				let code = await begin('import', folder, '--write').ended;
				await others;
				// Somebody else's change may have been faster; then the command says so and is run again.
				if (code === 1) code = await begin('import', folder, '--write').ended;
				expect(code).toBe(0);
				expect(await countOf(withStores, 'account:')).toBe(MANY);
				await expectAll(withStores, await codes());
				const [, [nip = '', , first = ''] = []] = await codes();
				expect((await signIn(nip, first)).status).toBe(200);
			}),
		3 * PATIENCE_MS
	);

	test(
		'killed without a server while accounts are written, then again: everybody once, every code works',
		() =>
			withPlace(kind, async ({ server, folder, begin, withStores, codes }) => {
				await writeCity(folder, cityFiles(MANY));
				const pending = join(server.dataDirectory, 'kode-awal', 'belum-selesai.csv');
				const isInside = () => Promise.resolve(existsSync(pending));
				await killOnce(isInside, begin('import', folder, '--write'));
				expect(await begin('import', folder, '--write').ended).toBe(0);
				expect(await countOf(withStores, 'account:')).toBe(MANY);
				await expectAll(withStores, await codes());
			}),
		2 * PATIENCE_MS
	);
});

/** Lets a command work in short turns and looks while it stands still, so that it can't be done before it is killed. */
async function killOnce(isInside: () => Promise<boolean>, { signal, ended }: Begun): Promise<void> {
	const turn = async () => {
		signal('SIGSTOP');
		const found = await isInside();
		if (!found) signal('SIGCONT');
		return found;
	};
	await expect.poll(turn, { timeout: PATIENCE_MS, interval: 10 }).toBe(true);
	signal('SIGKILL');
	expect(await ended).toBeNull();
}

const countOf = (
	withStores: Place['withStores'],
	prefix: string,
	database: 'work' | 'accounts' = 'accounts'
): Promise<number> =>
	withStores(async (stores) => (await stores[database].withPrefix(prefix)).length);

/** What another command or the server might do meanwhile: a key of its own in cards that are there. */
async function changeCards({ work }: Pick<Stores, 'work'>, times: number): Promise<void> {
	for (let time = 0; time < times; time += 1) {
		const cards = await work.withPrefix('t');
		const changed = cards.slice(0, 50).map((card) => ({ ...card, grade: `III/${time}` }));
		await work.write(changed);
	}
}

/** Everybody has one card, one account, and a code in the file that opens it. */
async function expectAll(withStores: Place['withStores'], [, ...rows]: string[][]): Promise<void> {
	const nips = (cityFiles(MANY).pegawai ?? []).map(({ nip }) => String(nip));
	expect(rows.map(([nip]) => nip).sort()).toEqual(nips.toSorted());
	const broken = await withStores(async ({ work, accounts }) => {
		const signer = await loadSigner(accounts);
		const stored = await accounts.read(nips.map((nip) => `account:${nip}`));
		const cards = await work.read(nips.map((nip) => `t${nip}:person`));
		return rows.filter(([nip = '', , code = '']) => {
			const seal = signer.sealStartCode(nip, code);
			return stored.get(`account:${nip}`)?.hash !== seal || !cards.has(`t${nip}:person`);
		});
	});
	expect(broken).toEqual([]);
}

/** `npm run migrate` as a process of its own: from the embedded database to the CouchDB of COUCHDB_URL. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, onTestFinished, test } from 'vitest';
import { CAST } from '#server/admin/demonstration-office.ts';
import { requestCouch } from '#tests/load/couch-request.ts';
import { officeOf } from '#tests/load/office.ts';
import { ServerProcess } from '#tests/support/server-process.ts';

const { COUCHDB_URL: url = '' } = process.env;
const NOWHERE = 'http://admin:rahasia@127.0.0.1:9';

const aPrefix = () => `ekinerja-test-${crypto.randomUUID().slice(0, 8)}`;

async function aServer(kind: 'embedded' | 'couchdb', prefix: string): Promise<ServerProcess> {
	const server = await ServerProcess.create(kind, { DATABASE_PREFIX: prefix });
	onTestFinished(() => server.dispose());
	return server;
}

function start({ dataDirectory }: ServerProcess, prefix: string, to: string) {
	const env = {
		...process.env,
		COUCHDB_URL: '',
		DATABASE_PREFIX: prefix,
		DATA_DIR: dataDirectory
	};
	const args = ['--import', 'tsx', 'server/command.ts', 'migrate', to];
	const child = spawn(process.execPath, args, { env });
	let said = '';
	const hear = (chunk: Buffer) => void (said += chunk.toString());
	child.stdout.on('data', hear);
	child.stderr.on('data', hear);
	const ended = once(child, 'close') as Promise<[code: number | null]>;
	return { child, ended: async () => ({ code: (await ended)[0], said }) };
}

const migrate = (server: ServerProcess, prefix: string, to: string) =>
	start(server, prefix, to).ended();

test('while the server runs it is refused', async () => {
	const prefix = aPrefix();
	const server = await aServer('embedded', prefix);
	await server.start();
	const { code, said } = await migrate(server, prefix, NOWHERE);
	expect({ code, said: said.trim() }).toEqual({
		code: 1,
		said: 'Server sedang berjalan dengan data ini. Hentikan dulu, lalu ulangi.'
	});
});

test('a CouchDB that does not answer is told without its password, and what to type is told', async () => {
	const prefix = aPrefix();
	const server = await aServer('embedded', prefix);
	const { code, said } = await migrate(server, prefix, NOWHERE);
	expect(code).toBe(1);
	expect(said).toContain('Terputus: ');
	expect(said).not.toContain('rahasia');
	expect((await migrate(server, prefix, 'couchdb')).said).toContain('npm run migrate -- http://');
});

describe.runIf(url)('to CouchDB', () => {
	const ask = (path: string) => requestCouch(url, 'GET', path) as Promise<Record<string, unknown>>;
	const write = (to: string, body: unknown) => requestCouch(url, 'POST', { to, body });

	/** Removes what a migration made. */
	function dropAfterwards(prefix: string): void {
		onTestFinished(async () => {
			for (const name of [prefix, `${prefix}-accounts`]) {
				await requestCouch(url, 'DELETE', name).catch(() => undefined); // perhaps it was never made
			}
		});
	}

	async function killInTheMiddle(child: ChildProcess, prefix: string): Promise<number> {
		const held = async () => Number((await ask(prefix).catch(() => ({ doc_count: 0 }))).doc_count);
		await expect.poll(held, { timeout: 60_000, interval: 20 }).toBeGreaterThan(100);
		child.kill('SIGKILL');
		return held();
	}

	test('killed in the middle it goes on, and a server on CouchDB takes over', async () => {
		const prefix = aPrefix();
		dropAfterwards(prefix);
		const old = await aServer('embedded', prefix);
		const many = officeOf(2_000).filter(({ _id }) => _id.startsWith('t'));
		await old.withDatabases(({ work }) => work.write(many));

		const first = start(old, prefix, url);
		const arrived = await killInTheMiddle(first.child, prefix);
		await first.ended();
		expect(arrived).toBeLessThan(many.length);
		const second = await migrate(old, prefix, url);
		expect(second).toMatchObject({ code: 0 });
		expect(second.said).toContain(`${prefix}: sama`);
		expect(second.said).toContain(`${prefix}-accounts: sama`);
		expect(second.said).toMatch(/ [1-9][\d.]* sudah ada di sana/);

		const security = await ask(`${prefix}/_security`);
		expect(security).toMatchObject({ members: { roles: ['_admin'] } });
		expect(await ask(`${prefix}/_design/feeds`)).toHaveProperty('views.totals');
		const { rows } = (await ask(`${prefix}/_all_docs?startkey="account"&endkey="t"`)) as {
			rows: { id: string }[];
		};
		expect(rows.filter(({ id }) => /^(account|secret):/.test(id))).toEqual([]);

		const server = await aServer('couchdb', prefix);
		await server.start();
		const answer = await fetch(`${server.url}/api/session`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({
				person: CAST.employee.nip,
				password: 'contoh-2026',
				deviceId: 'device000001'
			})
		});
		expect(answer.status).toBe(200);
	});

	test('a document that is not the same there is told, and the command fails', async () => {
		const prefix = aPrefix();
		dropAfterwards(prefix);
		const old = await aServer('embedded', prefix);
		const [settings] = await old.withDatabases(({ work }) => work.withPrefix('all:settings'));
		await requestCouch(url, 'PUT', prefix);
		const broken = { ...settings, versions: [] };
		await write(`${prefix}/_bulk_docs`, { docs: [broken], new_edits: false });
		const { code, said } = await migrate(old, prefix, url);
		expect(code).toBe(1);
		expect(said).toContain('BERBEDA dalam 1 versi data');
		expect(said).toContain('berbeda: all:settings');
	});

	test('a CouchDB that holds other data is left as it is', async () => {
		const prefix = aPrefix();
		dropAfterwards(prefix);
		const old = await aServer('embedded', prefix);
		await requestCouch(url, 'PUT', prefix);
		await write(prefix, { _id: 'milik-orang-lain' });
		const { code, said } = await migrate(old, prefix, url);
		expect(code).toBe(1);
		expect(said).toContain('sudah ada 1 data lain');
		expect(await ask(prefix)).toMatchObject({ doc_count: 1 });
		await expect(ask(`${prefix}-accounts`)).rejects.toThrow('404');
	});
});

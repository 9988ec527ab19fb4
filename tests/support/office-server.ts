/**
 * The whole server in this process, listening on a port of its own: the office of factories.ts on
 * databases in memory or on real ones, a clock that moves when the test says so, and its log kept for
 * reading.
 */
import { hash } from '@node-rs/argon2';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Account, newAccount } from '#server/auth/account.ts';
import { databaseNames, openDatabases, startServer } from '#server/app.ts';
import { type SyncRequest } from '#lib/protocol/sync.ts';
import { type Config, parseConfig } from '#server/config.ts';
import { type Database } from '#server/db/database.ts';
import { createLog } from '#server/http/log.ts';
import { requestCouch } from '#tests/load/couch-request.ts';
import { officeDocuments } from './answers.ts';
import { BUDI, NOW, RATNA, SITI } from './factories.ts';
import { type MemoryDatabase, memoryDatabase } from './memory-database.ts';
import { seededRandom } from './random.ts';
import { type DatabaseKind } from './server-process.ts';
import { type Watched, watchDatabase } from './watched-database.ts';

export const PASSWORD = 'pasar ikan pagi';
/** Budi's, handed out and not replaced yet. */
export const START_CODE = 'kode awal budi';
export const DEVICE = 'device000001';

/** Far below what is used for people: the tests are about the doors, not about the hash. */
const CHEAP = { memoryCost: 64, timeCost: 1 };

const SHELL = '<!doctype html><title>E-Kinerja</title><script>start()</script>';

export const aSync = (person: string, over: Partial<SyncRequest> = {}): SyncRequest => ({
	protocol: 1,
	requestId: 'request1',
	person,
	deviceId: DEVICE,
	held: {},
	...over
});

export type Sent = {
	readonly method?: string;
	readonly headers?: Record<string, string>;
	/** Sent as JSON; bytes and text as they are. */
	readonly body?: unknown;
};

export type OfficeServer<D extends Database = Database> = {
	readonly port: number;
	readonly url: string;
	readonly clock: { now: number };
	/** Everything the server wrote to its log. */
	readonly log: { text: string };
	readonly work: Watched<D>;
	readonly accounts: Watched<D>;
	readonly send: (path: string, sent?: Sent) => Promise<Response>;
	/** Signs in and gives the cookie to send from then on. */
	readonly signIn: (person: string, password?: string) => Promise<string>;
};

type Settings = Record<string, string>;
type Use<D extends Database> = (server: OfficeServer<D>) => Promise<void>;
type Pair<D extends Database> = { readonly work: D; readonly accounts: D };

/** Runs `use` against a server with these settings, and ends the server. */
export const withOfficeServer = (use: Use<MemoryDatabase>, settings: Settings = {}) =>
	withConfig(settings, (config) =>
		withServer({ config, databases: { work: memoryDatabase(), accounts: memoryDatabase() } }, use)
	);

/** The same on databases as in service, which are gone afterwards. */
export const withOfficeOn = (kind: DatabaseKind, use: Use<Database>) =>
	withConfig(
		{
			COUCHDB_URL: kind === 'couchdb' ? (process.env.COUCHDB_URL ?? '') : '',
			DATABASE_PREFIX: `ekinerja-test-${crypto.randomUUID().slice(0, 8)}`
		},
		async (config) => {
			// The change feed waits between its polls, whatever the time of the office.
			const sleep = async (ms: number, signal?: AbortSignal) =>
				void (await delay(ms, undefined, { ...(signal && { signal }) }));
			const databases = await openDatabases(config, { ...createTools({ now: NOW }), sleep });
			try {
				await withServer({ config, databases }, use);
			} finally {
				await removeFromCouch(config);
			}
		}
	);

async function removeFromCouch(config: Config): Promise<void> {
	const { couchdbUrl: url } = config;
	if (url === undefined) return;
	for (const name of Object.values(databaseNames(config))) await requestCouch(url, 'DELETE', name);
}

async function withConfig(
	settings: Settings,
	use: (config: Config) => Promise<void>
): Promise<void> {
	const directory = await mkdtemp(join(tmpdir(), 'ekinerja-office-'));
	await writeFile(join(directory, 'shell.html'), SHELL);
	const own = { PORT: '0', BUILD_DIR: directory, DATA_DIR: directory, LOG_LEVEL: 'debug' };
	const config = parseConfig({ ...own, ...settings });
	if (!config.ok) throw new Error(config.error.variables.join());
	try {
		await use(config.value);
	} finally {
		await rm(directory, { recursive: true });
	}
}

async function withServer<D extends Database>(
	{ config, databases }: { readonly config: Config; readonly databases: Pair<D> },
	use: Use<D>
): Promise<void> {
	await fill(databases);
	const [work, accounts] = [watchDatabase(databases.work), watchDatabase(databases.accounts)];
	const [clock, log] = [{ now: NOW }, { text: '' }];
	const running = await startServer(
		config,
		{ work: work.database, accounts: accounts.database },
		{
			tools: createTools(clock),
			log: createLog('debug', { write: (line) => void (log.text += line) })
		}
	);
	const { port } = running;
	const url = `http://127.0.0.1:${port}`;
	const send = (path: string, sent?: Sent) => fetch(url + path, requestOf(sent));
	try {
		await use({ port, url, clock, log, work, accounts, send, signIn: createSignIn(send) });
	} finally {
		await running.stop();
	}
}

function createTools(clock: { readonly now: number }) {
	let ids = 0;
	return {
		now: () => clock.now,
		random: seededRandom(1),
		newId: () => `request-${(ids += 1)}`,
		sleep: () => new Promise<void>((resolve) => setImmediate(resolve))
	};
}

async function fill({ work, accounts }: Pair<Database>): Promise<void> {
	const anAccount = async (nip: string, password: string, startCode = false): Promise<Account> =>
		newAccount(nip, { hash: await hash(password, CHEAP), startCode });
	await work.write(officeDocuments().map(({ _rev: _unset, ...document }) => document));
	await accounts.write([
		await anAccount(SITI, PASSWORD),
		await anAccount(RATNA, PASSWORD),
		await anAccount(BUDI, START_CODE, true)
	]);
}

function requestOf({ method, headers, body }: Sent = {}): RequestInit {
	if (body === undefined) return { method: method ?? 'GET', headers: { ...headers } };
	const isRaw = typeof body === 'string' || body instanceof Uint8Array;
	return {
		method: method ?? 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body: isRaw ? (body as string) : JSON.stringify(body)
	};
}

const createSignIn =
	(send: OfficeServer['send']): OfficeServer['signIn'] =>
	async (person, password = PASSWORD) => {
		const body = { person, password, deviceId: DEVICE };
		const answer = await send('/api/session', { body });
		if (answer.status !== 200) throw new Error(`sign-in failed: ${await answer.text()}`);
		return cookieOf(answer);
	};

/** The cookie an answer sets, as it is sent back. */
export const cookieOf = (answer: Response): string =>
	(answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';

/**
 * The whole server in this process, listening on a port of its own: the office of factories.ts on
 * databases in memory, a clock that moves when the test says so, and its log kept for reading.
 */
import { hash } from '@node-rs/argon2';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Account, newAccount } from '#server/auth/account.ts';
import { startServer } from '#server/app.ts';
import { type SyncRequest } from '#lib/protocol/sync.ts';
import { parseConfig } from '#server/config.ts';
import { createLog } from '#server/http/log.ts';
import { officeDocuments } from './answers.ts';
import { BUDI, NOW, RATNA, SITI } from './factories.ts';
import { type MemoryDatabase, memoryDatabase } from './memory-database.ts';
import { seededRandom } from './random.ts';
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

export type OfficeServer = {
	readonly port: number;
	readonly url: string;
	readonly clock: { now: number };
	/** Everything the server wrote to its log. */
	readonly log: { text: string };
	readonly work: Watched<MemoryDatabase>;
	readonly accounts: Watched<MemoryDatabase>;
	readonly send: (path: string, sent?: Sent) => Promise<Response>;
	/** Signs in and gives the cookie to send from then on. */
	readonly signIn: (person: string, password?: string) => Promise<string>;
};

/** Runs `use` against a server with these settings, and ends the server. */
export async function withOfficeServer(
	use: (server: OfficeServer) => Promise<void>,
	settings: Record<string, string> = {}
): Promise<void> {
	const directory = await mkdtemp(join(tmpdir(), 'ekinerja-office-'));
	await writeFile(join(directory, 'shell.html'), SHELL);
	const [work, accounts] = [await workDatabase(), await accountsDatabase()];
	const [clock, log] = [{ now: NOW }, { text: '' }];
	const config = parseConfig({ PORT: '0', BUILD_DIR: directory, LOG_LEVEL: 'debug', ...settings });
	if (!config.ok) throw new Error(config.error.variables.join());
	const running = await startServer(
		config.value,
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
		await rm(directory, { recursive: true });
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

async function workDatabase(): Promise<Watched<MemoryDatabase>> {
	const store = memoryDatabase();
	await store.write(officeDocuments().map(({ _rev: _unset, ...document }) => document));
	return watchDatabase(store);
}

async function accountsDatabase(): Promise<Watched<MemoryDatabase>> {
	const store = memoryDatabase();
	const anAccount = async (nip: string, password: string, startCode = false): Promise<Account> =>
		newAccount(nip, { hash: await hash(password, CHEAP), startCode });
	await store.write([
		await anAccount(SITI, PASSWORD),
		await anAccount(RATNA, PASSWORD),
		await anAccount(BUDI, START_CODE, true)
	]);
	return watchDatabase(store);
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

/**
 * The server put together by hand: what runs, in order, and its reverse on the way out. main.ts calls
 * it with the environment; load tests call it with their own configuration.
 */

import { dayOf } from '#lib/domain/day.ts';
import { zoneOf } from '#lib/domain/facts.ts';
import { type Nip } from '#lib/domain/nip.ts';
import { Accounts } from '#server/auth/accounts.ts';
import { Attempts } from '#server/auth/attempts.ts';
import { createAuthenticate, requireOwnPassword } from '#server/auth/authenticate.ts';
import { createNotingAuthenticate } from '#server/auth/devices.ts';
import { createSessionEndpoints } from '#server/auth/endpoints.ts';
import { Passwords } from '#server/auth/passwords.ts';
import { loadSecret } from '#server/auth/secret.ts';
import { SessionLists } from '#server/auth/session-lists.ts';
import { createSigner, type Signer } from '#server/auth/signer.ts';
import { type Config } from '#server/config.ts';
import { counted } from '#server/db/counted.ts';
import { openCouch } from '#server/db/couch.ts';
import { type Database } from '#server/db/database.ts';
import { openEmbedded } from '#server/db/embedded.ts';
import { Admission, DEFAULT_ADMISSION } from '#server/http/admission.ts';
import { type Log } from '#server/http/log.ts';
import { loadPages } from '#server/http/pages.ts';
import { createHttpServer } from '#server/http/server.ts';
import { Metrics } from '#server/metrics/metrics.ts';
import { startSync } from '#server/sync/start.ts';

const DRAIN_MS = 10_000;
/** The next visit of a device that has nothing to deliver. */
const AFTER_MS = 300_000;

export type Tools = {
	readonly now: () => number;
	readonly random: () => number;
	readonly newId: () => string;
	readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
};

export type Databases = { readonly work: Database; readonly accounts: Database };

export type RunningServer = {
	readonly port: number;
	readonly signer: Signer;
	/** Finishes what is under way, then closes everything. Safe to repeat. */
	readonly stop: () => Promise<void>;
};

/** The names of the databases, on either kind. */
export const databaseNames = ({ databasePrefix }: Config) => ({
	work: databasePrefix,
	accounts: `${databasePrefix}-accounts`
});

/** CouchDB when an address is given, else the embedded database in the data directory. */
export async function openDatabases(config: Config, { sleep }: Tools): Promise<Databases> {
	const names = databaseNames(config);
	const { couchdbUrl: url } = config;
	if (url === undefined) {
		const directory = config.dataDirectory;
		const work = await openEmbedded(directory, names.work);
		return { work, accounts: await openEmbedded(directory, names.accounts) };
	}
	const work = await openCouch(url, names.work, { sleep });
	return { work, accounts: await openCouch(url, names.accounts, { sleep }) };
}

export async function startServer(
	config: Config,
	databases: Databases,
	{ tools, log }: { tools: Tools; log: Log }
): Promise<RunningServer> {
	const { now } = tools;
	const metrics = new Metrics();
	metrics.watchProcess();
	const pages = await loadPages(config.buildDirectory);
	const { work, accounts: beside } = countedBy(metrics, databases);
	const accounts = new Accounts(beside, tools.sleep);
	await accounts.open();
	const signer = createSigner(await loadSecret(beside));
	const { maxInFlight, maxQueue } = config;
	const admission = new Admission(tools, { ...DEFAULT_ADMISSION, maxInFlight, maxQueue });
	const onError = (error: unknown) => log.error('background', error);
	const sync = await startSync({
		...tools,
		signer,
		database: work,
		nextSync: () => [AFTER_MS, admission.spreadMs()],
		onError
	});
	const lists = new SessionLists({
		database: beside,
		sleep: tools.sleep,
		isBusy: () => admission.waiting > 0,
		onError
	});
	const handlers = createHandlers({ tools, accounts, lists, signer, sync });
	const { metricsToken, publicOrigins, trustProxy } = config;
	const isDatabaseUp = () =>
		databases.work.ping().then(
			() => true,
			// The question was whether it answers.
			() => false
		);
	const status = { isDatabaseUp, metrics, metricsToken, now };
	const parts = { handlers, status, admission, pages, metrics, log, publicOrigins, trustProxy };
	const http = await createHttpServer({ ...parts, newId: tools.newId, sleep: tools.sleep });
	const port = await http.listen(config);

	const stop = async () => {
		await http.drain(DRAIN_MS);
		await sync.stop();
		// A day in a list to look at is not worth a failed stop.
		await lists.flush().catch(onError);
		accounts.close();
		await Promise.all([databases.work.close(), databases.accounts.close()]);
	};
	let stopped: Promise<void> | undefined;
	return { port, signer, stop: () => (stopped ??= stop()) };
}

/** Both databases, each request to them counted, except whether they are there. */
function countedBy(metrics: Metrics, { work, accounts }: Databases): Databases {
	const count = metrics.counter({
		name: 'database_requests_total',
		help: 'Requests to each of the databases',
		labels: ['database', 'operation']
	});
	return {
		work: counted(work, (operation) => count(1, { database: 'work', operation })),
		accounts: counted(accounts, (operation) => count(1, { database: 'accounts', operation }))
	};
}

type HandlerParts = {
	readonly tools: Tools;
	readonly accounts: Accounts;
	readonly lists: SessionLists;
	readonly signer: Signer;
	readonly sync: Awaited<ReturnType<typeof startSync>>;
};

/** What http calls once it knows what a request says. */
function createHandlers({ tools, accounts, lists, signer, sync }: HandlerParts) {
	const { now, random } = tools;
	const authenticate = createAuthenticate({ accounts, signer, now });
	const todayOf = (nip: Nip) => dayOf(now(), zoneOf(sync.directory, nip));
	const known = { accounts, lists, now, todayOf };
	const sessions = createSessionEndpoints({
		...known,
		signer,
		authenticate,
		attempts: new Attempts(now),
		passwords: new Passwords({ now, random }),
		nameOf: sync.nameOf
	});
	return {
		...sessions,
		authenticate: createNotingAuthenticate({
			...known,
			authenticate: requireOwnPassword(authenticate)
		}),
		sync: sync.endpoint
	};
}

/**
 * `bench -- rush`: everybody reports at once. One server as in production, one device a person with a
 * connection of its own, all started within two seconds; then the database is asked what arrived, and
 * how fast it takes the same documents when nobody stands before it.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Entry } from '#lib/domain/entry.ts';
import { EMPTY_TOTAL, sameTotal } from '#lib/domain/total.ts';
import { fill } from './fill.ts';
import { percentile, round } from './figures.ts';
import { numbers, TEAM } from './office.ts';
import { recordEntries, simulatePerson, type SimulatedPerson } from './person.ts';
import { createPlace, type Place, tools } from './place.ts';
import { summariseProfile } from './profile.ts';
import { measureRaw } from './raw-rate.ts';
import { type BenchServer, startServerProcess } from './server-process.ts';
import { compressNatively, NO_TRAFFIC } from './socket-fetch.ts';

export type RushOptions = {
	readonly clients: number;
	readonly entries: number;
	/** Devices hold nothing yet; on an ordinary day they hold everything but what is new. */
	readonly cold: boolean;
	readonly profile: boolean;
	readonly couchUrl: string | undefined;
	readonly say: (line: string) => void;
};

const START_WITHIN_MS = 2_000;

type Client = SimulatedPerson & { startedAt: number; deliveredAt: number; completeAt: number };

const NOT_YET = { startedAt: 0, deliveredAt: 0, completeAt: 0 };

export async function rush(options: RushOptions): Promise<Record<string, unknown>> {
	compressNatively();
	const place = await createPlace(options.couchUrl);
	try {
		const signer = await fill(place, options.clients);
		const profileDirectory = options.profile ? join(place.directory, 'profile') : undefined;
		const server = await startServerProcess(place, { profileDirectory });
		const clients = numbers(options.clients).map((n): Client => ({
			...simulatePerson(server.origin, signer, n),
			...NOT_YET
		}));
		if (!options.cold) await inTurn(clients, (each) => each.device.sync());
		clients.forEach(({ device }, index) => recordEntries(device, index, options.entries));
		clients.forEach(({ line }) => Object.assign(line.traffic, NO_TRAFFIC));

		const before = await readCost(server);
		const beganAt = performance.now();
		await run(clients);
		const endedAt = performance.now();
		const cost = await readCost(server);
		const figures = figuresOf(clients, beganAt);
		const peakRssMb = round(await server.peakRssMb());

		await catchUp(clients);
		clients.forEach(({ line }) => line.close());
		await server.stop();
		if (profileDirectory) {
			const window = { fromMs: beganAt - server.startedAt, toMs: endedAt - server.startedAt };
			(await summariseProfile(profileDirectory, window)).forEach(options.say);
		}
		const found = await verify(place, clients);
		options.say(describe(clients, { figures, before, cost }));
		const rawPerSecond = await measureRaw(place, found.file);
		return {
			database: place.kind,
			clients: options.clients,
			...figures,
			lost: found.lost,
			duplicates: found.duplicates,
			differing: found.differing,
			peakRssMb,
			rawDocumentsPerSecond: round(rawPerSecond),
			ratioToRaw: round(figures.documentsPerSecond / rawPerSecond, 3)
		};
	} finally {
		await place.remove();
	}
}

/** What the rush has cost so far: processor seconds of both sides, requests to each database by operation. */
async function readCost(server: BenchServer) {
	const { user, system } = process.cpuUsage();
	const { series } = await server.metric('database_requests_total');
	return {
		serverSeconds: (await server.metric('process_cpu_seconds_total')).sum,
		generatorSeconds: (user + system) / 1_000_000,
		operations: series
	};
}

type Cost = Awaited<ReturnType<typeof readCost>>;

async function run(clients: readonly Client[]): Promise<void> {
	await Promise.all(
		clients.map(async (client) => {
			await tools.sleep(Math.random() * START_WITHIN_MS);
			client.startedAt = performance.now();
			await client.device.sync(() => (client.deliveredAt = performance.now()));
			client.completeAt = performance.now();
		})
	);
}

/** Supervisors finished before their people did: off the clock, they fetch what came later. */
async function catchUp(clients: readonly Client[]): Promise<void> {
	const supervisors = clients.slice(0, Math.ceil((clients.length - 1) / TEAM));
	await inTurn(supervisors, ({ device }) => device.sync());
}

const AT_ONCE = 50;

async function inTurn(clients: readonly Client[], work: (client: Client) => Promise<void>) {
	for (let from = 0; from < clients.length; from += AT_ONCE) {
		await Promise.all(clients.slice(from, from + AT_ONCE).map(work));
	}
}

function figuresOf(clients: readonly Client[], beganAt: number) {
	const waits = clients.map(({ deliveredAt, startedAt }) => deliveredAt - startedAt);
	const acked = sum(clients.map(({ device }) => device.acked.length));
	const wallMs = Math.max(...clients.map(({ completeAt }) => completeAt)) - beganAt;
	const deliveredMs = Math.max(...clients.map(({ deliveredAt }) => deliveredAt)) - beganAt;
	return {
		acked,
		refused: sum(clients.map(({ device }) => device.refused.length)),
		requestsPerClient: round(
			sum(clients.map(({ line }) => line.traffic.requests)) / clients.length,
			2
		),
		wallMs: round(wallMs),
		/** Until the last entry was acknowledged; `wallMs` is until the last device knew it holds all. */
		deliveredMs: round(deliveredMs),
		documentsPerSecond: round((acked * 1_000) / wallMs),
		p50Ms: round(percentile(waits, 0.5)),
		p95Ms: round(percentile(waits, 0.95)),
		p99Ms: round(percentile(waits, 0.99))
	};
}

const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);

/** Asks the database itself, with no server in between. */
async function verify(place: Place, clients: readonly Client[]) {
	const { work, accounts } = await place.open();
	const entries = (await work.withPrefix('p')) as Entry[]; // only entries are written there
	const totals = await work.totals();
	await Promise.all([work.close(), accounts.close()]);

	const mutations = entries.flatMap(({ history }) => history.map(({ id }) => id));
	const stored = new Set(mutations);
	const file = join(place.directory, 'documents.jsonl');
	const bare = entries.map(({ _rev: _made, ...document }) => JSON.stringify(document));
	await writeFile(file, bare.join('\n'));
	return {
		file,
		lost: clients.flatMap(({ device }) => device.acked).filter((id) => !stored.has(id)).length,
		duplicates: mutations.length - stored.size,
		/** Feeds of which a device holds something else than the database (I15). */
		differing: sum(
			clients.map(
				({ device }) =>
					[...device.held].filter(
						([feed, held]) => !sameTotal(held, totals.get(feed) ?? EMPTY_TOTAL)
					).length
			)
		)
	};
}

type Told = {
	readonly figures: ReturnType<typeof figuresOf>;
	readonly before: Cost;
	readonly cost: Cost;
};

function describe(clients: readonly Client[], { figures, before, cost }: Told): string {
	const failures = new Map<string, number>();
	for (const { device } of clients) {
		for (const [type, count] of device.failures) {
			failures.set(type, (failures.get(type) ?? 0) + count);
		}
	}
	const up = sum(clients.map(({ line }) => line.traffic.bytesUp)) / clients.length;
	const down = sum(clients.map(({ line }) => line.traffic.bytesDown)) / clients.length;
	const seconds = (of: 'serverSeconds' | 'generatorSeconds') => round(cost[of] - before[of], 1);
	const operations = [...cost.operations].map(
		([labels, count]) => `${count - (before.operations.get(labels) ?? 0)} ${labels}`
	);
	const told = [...failures].map(([type, count]) => `${count} ${type}`).join(', ') || 'none';
	return [
		`${clients.length} devices, sessions made with the server's signer (no password was hashed)`,
		`acknowledged ${figures.acked}, refused ${figures.refused}, failed requests: ${told}`,
		`bodies per device: ${round(up)} bytes up, ${round(down)} bytes down, gzip'd`,
		`processor: server ${seconds('serverSeconds')} s, generator ${seconds('generatorSeconds')} s`,
		`requests to the databases: ${operations.join(', ')}`
	].join('\n');
}

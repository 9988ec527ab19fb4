/**
 * A small office with several devices and one server, all real code but for the line, the clock and
 * the disk. Everything random comes from one seed.
 */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { instantOf, MINUTE_MS } from '#lib/domain/day.ts';
import { newUlid } from '#lib/domain/ulid.ts';
import { type Nip } from '#lib/domain/nip.ts';
import { Database } from '#lib/db/database.ts';
import { type Judged } from '#lib/domain/judged-time.ts';
import { type CycleReport, runCycle } from '#lib/sync/cycle.ts';
import { createSigner } from '#server/auth/signer.ts';
import { counted } from '#server/db/counted.ts';
import { type RunningSync, startSync } from '#server/sync/start.ts';
import {
	aCalendar,
	aPerson,
	aSupervision,
	aUnit,
	BUDI,
	definitive,
	RATNA,
	SITI,
	someSettings
} from '#tests/support/factories.ts';
import { memoryDatabase, type MemoryDatabase } from '#tests/support/memory-database.ts';
import { seededRandom } from '#tests/support/random.ts';
import { Link, TabKilled } from './link.ts';

export const DEWI = '199202022015022004';

/** The settings a simulation begins with; strict, so that refusals happen. */
export const FIRST_RULES = {
	inputWindow: { kind: 'days-back', days: 1 },
	returnDays: 1
} as const;

export type Device = {
	readonly nip: Nip;
	readonly deviceId: string;
	readonly db: Database;
	readonly link: Link;
	/** How wrong its clock is, in milliseconds. */
	skewMs: number;
	/** Mutations its person let go after a refusal. */
	readonly dismissed: Set<string>;
	/** Every mutation ever made here, in order. */
	readonly made: Made[];
	/** What a portal's page found here, and what it left behind; the same, or I8 is broken. */
	readonly portals: { before: string; after: string }[];
};

export type Made = {
	readonly id: string;
	readonly documentId: string;
	/** How the device judged its time, before any server did. */
	readonly judged: Judged | undefined;
};

export class World {
	readonly random: () => number;
	readonly database: MemoryDatabase = memoryDatabase();
	readonly devices: Device[] = [];
	now = instantOf('2026-11-24', 8 * 60, 'WITA');
	/** Failures behind the requests; a simulation that ends with one has failed. */
	readonly errors: unknown[] = [];
	/** Requests to the database by whatever server runs. */
	databaseRequests = 0;
	#server: RunningSync | undefined;
	#handle: MemoryDatabase | undefined;

	constructor(seed: number) {
		this.random = seededRandom(seed);
	}

	get server(): RunningSync {
		if (!this.#server) throw new Error('start() comes first');
		return this.#server;
	}

	/** The running server's own handle on the database, for faults. */
	get handle(): MemoryDatabase {
		if (!this.#handle) throw new Error('start() comes first');
		return this.#handle;
	}

	async start(): Promise<void> {
		const documents = [
			...[SITI, DEWI, BUDI, RATNA].map((nip) => aPerson(nip)),
			aSupervision(SITI, [definitive(BUDI)]),
			aSupervision(DEWI, [definitive(BUDI)]),
			aSupervision(BUDI, [definitive(RATNA)]),
			aUnit(),
			aCalendar(),
			someSettings(FIRST_RULES)
		];
		await this.database.write(documents.map(({ _rev: _unset, ...document }) => document));
		await this.restartServer();
		for (const [index, nip] of [SITI, SITI, DEWI, BUDI, BUDI, RATNA].entries()) {
			this.devices.push(this.#createDevice(nip, `device${index}0000`));
		}
	}

	/** The old process is gone in the middle of whatever it did; a new one knows only the database. */
	async restartServer(): Promise<void> {
		await this.#handle?.close();
		this.#handle = this.database.attach();
		this.#server = await startSync({
			database: counted(this.#handle, () => (this.databaseRequests += 1)),
			signer: createSigner(Buffer.alloc(32, 7)),
			now: () => this.now,
			sleep: () => new Promise((resolve) => setImmediate(resolve)),
			nextSync: () => [300_000, 60_000],
			onError: (error) => this.errors.push(error)
		});
	}

	pick<T>(items: readonly T[]): T | undefined {
		return items[Math.floor(this.random() * items.length)];
	}

	pass(minutes: number): void {
		this.now += Math.round(minutes * MINUTE_MS);
	}

	tools(device: Device) {
		return {
			now: () => this.now + device.skewMs,
			random: this.random,
			newId: () => newUlid(this.now, this.random)
		};
	}

	/** One sync; a failure or a killed tab is part of life here. Says whether it came to its end. */
	async sync(device: Device): Promise<boolean> {
		return (await this.syncTelling(device))?.complete ?? false;
	}

	/** The same, with its report when there is one. */
	async syncTelling(device: Device): Promise<CycleReport | undefined> {
		let before: string | undefined;
		device.link.onPortal = async () => void (before = await stateOf(device.db));
		try {
			const report = await runCycle(device.db, {
				transport: device.link,
				tools: this.tools(device),
				person: device.nip,
				deviceId: device.deviceId
			});
			return report.ok ? report.value : undefined;
		} catch (error) {
			if (error instanceof TabKilled) return undefined;
			throw error;
		} finally {
			if (before) device.portals.push({ before, after: await stateOf(device.db) });
		}
	}

	/** Everybody syncs over good lines until nothing moves any more. */
	async settle(): Promise<void> {
		for (const device of this.devices) {
			device.link.faultRate = 0;
			while (device.link.late.length > 0) await device.link.arriveLate();
		}
		for (let round = 0; round < 8; round += 1) {
			this.pass(1);
			for (const device of this.devices) await this.sync(device);
		}
	}

	#createDevice(nip: Nip, deviceId: string): Device {
		const serve = (request: Parameters<RunningSync['endpoint']>[0]) =>
			this.server.endpoint(request, { person: request.person });
		return {
			nip,
			deviceId,
			db: new Database(nip, { indexedDB: new IDBFactory(), IDBKeyRange }),
			link: new Link(serve, this.random),
			skewMs: 0,
			dismissed: new Set(),
			made: [],
			portals: []
		};
	}
}

/** Everything on a device but the log of its contacts; a request on its way counts as waiting. */
async function stateOf(db: Database): Promise<string> {
	const tables = db.tables.filter(({ name }) => name !== 'contactLog');
	const rows = await Promise.all(
		tables.map(async ({ name }) => [name, await db.table(name).toArray()])
	);
	return JSON.stringify(rows).replaceAll('"state":"sending"', '"state":"waiting"');
}

/** The real server and real devices over HTTP, when the server or its database is treated badly. */
import { cp, rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { dayOf, minuteOf } from '#lib/domain/day.ts';
import { entryId } from '#lib/domain/document.ts';
import { Entry } from '#lib/domain/entry.ts';
import { newUlid } from '#lib/domain/ulid.ts';
import { refusedCount, waitingCount } from '#lib/db/outbox.ts';
import { MEMBERS } from '#server/admin/demonstration-office.ts';
import { aContent } from '#tests/support/factories.ts';
import { onlineDevice, type OnlineDevice } from '#tests/support/online-device.ts';
import { Line } from '#tests/support/line.ts';
import { DATABASE_KINDS, type DatabaseKind, ServerProcess } from '#tests/support/server-process.ts';

const PASSWORD = 'contoh-2026';
const COUCH_URL = process.env.COUCHDB_URL ?? '';
const STAFF = MEMBERS.filter(
	({ position }) => position === 'arsiparis' || position === 'pustakawan'
);

type Use = (server: ServerProcess, line: Line | undefined) => Promise<void>;

/** A server on a database of its own; a CouchDB is reached through the line. */
async function withServer(kind: DatabaseKind, use: Use): Promise<void> {
	const line = kind === 'couchdb' ? await Line.to(COUCH_URL) : undefined;
	const server = await ServerProcess.create(kind, line && { COUCHDB_URL: throughLine(line) });
	try {
		await server.start();
		await use(server, line);
	} finally {
		line?.thaw();
		await server.dispose();
		await line?.close();
	}
}

function throughLine(line: Line): string {
	const { username, password } = new URL(COUCH_URL);
	return Object.assign(new URL(line.url), { username, password }).href;
}

async function staffDevices(server: ServerProcess, count: number): Promise<OnlineDevice[]> {
	const devices = STAFF.slice(0, count).map(({ nip }) => onlineDevice(nip, () => server.url));
	for (const device of devices) {
		await device.signIn(PASSWORD);
		await device.sync();
	}
	return devices;
}

/** Records one entry that ended a minute ago. */
async function record({ nip, tools, mutate }: OnlineDevice): Promise<void> {
	const now = tools.now();
	const end = Math.max(1, minuteOf(now, 'WITA') - 1);
	const documentId = entryId(nip, dayOf(now, 'WITA'), newUlid(now, tools.random));
	const content = aContent({ startMinute: end - 1, endMinute: end, effectiveMinutes: 1 });
	const done = await mutate({ kind: 'entry.submit', documentId, base: null, content });
	if (!done.ok) throw new Error(`refused: ${done.error.type}`);
}

/** How often each mutation stands in the database. */
async function storedMutations(server: ServerProcess): Promise<Map<string, number>> {
	const documents = await server.withDatabases(({ work }) => work.withPrefix('p'));
	const counts = new Map<string, number>();
	for (const document of documents) {
		const entry = Entry.safeParse(document);
		for (const { id } of entry.data?.history ?? []) counts.set(id, (counts.get(id) ?? 0) + 1);
	}
	return counts;
}

const sentIds = async ({ db }: OnlineDevice) => (await db.sent.toArray()).map(({ id }) => id);
const waitingIds = async ({ db }: OnlineDevice) => (await db.outbox.toArray()).map(({ id }) => id);

type Fates = { acknowledged: string[]; waiting: string[]; lost: string[] };

/**
 * What devices were told and what still waits. Lost is what they were told is applied and doesn't stand in
 * the database once; asked before the next sync, in which they would bring it back themselves (I15).
 */
async function fatesOf(server: ServerProcess, devices: readonly OnlineDevice[]): Promise<Fates> {
	const stored = await storedMutations(server);
	const acknowledged = (await Promise.all(devices.map(sentIds))).flat();
	const waiting = (await Promise.all(devices.map(waitingIds))).flat();
	expect(waiting.filter((id) => (stored.get(id) ?? 0) > 1)).toEqual([]);
	return { acknowledged, waiting, lost: acknowledged.filter((id) => stored.get(id) !== 1) };
}

/** Resolves `reached` when `tick` was called so many times. */
function countdown(times: number): { readonly reached: Promise<void>; readonly tick: () => void } {
	let left = times;
	let reach = () => {};
	const reached = new Promise<void>((resolve) => (reach = resolve));
	return { reached, tick: () => void ((left -= 1) === 0 && reach()) };
}

/** Records and delivers, two at a time, until the server is gone. */
async function workUntilGone(device: OnlineDevice, onAnswer: () => void): Promise<void> {
	for (;;) {
		await record(device);
		await record(device);
		const report = await device.sync();
		if (!report.ok) return;
		onAnswer();
	}
}

/**
 * Stops the server while it commits: bytes are on their way to the database and no answer to the device.
 * The write is a matter of milliseconds, so that it may take some tries to be in time.
 */
async function stopWithinCommit(
	{ server, line }: { server: ServerProcess; line: Line | undefined },
	device: OnlineDevice
): Promise<{ readonly sync: Promise<unknown> }> {
	for (let tries = 0; tries < 20; tries += 1) {
		for (let count = 0; count < 10; count += 1) await record(device);
		const begun = line ? line.whenAsked('_bulk_docs') : server.nextWrite();
		const sync = device.sync();
		await begun;
		await server.signal('SIGSTOP');
		// An answer that was sent before the stop would be here by then.
		if ((await Promise.race([sync, delay(1_000)])) === undefined) return { sync };
		await server.signal('SIGCONT');
	}
	throw new Error('no commit was met while it was open');
}

async function revisionsOn(device: OnlineDevice | undefined): Promise<string[]> {
	const rows = (await device?.db.entries.toArray()) ?? [];
	return rows.map(({ entry }) => `${entry._id} ${entry._rev}`).sort();
}

/** Syncs until nothing waits, however often the server is away. */
async function deliverAll(devices: readonly OnlineDevice[]): Promise<void> {
	for (const device of devices) {
		for (let tries = 0; (await waitingCount(device.db)) > 0; tries += 1) {
			if (tries > 20) throw new Error('it was never delivered');
			const report = await device.sync();
			if (!report.ok) await delay(100);
		}
	}
}

describe.each(DATABASE_KINDS)('with the %s database', (kind) => {
	test(
		'I4: 20 times kill -9 while it acknowledges, and no acknowledged mutation is lost',
		() =>
			withServer(kind, async (server) => {
				const devices = await staffDevices(server, 6);
				for (let round = 0; round < 20; round += 1) {
					const before = (await Promise.all(devices.map(sentIds))).flat().length;
					const enough = countdown(1 + (round % devices.length));
					const work = devices.map((device) => workUntilGone(device, enough.tick));
					await enough.reached;
					await server.signal('SIGKILL');
					await Promise.all(work);

					const { acknowledged, waiting, lost } = await fatesOf(server, devices);
					expect(lost).toEqual([]);
					// Each kill falls between acknowledgements: some were given, some never came.
					expect(acknowledged.length).toBeGreaterThan(before);
					expect(waiting.length).toBeGreaterThan(0);
					await server.start();
				}
				await deliverAll(devices);
				await server.signal('SIGTERM');
				const { waiting, lost } = await fatesOf(server, devices);
				expect({ waiting, lost }).toEqual({ waiting: [], lost: [] });
			}),
		400_000
	);

	test('I10, I3, I4: the server stands still for 15 s in the middle of a commit; everything arrives once', () =>
		withServer(kind, async (server, line) => {
			const devices = await staffDevices(server, 1);
			const [device] = devices;
			if (!device) throw new Error('there is a device');
			const { sync } = await stopWithinCommit({ server, line }, device);
			expect(await waitingIds(device)).toHaveLength(10);
			await delay(15_000);
			await server.signal('SIGCONT');
			await sync;
			await server.signal('SIGTERM');
			expect((await fatesOf(server, devices)).lost).toEqual([]);

			await server.start();
			await deliverAll(devices);
			await server.signal('SIGTERM');
			const { acknowledged, lost } = await fatesOf(server, devices);
			expect({ lost, left: acknowledged.length % 10 }).toEqual({ lost: [], left: 0 });
		}));

	test('on SIGTERM it finishes what is under way and ends with 0', () =>
		withServer(kind, async (server) => {
			const devices = await staffDevices(server, 4);
			for (const device of devices) await record(device);
			const syncs = devices.map((device) => device.sync());
			await delay(10);
			expect(await server.signal('SIGTERM')).toBe(0);
			const reports = await Promise.all(syncs);
			const stored = await storedMutations(server);
			for (const [index, report] of reports.entries()) {
				const ids = await sentIds(devices[index] as OnlineDevice); // one report for each device
				expect(report.ok).toBe(ids.length === 1);
				expect(ids.every((id) => stored.get(id) === 1)).toBe(true);
			}
		}));
});

/** The embedded database stands still with its server, see above. */
describe.runIf(process.env.COUCHDB_URL)('with CouchDB behind a line of its own', () => {
	test('I4, I3: CouchDB writes and answers 15 s later; nothing is acknowledged before, everything arrives once', () =>
		withServer('couchdb', async (server, line) => {
			if (!line) throw new Error('CouchDB is reached through a line');
			const direct = await server.another({ COUCHDB_URL: COUCH_URL });
			try {
				const devices = await staffDevices(server, 3);
				for (const device of devices)
					for (let count = 0; count < 5; count += 1) await record(device);
				const writing = line.whenAsked('_bulk_docs').then(() => line.freezeAnswers());
				const syncs = devices.map((device) => device.sync());
				await writing;
				const writtenIds = async () => {
					const stored = await storedMutations(direct);
					return (await Promise.all(devices.map(waitingIds))).flat().filter((id) => stored.has(id));
				};
				await expect
					.poll(async () => (await writtenIds()).length, { timeout: 20_000 })
					.toBeGreaterThan(0);
				await delay(15_000);
				expect((await fatesOf(direct, devices)).acknowledged).toEqual([]);

				line.thaw();
				await Promise.all(syncs);
				expect((await fatesOf(direct, devices)).lost).toEqual([]);
				await deliverAll(devices);
				const { acknowledged, lost } = await fatesOf(direct, devices);
				expect({ lost, acknowledged: acknowledged.length }).toEqual({ lost: [], acknowledged: 15 });
			} finally {
				await direct.dispose();
			}
		}));
});

describe.runIf(process.env.COUCHDB_URL)('with two servers on one CouchDB', () => {
	test('I3, I7, I15: devices that go to and fro between them deliver once, and all hold the same', () =>
		withServer('couchdb', async (server) => {
			const other = await server.another();
			try {
				await other.start();
				let asked = 0;
				const either = () => [server.url, other.url][(asked += 1) % 2] ?? '';
				const people = STAFF.slice(0, 3).map(({ nip }) => nip);
				// Two devices a person: both write, and each reads what the other wrote.
				const devices = [...people, ...people].map((nip) => onlineDevice(nip, either));
				for (const device of devices) {
					await device.signIn(PASSWORD);
					await device.sync();
				}
				for (let round = 0; round < 10; round += 1) {
					for (const device of devices) await record(device);
					await Promise.all(devices.map((device) => device.sync()));
				}
				await deliverAll(devices);
				for (const device of devices) await device.sync();

				const stored = await storedMutations(server);
				const acknowledged = (await Promise.all(devices.map(sentIds))).flat();
				expect(acknowledged).toHaveLength(10 * devices.length);
				expect(acknowledged.filter((id) => stored.get(id) !== 1)).toEqual([]);
				for (const nip of people) {
					const [one, two] = devices.filter((device) => device.nip === nip);
					expect(await revisionsOn(one)).toEqual(await revisionsOn(two));
					expect((await revisionsOn(one)).length).toBeGreaterThanOrEqual(20);
				}
			} finally {
				await other.dispose();
			}
		}));
});

test('I1, I12, I15: after the server is put back to an older copy, devices bring back what it had acknowledged, with its times', () =>
	withServer('embedded', async (server) => {
		const devices = await staffDevices(server, 2);
		const backup = `${server.dataDirectory}-backup`;
		await server.signal('SIGTERM');
		await cp(server.dataDirectory, backup, { recursive: true });
		await server.start();
		for (const device of devices) for (let count = 0; count < 3; count += 1) await record(device);
		await deliverAll(devices);
		const receipts = new Map(
			(await Promise.all(devices.map(({ db }) => db.sent.toArray())))
				.flat()
				.map(({ id, receipt }) => [id, receipt?.receivedAt])
		);

		await server.signal('SIGTERM');
		await rm(server.dataDirectory, { recursive: true });
		await cp(backup, server.dataDirectory, { recursive: true });
		await server.start();
		for (const device of devices) await device.sync();
		await deliverAll(devices);
		await server.signal('SIGTERM');

		const documents = await server.withDatabases(({ work }) => work.withPrefix('p'));
		const items = documents.flatMap((document) => Entry.parse(document).history);
		const restored = items.filter(({ id }) => receipts.has(id));
		expect(restored).toHaveLength(6);
		for (const { id, receivedAt } of restored) expect(receivedAt).toBe(receipts.get(id));
		expect(await Promise.all(devices.map(({ db }) => refusedCount(db)))).toEqual([0, 0]);
	}));

// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Database } from '#lib/db/database.ts';
import { currentNip, DeviceDatabase, devicePeople } from '#lib/db/device.ts';
import { hasWork, outboxRows } from '#lib/db/outbox.ts';
import { directoryOf } from '#lib/db/people.ts';
import { currentItem, type Entry } from '#lib/domain/entry.ts';
import { parseNip } from '#lib/domain/nip.ts';
import { reviewerOn } from '#lib/domain/supervision.ts';
import { newUlid } from '#lib/domain/ulid.ts';
import { SyncEngine } from '#lib/sync/engine.ts';
import { runCycle } from '#lib/sync/cycle.ts';
import { aContent, NOW, SITI } from '#tests/support/factories.ts';
import { seededRandom } from '#tests/support/random.ts';
import { createVirtualTime } from '#tests/support/virtual-time.ts';
import { type Session } from '../session.svelte.ts';
import { phaseOf, PRACTICE_NIP, setPhase, wipePractice } from './mode.ts';
import { PRACTICE_SUPERVISOR } from './office.ts';
import { openPractice, type PracticeParts } from './practice-app.ts';
import { LINE_AWAY_MS, REVIEW_AFTER_MS, TRAVEL_MS } from './server.ts';
import { keepReturnReason } from './words.ts';

const REASON = 'Please complete the description.';

const fetched = vi.fn();
let time: ReturnType<typeof createVirtualTime>;

beforeEach(() => {
	vi.stubGlobal('fetch', fetched);
	time = createVirtualTime(NOW);
});
afterEach(async () => {
	vi.unstubAllGlobals();
	for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
	// Whatever the test did: practice knows no network.
	expect(fetched).not.toHaveBeenCalled();
});

const random = seededRandom(7);
const tools = { now: () => time.now(), random, newId: () => newUlid(time.now(), random) };

const parts = (): PracticeParts => ({
	tools,
	sleep: time.sleep,
	storage: undefined,
	createEngine: (db, { nip, deviceId, transport, onStatus }) =>
		new SyncEngine({
			cycle: (signal) => runCycle(db, { transport, tools, person: nip, deviceId, signal }),
			withLock: (run) => run(),
			hasWork: () => hasWork(db),
			firstPullMs: () => Promise.resolve(0),
			askedToWaitMs: () => Promise.resolve(0),
			now: time.now,
			monotonicNow: time.monotonicNow,
			random: () => 0.5,
			sleep: time.sleep,
			onStatus
		})
});

async function practise(): Promise<Session> {
	const { session } = await openPractice(parts());
	if (!session) throw new Error('somebody invented works here');
	return session;
}

async function record(session: Session, over = {}): Promise<Entry> {
	const saved = await session.mutate({
		kind: 'entry.submit',
		documentId: session.newEntryId(session.today()),
		base: null,
		content: aContent(over)
	});
	if (!saved.ok) throw new Error(saved.error.type);
	return saved.value;
}

const shown = async ({ db }: Session, { _id }: Entry) => (await db.entries.get(_id))?.entry;
/** Lets the engine run until something is so. */
const until = (isSo: () => Promise<boolean>) =>
	vi.waitFor(
		async () => {
			await time.advance(1_000);
			expect(await isSo()).toBe(true);
		},
		{ timeout: 15_000, interval: 5 }
	);

describe('an invented office', () => {
	test('its number can be nobody’s', () => {
		for (const type of ['PNS', 'CPNS', 'PPPK'] as const)
			expect(parseNip(PRACTICE_NIP, type).ok).toBe(false);
	});

	test('the person has a post with a catalogue and a supervisor from the first moment', async () => {
		const session = await practise();
		const directory = await directoryOf(session.db);
		const of = (nip: string) => directory.supervision(nip);
		const reviewer = reviewerOn(of, PRACTICE_NIP, session.today());
		expect(reviewer?.nip).toBe(PRACTICE_SUPERVISOR);
	});
});

describe('recording', () => {
	test('waits first, and is sent after a while', async () => {
		const session = await practise();
		await record(session);
		await time.advance(LINE_AWAY_MS / 2);
		expect(await outboxRows(session.db)).toHaveLength(1);
		await until(async () => (await outboxRows(session.db)).length === 0);
		expect(time.now()).toBeGreaterThanOrEqual(NOW + LINE_AWAY_MS + TRAVEL_MS);
	});

	test('the first entry comes back with a reason in the reader’s language, and its correction is approved', async () => {
		const session = await practise();
		await keepReturnReason(session.db, REASON);
		const entry = await record(session);
		await until(async () => (await shown(session, entry))?.status === 'returned');
		const returned = await shown(session, entry);
		if (!returned) throw new Error('it is there');
		expect(currentItem(returned)).toMatchObject({ by: PRACTICE_SUPERVISOR, reason: REASON });
		expect(time.now()).toBeGreaterThanOrEqual(NOW + REVIEW_AFTER_MS);

		const { _id: documentId, version: base } = returned;
		const content = aContent({ description: 'Lengkap.' });
		await session.mutate({ kind: 'entry.submit', documentId, base, content });
		await until(async () => (await shown(session, entry))?.status === 'approved');
	});

	test('only one entry comes back', async () => {
		const session = await practise();
		const first = await record(session);
		await time.advance(1_000);
		const second = await record(session);
		await until(async () => (await shown(session, second))?.status === 'approved');
		expect((await shown(session, first))?.status).toBe('returned');
	});

	test('what the rules refuse is refused here too', async () => {
		const session = await practise();
		const entry = await record(session);
		await until(async () => (await shown(session, entry))?.status === 'returned');
		const refused = await session.mutate({
			kind: 'review.approve',
			documentId: entry._id,
			base: entry.version
		});
		expect(refused).toMatchObject({ ok: false, error: { type: 'not-allowed' } });
	});
});

describe('apart from real work', () => {
	test('who works on this device is neither shown nor touched', async () => {
		const device = new DeviceDatabase();
		await device.people.put({ nip: SITI, name: 'Siti Contoh', state: 'signed-in' });
		await device.meta.put({ key: 'currentNip', value: SITI });
		const real = new Database(SITI);
		await real.open();
		const app = await openPractice(parts());
		await vi.waitFor(() => expect(app.session?.nip).toBe(PRACTICE_NIP));
		if (app.session) await record(app.session);
		expect(await devicePeople(device)).toHaveLength(1);
		expect(await currentNip(device)).toBe(SITI);
		expect(await real.outbox.count()).toBe(0);
		device.close();
		real.close();
	});

	test('the end leaves nothing of it, and everything else', async () => {
		const real = new Database(SITI);
		await real.open();
		const app = await openPractice(parts());
		app.session?.close();
		await wipePractice();
		expect(await Dexie.getDatabaseNames()).toEqual([real.name]);
		real.close();
	});
});

test('a tab that was loaded again goes on with what was practised', async () => {
	const before = await practise();
	const entry = await record(before);
	before.close();
	expect(await shown(await practise(), entry)).toBeDefined();
});

test('a tab remembers whether it practises', () => {
	setPhase(sessionStorage, 'new');
	expect(phaseOf(sessionStorage)).toBe('new');
	setPhase(sessionStorage, undefined);
	expect(phaseOf(sessionStorage)).toBeUndefined();
});

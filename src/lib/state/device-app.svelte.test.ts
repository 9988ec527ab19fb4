// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { flushSync } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import { Database } from '#lib/db/database.ts';
import { DeviceDatabase, devicePerson } from '#lib/db/device.ts';
import { storeDocuments } from '#lib/db/feeds.ts';
import { hasWork, outboxRows } from '#lib/db/outbox.ts';
import { entryId } from '#lib/domain/document.ts';
import { type Entry } from '#lib/domain/entry.ts';
import { err, ok, type Result } from '#lib/domain/result.ts';
import { newUlid } from '#lib/domain/ulid.ts';
import { createProblem, type ProblemType } from '#lib/protocol/problem.ts';
import { runCycle } from '#lib/sync/cycle.ts';
import { type TransportFailure } from '#lib/sync/failure.ts';
import { SyncEngine } from '#lib/sync/engine.ts';
import { type Transport } from '#lib/sync/transport.ts';
import { anAnswer, asStored } from '#tests/support/answers.ts';
import {
	aContent,
	aMutationId,
	aPerson,
	aUnit,
	BUDI,
	NOW,
	SITI,
	TODAY
} from '#tests/support/factories.ts';
import { seededRandom } from '#tests/support/random.ts';
import { createVirtualTime } from '#tests/support/virtual-time.ts';
import { DeviceApp } from './device-app.svelte.ts';
import { Installation } from './installation.svelte.ts';
import { type ScreensKept } from './keep-screens.ts';

const PASSWORDS: Record<string, string> = { [SITI]: 'sandi siti', [BUDI]: 'sandi budi' };
const refused = (type: ProblemType) =>
	err({ type: 'refused', problem: createProblem(type) } as const);
const OFFLINE = { type: 'offline' } as const;

const granted = (person: string, mustChangePassword: boolean) => ({
	person,
	name: person === SITI ? 'Siti Contoh' : 'Budi Contoh',
	serverTime: NOW,
	contact: 'contact-1',
	mustChangePassword
});

/** A server that knows two people, and the cookies it gave this browser. */
function aServer() {
	const server = {
		isReachable: true,
		startCode: false,
		cookies: new Set<string>(),
		delivered: [] as [person: string, mutationId: string][],
		signOuts: [] as string[]
	};
	const online = <T, E>(answer: () => Result<T, E>): Promise<Result<T, E | typeof OFFLINE>> =>
		Promise.resolve(server.isReachable ? answer() : err(OFFLINE));

	const transport: Transport = {
		sync: (request) =>
			online(() => {
				const { person, mutations = [] } = request;
				if (!server.cookies.has(person)) return err({ type: 'signed-out' } as const);
				for (const { id } of mutations) server.delivered.push([person, id]);
				const refused = { outcome: 'refused', refusal: { type: 'not-allowed' } } as const;
				return ok(anAnswer(request, { results: mutations.map(({ id }) => ({ id, ...refused })) }));
			}),
		signIn: ({ person, password }) =>
			online(() => {
				if (PASSWORDS[person] !== password) return refused('wrong-credentials');
				server.cookies.add(person);
				return ok(granted(person, server.startCode));
			}),
		signOut: ({ person }) =>
			online(() => {
				server.signOuts.push(person);
				server.cookies.delete(person);
				return ok(undefined);
			}),
		endOthers: () => online(() => ok(undefined)),
		listDevices: ({ person }) => online(() => ok({ person, devices: [] })),
		endSession: () => online(() => ok(undefined)),
		changePassword: ({ person, current }) =>
			online(() => {
				if (PASSWORDS[person] !== current) return refused('wrong-credentials');
				server.startCode = false;
				return ok(granted(person, false));
			})
	};
	return Object.assign(server, { transport });
}

type Server = ReturnType<typeof aServer>;

/** The browser of one device; `openTab` may be called again, as after a restart. */
function aBrowser(server: Server, { clockAheadMs = 0 } = {}) {
	const options = { indexedDB: new IDBFactory(), IDBKeyRange };
	const time = createVirtualTime(NOW + clockAheadMs);
	const random = seededRandom(11);
	const tools = { now: time.now, random, newId: () => newUlid(time.now(), random) };
	const { transport } = server;
	const worker = { kept: 'kept' as ScreensKept };

	async function openTab() {
		const app = new DeviceApp({
			device: new DeviceDatabase(options),
			deviceId: 'device01',
			transport,
			tools,
			openDatabase: (nip, hooks) => new Database(nip, options, hooks),
			createEngine: (nip, db, onStatus) =>
				new SyncEngine({
					cycle: (signal) =>
						runCycle(db, { transport, tools, person: nip, deviceId: 'device01', signal }),
					withLock: (run) => run(),
					hasWork: () => hasWork(db),
					firstPullMs: () => Promise.resolve(0),
					askedToWaitMs: () => Promise.resolve(0),
					now: time.now,
					monotonicNow: time.monotonicNow,
					random: () => 0.5,
					sleep: time.sleep,
					onStatus
				}),
			update: { waiting: false, apply: () => undefined },
			installation: new Installation(new EventTarget()),
			keepScreens: () => Promise.resolve(worker.kept),
			lockIterations: 1_000
		});
		await app.start();
		return app;
	}
	return { openTab, time, worker, device: new DeviceDatabase(options) };
}

/** The first sync after a sign-in is over, so that what follows is a sync of its own. */
const isIdle = (app: DeviceApp) =>
	vi.waitFor(() => expect(app.session?.sync.nextTryAt).toBeGreaterThan(NOW + 60_000));

async function record(app: DeviceApp): Promise<Entry> {
	const { session } = app;
	if (!session) throw new Error('somebody must work here');
	const entry = await session.mutate({
		kind: 'entry.submit',
		documentId: entryId(session.nip, TODAY, aMutationId()),
		base: null,
		content: aContent()
	});
	if (!entry.ok) throw new Error(entry.error.type);
	return entry.value;
}

describe('signing in', () => {
	test('the zone is that of the person’s unit, as soon as it is known', async () => {
		const app = await aBrowser(aServer()).openTab();
		await app.signIn(SITI, 'sandi siti');
		const { session } = app;
		if (!session) throw new Error('signed in');
		expect(session.zone()).toBe('WITA');
		await session.db.transaction('rw', session.db.documents, session.db.feeds, async () =>
			storeDocuments(session.db, [asStored(aPerson(SITI)), asStored(aUnit({ zone: 'WIT' }))])
		);
		await vi.waitFor(() => expect(session.zone()).toBe('WIT'));
	});

	test('online, the person works with a corrected clock and is there again after a restart', async () => {
		const { openTab, time } = aBrowser(aServer());
		const app = await openTab();
		expect(await app.signIn(SITI, 'sandi siti')).toEqual({ ok: true, value: 'ready' });
		expect(app.session).toMatchObject({ nip: SITI, name: 'Siti Contoh' });
		expect(app.session?.now()).toBe(time.now());
		expect(app.session?.today()).toBe(TODAY);
		expect((await openTab()).session?.nip).toBe(SITI);
	});

	test('a wrong password opens nothing', async () => {
		const app = await aBrowser(aServer()).openTab();
		expect(await app.signIn(SITI, 'salah')).toEqual({
			ok: false,
			error: { type: 'wrong-credentials' }
		});
		expect(app.session).toBeUndefined();
	});

	test('without a line a stranger is told that he must be online once', async () => {
		const server = aServer();
		server.isReachable = false;
		const app = await aBrowser(server).openTab();
		expect(await app.signIn(SITI, 'sandi siti')).toEqual({
			ok: false,
			error: { type: 'offline-unknown-person' }
		});
	});

	test('a start code must be replaced, and opens nothing without a line', async () => {
		const server = aServer();
		server.startCode = true;
		const app = await aBrowser(server).openTab();
		expect(await app.signIn(SITI, 'sandi siti')).toEqual({
			ok: true,
			value: 'must-change-password'
		});
		expect(app.session?.mustChangePassword).toBe(true);
		expect(await app.changePassword('salah', 'kata sandi baru')).toMatchObject({ ok: false });
		expect(await app.changePassword('sandi siti', 'kata sandi baru')).toMatchObject({ ok: true });
		expect(app.session?.mustChangePassword).toBe(false);

		server.isReachable = false;
		await app.signOut();
		expect(await app.signIn(SITI, 'sandi siti')).toMatchObject({ ok: false });
		expect(await app.signIn(SITI, 'kata sandi baru')).toEqual({ ok: true, value: 'ready' });
	});

	test('nobody is signed in before every screen is on the device, and may try again', async () => {
		const { openTab, worker } = aBrowser(aServer());
		const app = await openTab();
		worker.kept = 'failed';
		expect(await app.signIn(SITI, 'sandi siti')).toEqual({
			ok: false,
			error: { type: 'screens-not-kept' }
		});
		expect(app.session).toBeUndefined();
		expect((await openTab()).session).toBeUndefined();
		worker.kept = 'kept';
		expect(await app.signIn(SITI, 'sandi siti')).toEqual({ ok: true, value: 'ready' });
	});

	test('a browser that can keep no app signs in all the same', async () => {
		const { openTab, worker } = aBrowser(aServer());
		worker.kept = 'no-worker';
		expect(await (await openTab()).signIn(SITI, 'sandi siti')).toMatchObject({ ok: true });
	});

	test('components see who works here', async () => {
		const app = await aBrowser(aServer()).openTab();
		const seen: (string | undefined)[] = [];
		const stop = $effect.root(() => {
			$effect(() => {
				seen.push(app.session?.name);
			});
		});
		flushSync();
		await app.signIn(SITI, 'sandi siti');
		flushSync();
		await app.signOut();
		flushSync();
		stop();
		expect(seen).toEqual([undefined, 'Siti Contoh', undefined]);
	});
});

describe('signing out', () => {
	test('without a line: locked at once, the outbox kept, the server told at the next contact', async () => {
		const server = aServer();
		const { openTab, device } = aBrowser(server);
		const app = await openTab();
		await app.signIn(SITI, 'sandi siti');
		await isIdle(app);
		server.isReachable = false;
		const entry = await record(app);
		await app.signOut();

		expect(app.session).toBeUndefined();
		expect((await openTab()).session).toBeUndefined();
		expect(await devicePerson(device, SITI)).toMatchObject({ state: 'locked', revoke: true });
		expect(server.signOuts).toEqual([]);

		server.isReachable = true;
		app.wake('online');
		await vi.waitFor(async () =>
			expect((await devicePerson(device, SITI))?.revoke).toBeUndefined()
		);
		expect(server.signOuts).toEqual([SITI]);

		await app.signIn(SITI, 'sandi siti');
		await vi.waitFor(() => expect(server.delivered).toEqual([[SITI, entry.version]]));
	});

	test('without a line the right password opens again, and what waits is still there', async () => {
		const server = aServer();
		const { openTab } = aBrowser(server);
		const app = await openTab();
		await app.signIn(SITI, 'sandi siti');
		await isIdle(app);
		server.isReachable = false;
		await record(app);
		await app.signOut();

		expect(await app.signIn(SITI, 'salah')).toEqual({
			ok: false,
			error: { type: 'wrong-credentials' }
		});
		expect(await app.signIn(SITI, 'sandi siti')).toEqual({ ok: true, value: 'ready' });
		if (!app.session) throw new Error('signed in');
		expect(await outboxRows(app.session.db)).toHaveLength(1);
	});

	test('in one tab closes the others too', async () => {
		const { openTab } = aBrowser(aServer());
		const app = await openTab();
		await app.signIn(SITI, 'sandi siti');
		const other = await openTab();
		expect(other.session?.nip).toBe(SITI);
		await app.signOut();
		await vi.waitFor(() => expect(other.session).toBeUndefined());
	});
});

describe('a shared computer', () => {
	test('a colleague neither sees nor sends what waits; only the same person’s sign-in does', async () => {
		const server = aServer();
		const { openTab, time } = aBrowser(server);
		const app = await openTab();
		await app.signIn(SITI, 'sandi siti');
		await isIdle(app);
		server.isReachable = false;
		const entry = await record(app);
		await app.signOut();
		server.isReachable = true;

		await app.signIn(BUDI, 'sandi budi');
		await time.advance(60_000);
		if (!app.session) throw new Error('Budi signed in');
		expect(app.session.nip).toBe(BUDI);
		expect(await outboxRows(app.session.db)).toEqual([]);
		expect(await app.session.db.entries.count()).toBe(0);
		expect(server.delivered).toEqual([]);

		await app.signOut();
		await app.signIn(SITI, 'sandi siti');
		await vi.waitFor(() => expect(server.delivered).toEqual([[SITI, entry.version]]));
	});

	test('who signs in over a colleague locks the colleague’s data', async () => {
		const { openTab, device } = aBrowser(aServer());
		const app = await openTab();
		await app.signIn(SITI, 'sandi siti');
		const before = app.session?.db;
		await app.signIn(BUDI, 'sandi budi');
		expect(await devicePerson(device, SITI)).toMatchObject({ state: 'locked' });
		expect(before?.isOpen()).toBe(false);
	});
});

describe('a session the server no longer knows', () => {
	test('401 in the middle of the queue: it is kept, and the person’s sign-in sends it', async () => {
		const server = aServer();
		const { openTab, device } = aBrowser(server);
		const app = await openTab();
		await app.signIn(SITI, 'sandi siti');
		await isIdle(app);
		server.cookies.clear();
		const entry = await record(app);
		await vi.waitFor(async () => {
			expect(app.session?.sync).toMatchObject({ phase: 'waiting', signedOut: true });
			expect(await devicePerson(device, SITI)).toMatchObject({ state: 'sign-in-needed' });
		});
		expect(server.delivered).toEqual([]);

		await app.signIn(SITI, 'sandi siti');
		await vi.waitFor(() => expect(server.delivered).toEqual([[SITI, entry.version]]));
		await vi.waitFor(async () => {
			expect(app.session?.sync).toMatchObject({ phase: 'idle', signedOut: false });
			expect(await devicePerson(device, SITI)).toMatchObject({ state: 'signed-in' });
		});
	});
});

test('a failure of the line is told with the time of the next try, also when the device’s clock is wrong', async () => {
	const server = aServer();
	const { openTab } = aBrowser(server, { clockAheadMs: 86_400_000 });
	const app = await openTab();
	await app.signIn(SITI, 'sandi siti');
	await isIdle(app);
	server.isReachable = false;
	await record(app);
	await vi.waitFor(() =>
		expect(app.session?.sync).toMatchObject({
			phase: 'waiting',
			failure: { type: 'offline' } satisfies TransportFailure,
			nextTryAt: NOW + 1_000
		})
	);
});

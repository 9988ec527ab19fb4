import { describe, expect, test } from 'vitest';
import { DatabaseUnavailable } from '#server/db/database.ts';
import { BUDI, NOW, SITI, TODAY } from '#tests/support/factories.ts';
import { memoryDatabase } from '#tests/support/memory-database.ts';
import { watchDatabase } from '#tests/support/watched-database.ts';
import { type ListedSession, sessionListId, signedInDevices, withSession } from './session-list.ts';
import { SessionLists } from './session-lists.ts';
import { newSessionId } from './session.ts';

const sessionId = (at: number) => newSessionId(at, Buffer.alloc(9, at % 251));

const aSession = (over: Partial<ListedSession> = {}): ListedSession => ({
	id: sessionId(NOW),
	epoch: 0,
	deviceId: 'device000001',
	kind: { browser: 'chrome', system: 'android' },
	seenOn: TODAY,
	...over
});

function setUp() {
	const store = memoryDatabase();
	const watched = watchDatabase(store);
	let ring = () => undefined as void;
	const sleep = () => new Promise<void>((resolve) => (ring = resolve));
	const failures: unknown[] = [];
	const onError = (error: unknown) => void failures.push(error);
	const server = { isBusy: false };
	const isBusy = () => server.isBusy;
	const lists = new SessionLists({ database: watched.database, sleep, isBusy, onError });
	const passTime = async () => {
		ring();
		for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
	};
	return { ...watched, store, lists, server, failures, passTime };
}

describe('a session in use', () => {
	test('is listed at once and written later, for all people in one request', async () => {
		const { lists, calls, passTime, store } = setUp();
		lists.note(SITI, aSession());
		lists.note(BUDI, aSession({ id: sessionId(NOW + 1) }));
		expect(calls).toEqual([]);
		expect(await lists.read(SITI)).toEqual([aSession()]);
		await passTime();
		expect(calls.filter((name) => name === 'write')).toHaveLength(1);
		const stored = await store.read([sessionListId(SITI), sessionListId(BUDI)]);
		expect(stored.size).toBe(2);
	});

	test('is noted once a day', async () => {
		const { lists, calls, passTime } = setUp();
		lists.note(SITI, aSession());
		await passTime();
		const before = calls.length;
		lists.note(SITI, aSession());
		await passTime();
		expect(calls.length).toBe(before);
		lists.note(SITI, aSession({ seenOn: '2026-11-25' }));
		await passTime();
		expect((await lists.read(SITI)).map(({ seenOn }) => seenOn)).toEqual(['2026-11-25']);
	});

	test('is written when nobody waits for the server any more', async () => {
		const { lists, calls, server, passTime, store } = setUp();
		server.isBusy = true;
		lists.note(SITI, aSession());
		await passTime();
		await passTime();
		expect(calls).toEqual([]);
		server.isBusy = false;
		await passTime();
		expect((await store.read([sessionListId(SITI)])).size).toBe(1);
	});

	test('waits for the rest of a batch that a rush came into', async () => {
		const { lists, replace, server, passTime, store } = setUp();
		const many = Array.from({ length: 201 }, (_unused, index) => `${index}`);
		many.forEach((nip, index) => lists.note(nip, aSession({ id: sessionId(NOW + index) })));
		replace({
			write: (drafts) => {
				server.isBusy = true;
				return store.write(drafts);
			}
		});
		await passTime();
		expect((await store.read(many.map(sessionListId))).size).toBe(200);
		server.isBusy = false;
		await passTime();
		expect((await store.read(many.map(sessionListId))).size).toBe(201);
	});

	test('is written after ten minutes also on a server that never rests, and when it stops', async () => {
		const { lists, server, passTime, store } = setUp();
		server.isBusy = true;
		lists.note(SITI, aSession());
		for (let halfMinute = 1; halfMinute <= 20; halfMinute += 1) await passTime();
		expect((await store.read([sessionListId(SITI)])).size).toBe(0);
		await passTime();
		expect((await store.read([sessionListId(SITI)])).size).toBe(1);
		lists.note(BUDI, aSession({ id: sessionId(NOW + 1) }));
		await lists.flush();
		expect((await store.read([sessionListId(BUDI)])).size).toBe(1);
	});

	test('is not lost while the database is away, or when another process is faster', async () => {
		const { lists, replace, store, passTime, failures } = setUp();
		replace({ write: () => Promise.reject(new DatabaseUnavailable('away')) });
		lists.note(SITI, aSession());
		await passTime();
		const other = aSession({ id: sessionId(NOW + 1), deviceId: 'device000002' });
		const elsewhere = new SessionLists({
			database: store,
			sleep: () => Promise.resolve(),
			isBusy: () => false,
			onError: () => undefined
		});
		replace({
			write: async (drafts) => {
				elsewhere.note(SITI, other);
				await elsewhere.flush();
				return store.write(drafts);
			}
		});
		await passTime();
		replace({ write: (drafts) => store.write(drafts) });
		await passTime();
		expect(failures).toEqual([]);
		expect(await lists.read(SITI)).toEqual([aSession(), other]);
	});

	test('is listed to whoever reads while it is being written', async () => {
		const { lists, replace, store } = setUp();
		lists.note(SITI, aSession());
		replace({
			read: async (ids) => {
				const read = await store.read(ids);
				replace({ read: (asked) => store.read(asked) });
				await lists.flush();
				return read;
			}
		});
		expect(await lists.read(SITI)).toEqual([aSession()]);
	});

	test('goes into a new list where the old one can not be read', async () => {
		const { lists, store } = setUp();
		await store.write([{ _id: sessionListId(SITI), schema: 1, sessions: 'damaged' } as never]);
		lists.note(SITI, aSession());
		await lists.flush();
		expect(await lists.read(SITI)).toEqual([aSession()]);
	});
});

test('a list keeps the fifty newest', () => {
	const many = Array.from({ length: 60 }, (_unused, index) =>
		aSession({ id: sessionId(NOW + index) })
	);
	const kept = many.reduce<readonly ListedSession[]>(withSession, []);
	expect([kept.length, kept[0]?.id]).toEqual([50, sessionId(NOW + 10)]);
});

test('a device signed in twice is one line, this one first, then the newest', () => {
	const sessions = [
		aSession({ id: sessionId(NOW), deviceId: 'device000001', seenOn: '2026-11-20' }),
		aSession({ id: sessionId(NOW + 1), deviceId: 'device000002' }),
		aSession({ id: sessionId(NOW + 2), deviceId: 'device000003' }),
		aSession({ id: sessionId(NOW + 3), deviceId: 'device000001', seenOn: '2026-11-19' })
	];
	const own = { id: sessionId(NOW + 1), deviceId: 'device000002' };
	const lines = signedInDevices(sessions, own).map(({ session, seenOn, isThis }) => [
		session,
		seenOn,
		isThis
	]);
	expect(lines).toEqual([
		[sessionId(NOW + 1), TODAY, true],
		[sessionId(NOW + 3), '2026-11-20', false],
		[sessionId(NOW + 2), TODAY, false]
	]);
});

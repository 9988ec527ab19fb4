import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import nano from 'nano';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { type Change, type Database, type Draft } from './database.ts';
import { type Opened } from './contract/setup.contract.ts';
import { databaseContract } from './database.contract.ts';
import { openCouch } from './couch.ts';

const { COUCHDB_URL: url = '' } = process.env;

if (url === '') {
	test('without COUCHDB_URL nothing is claimed about CouchDB', () => {
		expect(process.env.COUCHDB_URL ?? '').toBe('');
	});
} else {
	databaseContract('CouchDB', () => openNew(url));
	describe('openCouch', () => testOpening(url));
	describe('changes from elsewhere', () => testForeignChanges(url));
}

const options = {
	requestTimeoutMs: 5_000,
	sleep: (delayMs: number, signal: AbortSignal) => sleep(delayMs, undefined, { signal })
};

async function openNew(address: string): Promise<Opened & { name: string }> {
	const name = `test-${randomUUID()}`;
	const db = await openCouch(address, name, options);
	const other = await openCouch(address, name, options);
	const server = nano(address);
	return {
		name,
		db,
		other,
		fork: async (document) => {
			await server.use(name).bulk({ docs: [document], new_edits: false });
		},
		dispose: async () => {
			await Promise.all([db.close(), other.close()]);
			await server.db.destroy(name);
		}
	};
}

/** By itself CouchDB brings views up to date every five seconds. */
const A_WHILE_MS = 6_000;

function testOpening(address: string): void {
	const server = nano(address);
	const DESIGN = '_design/feeds';

	const openUntilFinished = async () => {
		const opened = await openNew(address);
		onTestFinished(() => opened.dispose());
		return opened;
	};
	const openAgain = async (name: string) => {
		const db = await openCouch(address, name, options);
		await db.close();
	};

	test('opening again leaves the design document alone', async () => {
		const { name } = await openUntilFinished();
		const before = await server.use(name).get(DESIGN);
		await openAgain(name);
		expect(await server.use(name).get(DESIGN)).toEqual(before);
	});

	test('a design document of another release is replaced, and totals are right', async () => {
		const { name, db } = await openUntilFinished();
		const { _rev } = await server.use(name).get(DESIGN);
		await server.use(name).insert({ _id: DESIGN, _rev, views: {} });
		await openAgain(name);
		await db.write([{ _id: 'all:settings', schema: 1 }]);
		expect((await db.totals(['all'])).get('all')?.[0]).toBe(1);
	});

	test(
		'the views are left alone by a write until the delay is over; a question is told the truth before',
		async () => {
			const name = `test-${randomUUID()}`;
			const delays: (() => void)[] = [];
			const sleepUntilCalled = () => new Promise<void>((wake) => delays.push(wake));
			const db = await openCouch(address, name, { ...options, sleep: sleepUntilCalled });
			onTestFinished(async () => {
				await db.close();
				await server.db.destroy(name);
			});
			const write = (id: string) => db.write([{ _id: `all:${id}`, schema: 1 }]);
			const indexed = async () => {
				const query = { update: 'false', reduce: false } as const;
				return (await server.use(name).view('feeds', 'totals', query)).rows.length;
			};

			await write('calendar');
			expect((await db.totals(['all'])).get('all')?.[0]).toBe(1);
			await write('settings');
			await sleep(A_WHILE_MS);
			expect(await indexed()).toBe(1);
			expect(delays).toHaveLength(1);
			delays[0]?.();
			await vi.waitFor(async () => expect(await indexed()).toBe(2), { timeout: A_WHILE_MS });
		},
		4 * A_WHILE_MS
	);

	test('several processes may open a new database at once', async () => {
		const name = `test-${randomUUID()}`;
		onTestFinished(async () => void (await server.db.destroy(name)));
		await Promise.all([1, 2, 3, 4].map(() => openAgain(name)));
		expect(await server.use(name).get(DESIGN)).toHaveProperty('views');
	});

	test('the database is closed to the public, also when it was open before', async () => {
		const { name } = await openUntilFinished();
		const open = { admins: { names: [], roles: [] }, members: { names: [], roles: [] } };
		const request = { db: name, path: '_security', method: 'PUT', body: open };
		await server.request(request);
		await openAgain(name);
		const { origin } = new URL(address);
		expect((await fetch(`${origin}/${name}`)).status).toBe(401);
	});

	test('members that someone set are kept', async () => {
		const { name } = await openUntilFinished();
		const members = { names: ['e-kinerja'], roles: [] };
		await server.request({ db: name, path: '_security', method: 'PUT', body: { members } });
		await openAgain(name);
		expect(await server.request({ db: name, path: '_security' })).toMatchObject({ members });
	});
}

/** A poll that hangs on the deleted database ends after half the request time-out. */
const REMADE = { timeout: 20_000 };

function testForeignChanges(address: string): void {
	const server = nano(address);
	const listen = async (db: Database) => {
		const told: (Change | 'gap')[] = [];
		await db.changes(
			(change) => told.push(change),
			() => told.push('gap')
		);
		return told;
	};
	const heard = (told: unknown[], last: unknown) =>
		vi.waitFor(() => expect(told.at(-1)).toEqual(last), { timeout: 10_000 });
	const settings = (content: object = {}): Draft => ({
		_id: 'all:settings',
		schema: 1,
		...content
	});

	test('a branch brought in by replication is told with the number of branches', async () => {
		const { db, fork, dispose } = await openNew(address);
		onTestFinished(dispose);
		await db.write([settings()]);
		const told = await listen(db);
		const rev = '1-ffffffffffffffffffffffffffffffff';
		await fork({ _id: 'all:settings', _rev: rev, schema: 1 });
		await heard(told, { id: 'all:settings', rev, branches: 2 });
	});

	test('a new design document is not told', async () => {
		const { name, db, dispose } = await openNew(address);
		onTestFinished(dispose);
		const told = await listen(db);
		await server.use(name).insert({ _id: '_design/other' });
		await db.write([settings()]);
		await vi.waitFor(() => expect(told).toHaveLength(1));
		expect(told).toMatchObject([{ id: 'all:settings' }]);
	});

	test('a database deleted and made anew is told as a gap, and then followed', REMADE, async () => {
		const { name, db, dispose } = await openNew(address);
		onTestFinished(dispose);
		await db.write([settings(), { _id: 'all:calendar', schema: 1 }]);
		const told = await listen(db);
		await server.db.destroy(name);
		// For a moment after the deletion CouchDB may still say that it exists.
		await vi.waitFor(() => server.db.create(name), { timeout: 5_000 });
		await vi.waitFor(() => expect(told).toContain('gap'), { timeout: 10_000 });
		const [outcome] = await db.write([settings()]);
		await heard(told, { id: 'all:settings', rev: outcome?.ok && outcome.rev, branches: 1 });
	});
}

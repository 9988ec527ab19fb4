/** What signing in, out and a new password do when things happen at once or fail half-way. */
import { describe, expect, test } from 'vitest';
import { DAY_MS } from '#lib/domain/day.ts';
import { DatabaseUnavailable } from '#server/db/database.ts';
import { NOW, SITI, TODAY } from '#tests/support/factories.ts';
import { memoryDatabase } from '#tests/support/memory-database.ts';
import { watchDatabase } from '#tests/support/watched-database.ts';
import { newAccount } from './account.ts';
import { Accounts } from './accounts.ts';
import { Attempts } from './attempts.ts';
import { createAuthenticate } from './authenticate.ts';
import { createSessionEndpoints, type GrantedSession } from './endpoints.ts';
import { Passwords } from './passwords.ts';
import { SessionLists } from './session-lists.ts';
import { createSigner } from './signer.ts';

const PASSWORD = 'pasar ikan pagi';
const DEVICE = 'device000001';
const right = { person: SITI, password: PASSWORD, deviceId: DEVICE };
const ticks = () => new Promise<void>((resolve) => setImmediate(resolve));

async function setUp(
	limits = { maxRunning: 2, maxWaiting: 100 },
	nameOf: () => Promise<string | undefined> = () => Promise.resolve(undefined)
) {
	const clock = { now: NOW };
	const now = () => clock.now;
	const passwords = new Passwords({ now, random: () => 0 }, limits);
	const hashed = await passwords.hash(PASSWORD);
	if (!hashed.ok) throw new Error('nothing else is hashed yet');
	const store = memoryDatabase();
	await store.write([newAccount(SITI, { hash: hashed.value, startCode: false })]);
	const watched = watchDatabase(store);
	const accounts = new Accounts(watched.database, ticks);
	await accounts.open();
	const signer = createSigner(Buffer.alloc(32, 7));
	const authenticate = createAuthenticate({ accounts, signer, now });
	const parts = { accounts, signer, authenticate, now, passwords, attempts: new Attempts(now) };
	const never = () => new Promise<void>(() => undefined);
	const fail = (error: unknown) => {
		throw error;
	};
	const lists = new SessionLists({
		database: watched.database,
		sleep: never,
		isBusy: () => false,
		onError: fail
	});
	const listed = { lists, todayOf: () => TODAY };
	const endpoints = createSessionEndpoints({
		...parts,
		...listed,
		nameOf
	});
	const signIn = async (): Promise<GrantedSession> => {
		const granted = await endpoints.signIn(right);
		if (!granted.ok) throw new Error(granted.error.type);
		return granted.value.session;
	};
	return { ...watched, ...endpoints, ...parts, lists, clock, store, grantedTo: signIn };
}

const holding = (session: GrantedSession) => (name: string) =>
	name === session.name ? session.token : undefined;

const typeOf = async <T>(answer: Promise<{ ok: boolean; error?: { type: string }; value?: T }>) =>
	(await answer).error?.type ?? 'ok';

describe('signing in', () => {
	test('a person without a card is called by his number', async () => {
		const { signIn } = await setUp();
		expect(await signIn(right)).toMatchObject({ ok: true, value: { body: { name: SITI } } });
	});

	test('an attempt the server was too busy to judge costs the person nothing', async () => {
		const { signIn, passwords } = await setUp({ maxRunning: 1, maxWaiting: 0 });
		const busy = passwords.hash('somebody else');
		for (let count = 0; count < 10; count += 1)
			expect(await typeOf(signIn(right))).toBe('overloaded');
		await busy;
		expect(await typeOf(signIn(right))).toBe('ok');
	});

	test('nor does one during which the database is away', async () => {
		const { signIn, replace, store } = await setUp();
		replace({ read: () => Promise.reject(new DatabaseUnavailable('away')) });
		for (let count = 0; count < 10; count += 1)
			expect(await typeOf(signIn(right))).toBe('database-unavailable');
		replace({ read: (ids) => store.read(ids) });
		expect(await typeOf(signIn(right))).toBe('ok');
	});
});

describe('signing out', () => {
	test('without a session, or with one that has ended, writes nothing', async () => {
		const { signOut, grantedTo, calls } = await setUp();
		const session = await grantedTo();
		const out = { person: SITI, deviceId: DEVICE };
		await signOut(out, () => undefined);
		expect(calls).not.toContain('write');
		await signOut(out, holding(session));
		await signOut(out, holding(session));
		expect(calls.filter((name) => name === 'write')).toHaveLength(1);
	});

	test('takes the cookie away', async () => {
		const { signOut } = await setUp();
		const done = await signOut({ person: SITI, deviceId: DEVICE }, () => undefined);
		const session = { token: '', lifetimeSeconds: 0 };
		expect(done).toMatchObject({ ok: true, value: { session } });
	});

	test('two devices at once end both sessions', async () => {
		const { signOut, grantedTo, authenticate } = await setUp();
		const sessions = [await grantedTo(), await grantedTo()];
		const out = { person: SITI, deviceId: DEVICE };
		await Promise.all(sessions.map((session) => signOut(out, holding(session))));
		const left = sessions.filter((session) => authenticate(SITI, holding(session)).ok);
		expect(left).toEqual([]);
	});

	test('the list of ended sessions forgets those that would be over anyway', async () => {
		const { signOut, grantedTo, accounts, clock } = await setUp();
		const out = { person: SITI, deviceId: DEVICE };
		await signOut(out, holding(await grantedTo()));
		clock.now += 180 * DAY_MS;
		await signOut(out, holding(await grantedTo()));
		expect(accounts.stateOf(SITI)?.revoked.size).toBe(1);
	});
});

describe('signing out elsewhere', () => {
	const asked = { person: SITI, deviceId: DEVICE };

	test('counts after a restart, too, and for sessions begun later not at all', async () => {
		const { endOthers, grantedTo, accounts, authenticate, clock } = await setUp();
		const [lost, held] = [await grantedTo(), await grantedTo()];
		expect(await typeOf(endOthers(asked, holding(held)))).toBe('ok');
		accounts.close();
		await accounts.open();
		clock.now += 1;
		const isOpen = [lost, held, await grantedTo()].map(
			(session) => authenticate(SITI, holding(session)).ok
		);
		expect(isOpen).toEqual([false, true, true]);
	});

	test('nobody without a session does it, and a database that is away is told', async () => {
		const { endOthers, grantedTo, replace, authenticate } = await setUp();
		const [other, held] = [await grantedTo(), await grantedTo()];
		expect(await typeOf(endOthers(asked, () => undefined))).toBe('not-signed-in');
		replace({ write: () => Promise.reject(new DatabaseUnavailable('away')) });
		expect(await typeOf(endOthers(asked, holding(held)))).toBe('database-unavailable');
		expect(authenticate(SITI, holding(other)).ok).toBe(true);
	});

	test('a new password begins anew', async () => {
		const { endOthers, changePassword, grantedTo, accounts } = await setUp();
		const held = await grantedTo();
		await endOthers(asked, holding(held));
		const change = { ...asked, current: PASSWORD, next: 'pasar ikan sore' };
		expect(await typeOf(changePassword(change, holding(held)))).toBe('ok');
		expect(accounts.stateOf(SITI)?.only).toBeUndefined();
	});
});

describe('a new password', () => {
	const change = { person: SITI, deviceId: DEVICE, current: PASSWORD, next: 'pasar ikan sore' };

	test.each([
		['without a session', change, false, 'not-signed-in'],
		['with a wrong current one', { ...change, current: 'salah semua' }, true, 'wrong-credentials'],
		['that is the current one', { ...change, next: PASSWORD }, true, 'password-refused']
	])('%s is refused and ends no session', async (_name, asked, isSignedIn, type) => {
		const { changePassword, grantedTo, authenticate } = await setUp();
		const session = await grantedTo();
		const held = isSignedIn ? holding(session) : () => undefined;
		expect(await typeOf(changePassword(asked, held))).toBe(type);
		expect(authenticate(SITI, holding(session)).ok).toBe(true);
	});

	test('that is answered with a refusal because the database went away does not count', async () => {
		let isAway = false;
		const nameOf = () =>
			isAway ? Promise.reject(new DatabaseUnavailable('away')) : Promise.resolve('Siti Contoh');
		const { changePassword, grantedTo, signIn } = await setUp(undefined, nameOf);
		const session = await grantedTo();
		isAway = true;
		expect(await typeOf(changePassword(change, holding(session)))).toBe('database-unavailable');
		isAway = false;
		expect(await typeOf(signIn(right))).toBe('ok');
	});

	test('of two at once, one counts and the other must sign in again', async () => {
		const { changePassword, grantedTo } = await setUp();
		const session = await grantedTo();
		const others = [change, { ...change, next: 'pasar ikan malam' }];
		const answers = others.map((asked) => typeOf(changePassword(asked, holding(session))));
		expect((await Promise.all(answers)).sort()).toEqual(['not-signed-in', 'ok']);
	});
});

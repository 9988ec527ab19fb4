import { describe, expect, test } from 'vitest';
import { DatabaseUnavailable } from '#server/db/database.ts';
import { BUDI, SITI } from '#tests/support/factories.ts';
import { memoryDatabase } from '#tests/support/memory-database.ts';
import { watchDatabase } from '#tests/support/watched-database.ts';
import { type Account, accountId, newAccount } from './account.ts';
import { Accounts } from './accounts.ts';

const ticks = () => new Promise<void>((resolve) => setImmediate(resolve));
const anAccount = (nip: string) => newAccount(nip, { hash: 'hash', startCode: false });
const disable = (account: Account): Account => ({ ...account, disabled: true });
const away = () => Promise.reject(new DatabaseUnavailable('away'));

async function setUp() {
	const store = memoryDatabase();
	await store.write([anAccount(SITI)]);
	const watched = watchDatabase(store.attach());
	const slept: number[] = [];
	const sleep = (ms: number) => {
		slept.push(ms);
		return ticks();
	};
	const accounts = new Accounts(watched.database, sleep);
	/** Another process on the same database. */
	const elsewhere = new Accounts(store.attach(), ticks);
	await accounts.open();
	return { ...watched, store, accounts, elsewhere, slept };
}

describe('what is known of an account', () => {
	test('is what was stored, and asking reads nothing', async () => {
		const { accounts, calls } = await setUp();
		const asked = calls.length;
		const state = { epoch: 0, disabled: false, startCode: false, revoked: new Set() };
		expect(accounts.stateOf(SITI)).toMatchObject(state);
		expect(accounts.stateOf(BUDI)).toBeUndefined();
		expect(calls.length).toBe(asked);
	});

	test('follows what this process writes, at once', async () => {
		const { accounts } = await setUp();
		await accounts.update(SITI, disable);
		expect(accounts.stateOf(SITI)?.disabled).toBe(true);
		await accounts.add([anAccount(BUDI)]);
		expect(accounts.stateOf(BUDI)?.disabled).toBe(false);
	});

	test('I9: follows what another process writes', async () => {
		const { accounts, elsewhere } = await setUp();
		await elsewhere.update(SITI, disable);
		await ticks();
		expect(accounts.stateOf(SITI)?.disabled).toBe(true);
	});

	test('I9: follows it when the database is back, and until then stays what it was', async () => {
		const { accounts, elsewhere, replace, store, slept } = await setUp();
		replace({ read: away });
		await elsewhere.update(SITI, disable);
		for (let turn = 0; turn < 5; turn += 1) await ticks();
		expect(accounts.stateOf(SITI)?.disabled).toBe(false);
		expect(new Set(slept)).toEqual(new Set([1_000]));
		replace({ read: (ids) => store.read(ids) });
		for (let turn = 0; turn < 5; turn += 1) await ticks();
		expect(accounts.stateOf(SITI)?.disabled).toBe(true);
	});

	test('is forgotten with the account', async () => {
		const { accounts, store } = await setUp();
		const account = await accounts.read(SITI);
		await store.removeBranches(accountId(SITI), [account?._rev ?? '']);
		await ticks();
		expect(accounts.stateOf(SITI)).toBeUndefined();
	});

	test('is read anew after a gap, as after a restore', async () => {
		const { accounts, store } = await setUp();
		const backup = store.snapshot();
		await accounts.update(SITI, disable);
		store.restore(backup);
		await ticks();
		expect(accounts.stateOf(SITI)?.disabled).toBe(false);
	});

	test('I9: what changes while it is being read is not overwritten by what was read', async () => {
		const store = memoryDatabase();
		await store.write([anAccount(SITI)]);
		const { database, replace } = watchDatabase(store.attach());
		const accounts = new Accounts(database, ticks);
		const elsewhere = new Accounts(store.attach(), ticks);
		replace({
			withPrefix: async (prefix) => {
				const read = await store.withPrefix(prefix);
				await elsewhere.update(SITI, disable);
				await ticks();
				return read;
			}
		});
		await accounts.open();
		expect(accounts.stateOf(SITI)?.disabled).toBe(true);
	});

	test('I9: what a sign-in reads does not undo what was written while it read', async () => {
		const { accounts, replace, store } = await setUp();
		replace({
			read: async (ids) => {
				const read = await store.read(ids);
				replace({ read: (asked) => store.read(asked) });
				await accounts.update(SITI, disable);
				await ticks();
				return read;
			}
		});
		expect(await accounts.read(SITI)).toMatchObject({ disabled: true });
		expect(accounts.stateOf(SITI)?.disabled).toBe(true);
	});

	test('I9: what is written here does not undo what another process made of it before the answer', async () => {
		const { accounts, elsewhere, replace, store } = await setUp();
		replace({
			write: async (documents) => {
				const outcomes = await store.write(documents);
				await elsewhere.update(SITI, disable);
				await ticks();
				return outcomes;
			}
		});
		await accounts.update(SITI, (account) => ({ ...account, epoch: account.epoch + 1 }));
		await ticks();
		expect(accounts.stateOf(SITI)).toMatchObject({ epoch: 1, disabled: true });
	});

	test('does not move any more once it is closed', async () => {
		const { accounts, elsewhere } = await setUp();
		accounts.close();
		await elsewhere.update(SITI, disable);
		await ticks();
		expect(accounts.stateOf(SITI)?.disabled).toBe(false);
	});

	test('an account that can not be read opens nothing, is counted and hurts no other', async () => {
		const store = memoryDatabase();
		const damaged = { ...anAccount(BUDI), epoch: -1 };
		await store.write([anAccount(SITI), damaged]);
		const accounts = new Accounts(store, ticks);
		await accounts.open();
		expect(accounts.unreadableCount).toBe(1);
		expect(accounts.stateOf(BUDI)).toBeUndefined();
		expect(await accounts.read(BUDI)).toBeUndefined();
		expect(accounts.stateOf(SITI)).toBeDefined();
	});
});

describe('add', () => {
	test('leaves an account that exists as it is', async () => {
		const { accounts } = await setUp();
		await accounts.update(SITI, disable);
		await accounts.add([anAccount(SITI), anAccount(BUDI)]);
		expect((await accounts.read(SITI))?.disabled).toBe(true);
		expect(accounts.stateOf(SITI)?.disabled).toBe(true);
		expect(accounts.stateOf(BUDI)).toBeDefined();
	});
});

describe('update', () => {
	test('is made again on what somebody else made of it meanwhile', async () => {
		const { accounts, elsewhere, replace, store } = await setUp();
		replace({
			write: async (documents) => {
				replace({ write: (given) => store.write(given) });
				await elsewhere.update(SITI, disable);
				return store.write(documents);
			}
		});
		await accounts.update(SITI, (account) => ({ ...account, epoch: account.epoch + 1 }));
		expect(await accounts.read(SITI)).toMatchObject({ epoch: 1, disabled: true });
	});

	test.each([
		['there is no account', BUDI, disable],
		['nothing is to be changed', SITI, () => undefined]
	])('writes nothing when %s', async (_name, nip, change) => {
		const { accounts, calls } = await setUp();
		expect(await accounts.update(nip, change)).toBeUndefined();
		expect(calls).not.toContain('write');
	});

	test('keeps what a newer version of the server has added', async () => {
		const { accounts, store } = await setUp();
		const newer = { ...anAccount(BUDI), passkeys: ['one'] };
		await store.write([newer]);
		await accounts.update(BUDI, disable);
		expect(await accounts.read(BUDI)).toMatchObject({ disabled: true, passkeys: ['one'] });
	});

	test('gives up loudly when it can never be written', async () => {
		const { accounts, replace } = await setUp();
		const conflict = { id: accountId(SITI), ok: false, reason: 'conflict' } as const;
		replace({ write: () => Promise.resolve([conflict]) });
		await expect(accounts.update(SITI, disable)).rejects.toThrow('a few attempts');
	});
});

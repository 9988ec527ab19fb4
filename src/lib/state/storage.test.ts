import { describe, expect, test } from 'vitest';
import { createPersistence, estimateStorage, protectStorage } from './storage.ts';

describe('estimateStorage', () => {
	test('tells what the browser says', async () => {
		const manager = {
			estimate: () => Promise.resolve({ usage: 5, quota: 100 }),
			persisted: () => Promise.resolve(true)
		};
		expect(await estimateStorage(manager)).toEqual({
			usedBytes: 5,
			quotaBytes: 100,
			persisted: true
		});
	});

	test('a browser that says nothing promises nothing', async () => {
		expect(await estimateStorage(undefined)).toEqual({ usedBytes: 0, persisted: false });
	});
});

describe('createPersistence', () => {
	test('asks once, and only when it was not promised before', async () => {
		let asked = 0;
		const manager = (isPromised: boolean) => ({
			persisted: () => Promise.resolve(isPromised),
			persist: () => Promise.resolve((asked += 1) > 0)
		});
		const ask = createPersistence(manager(false));
		ask();
		ask();
		createPersistence(manager(true))();
		await new Promise((resolve) => setImmediate(resolve));
		expect(asked).toBe(1);
	});

	test('a refusal disturbs nothing', async () => {
		createPersistence({ persisted: () => Promise.reject(new Error('no')) })();
		await new Promise((resolve) => setImmediate(resolve));
	});
});

describe('protectStorage', () => {
	const manager = (persist: () => Promise<boolean>) => {
		let isPromised = false;
		return {
			estimate: () => Promise.resolve({ usage: 5, quota: 100 }),
			persisted: () => Promise.resolve(isPromised),
			persist: async () => (isPromised = await persist())
		};
	};

	test('says that the browser promised', async () => {
		const granted = await protectStorage(manager(() => Promise.resolve(true)));
		expect(granted).toEqual({ usedBytes: 5, quotaBytes: 100, persisted: true });
	});

	test.each([
		['said no', () => Promise.resolve(false)],
		['failed', () => Promise.reject(new Error('no'))]
	])('says that the browser %s', async (_how, persist) => {
		expect(await protectStorage(manager(persist))).toMatchObject({ persisted: false });
	});
});

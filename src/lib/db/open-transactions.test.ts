import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, onTestFinished, test } from 'vitest';
import { SITI } from '#tests/support/factories.ts';
import { Database } from './database.ts';
import { giveUpTransactions } from './open-transactions.ts';

function aDatabase(): Database {
	const db = new Database(SITI, { indexedDB: new IDBFactory(), IDBKeyRange });
	onTestFinished(() => db.close());
	return db;
}

test('a transaction that is open is given up, with what it wrote, and the next one can write', async () => {
	const db = aDatabase();
	await db.meta.put({ key: 'size', value: 1 });
	const work = db.transaction('rw', db.meta, async () => {
		await db.meta.put({ key: 'size', value: 2 });
		expect(giveUpTransactions()).toBe(1);
		await db.meta.get('size');
	});
	await expect(work).rejects.toThrow();
	expect(await db.meta.get('size')).toEqual({ key: 'size', value: 1 });
	await db.meta.put({ key: 'size', value: 3 });
	expect(await db.meta.get('size')).toEqual({ key: 'size', value: 3 });
});

test('one that has ended is not counted', async () => {
	const db = aDatabase();
	await db.meta.put({ key: 'size', value: 1 });
	expect(await db.meta.count()).toBe(1);
	await new Promise((resolve) => setTimeout(resolve, 5));
	expect(giveUpTransactions()).toBe(0);
});

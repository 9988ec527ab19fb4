import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { closeForGood, storageFailureOf, storing } from './storage-failure.ts';
import { Database } from './database.ts';

function aDatabase(indexedDB = new IDBFactory()) {
	const db = new Dexie('x', { indexedDB, IDBKeyRange });
	db.version(1).stores({ notes: 'id' });
	return db;
}

const lost = () => new DOMException('Connection to Indexed Database server lost', 'UnknownError');

describe('storing', () => {
	test('a lost connection is opened again and the work done once more', async () => {
		const db = aDatabase();
		let runs = 0;
		const done = await storing(db, async () => {
			runs += 1;
			if (runs === 1) throw lost();
			return db.table('notes').put({ id: 1 });
		});
		expect(done).toEqual({ ok: true, value: 1 });
	});

	test('a connection that stays lost is told as a value', async () => {
		const failed = await storing(aDatabase(), () => Promise.reject(lost()));
		expect(failed).toEqual({
			ok: false,
			error: { type: 'storage-failed', detail: 'UnknownError' }
		});
	});

	test('a database closed for good stays closed', async () => {
		const db = aDatabase();
		closeForGood(db);
		const failed = await storing(db, () => db.table('notes').count());
		expect(failed).toMatchObject({ ok: false, error: { type: 'storage-failed' } });
		expect(db.isOpen()).toBe(false);
	});

	test('a bug is not a storage failure', async () => {
		const work = () => Promise.reject(new RangeError('a bug'));
		await expect(storing(aDatabase(), work)).rejects.toThrow(RangeError);
	});
});

describe('storageFailureOf', () => {
	test('finds a full storage inside what Dexie wraps around it', () => {
		const full = new DOMException('full', 'QuotaExceededError');
		const wrapped = [
			full,
			{ name: 'AbortError', inner: full },
			{ name: 'BulkError', failures: [{ name: 'ConstraintError' }, full] }
		];
		expect(wrapped.map(storageFailureOf)).toEqual(wrapped.map(() => ({ type: 'storage-full' })));
	});
});

describe('a newer tab', () => {
	test('is let through: this tab saves its draft, closes and says so', async () => {
		const indexedDB = new IDBFactory();
		const events: string[] = [];
		const older = new Database(
			'1',
			{ indexedDB, IDBKeyRange },
			{
				async onOutdated() {
					await older.drafts.put({ key: 'new', content: 'half', savedAt: 1 });
					events.push('draft saved');
				}
			}
		);
		await older.open();
		const newer = new Dexie('ekinerja-1', { indexedDB, IDBKeyRange });
		newer.version(9).stores({ drafts: 'key, savedAt', more: 'id' });
		await newer.open();

		expect(events).toEqual(['draft saved']);
		expect(older.isOpen()).toBe(false);
		expect(await newer.table('drafts').get('new')).toMatchObject({ content: 'half' });
		expect(await storing(older, () => older.entries.count())).toMatchObject({
			ok: false,
			error: { type: 'storage-failed' }
		});
	});
});

import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { Database } from '#lib/db/database.ts';
import { entryRow } from '#lib/db/rebuild.ts';
import { addDays } from '#lib/domain/day.ts';
import { anEntry, BUDI, NOW, SITI, TODAY } from '#tests/support/factories.ts';
import { attentionOf, mattersCount, NO_ATTENTION } from './attention.ts';

test('what lost against another change is found and counts, for whom it was', async () => {
	const db = new Database(SITI, { indexedDB: new IDBFactory(), IDBKeyRange });
	const entry = anEntry();
	const history = entry.history.map((item) => ({ ...item, by: SITI, overruled: true }));
	await db.entries.bulkPut([entryRow({ ...entry, history }, 0), entryRow(anEntry(), 0)]);
	const counted = async (nip: string, now = NOW) => mattersCount(await attentionOf(db, nip, now));
	expect([await counted(SITI), await counted(BUDI)]).toEqual([1, 0]);
	const later = Date.parse(addDays(TODAY, 90));
	expect(await counted(SITI, later)).toBe(0);
});

test('empty days count as one', () => {
	const emptyDays = [1, 2, 3].map((days) => ({ day: addDays(TODAY, -days), closesAt: NOW }));
	expect(mattersCount({ ...NO_ATTENTION, emptyDays })).toBe(1);
});

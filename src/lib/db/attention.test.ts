import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { Database } from '#lib/db/database.ts';
import { storeDocuments } from '#lib/db/feeds.ts';
import { entryRow } from '#lib/db/rebuild.ts';
import { addDays } from '#lib/domain/day.ts';
import { entryId } from '#lib/domain/document.ts';
import { officeDocuments } from '#tests/support/answers.ts';
import { aMutationId, anEntry, BUDI, NOW, SITI, TODAY } from '#tests/support/factories.ts';
import { attentionOf, mattersCount, NO_ATTENTION } from './attention.ts';
import { watch } from './watch.ts';

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

test('who watches the number hears at once that the last empty day is filled', async () => {
	const db = new Database(SITI);
	const documents = officeDocuments();
	await db.transaction('rw', db.documents, db.feeds, async () => storeDocuments(db, documents));
	const { emptyDays } = await attentionOf(db, SITI, NOW);
	expect(emptyDays.length).toBeGreaterThan(0);

	const counts: number[] = [];
	const watching = watch(() => attentionOf(db, SITI, NOW)).subscribe((attention) =>
		counts.push(mattersCount(attention))
	);
	await expect.poll(() => counts).toEqual([1]);
	const filled = emptyDays.map(({ day }) =>
		entryRow({ ...anEntry(), _id: entryId(SITI, day, aMutationId()) }, 0)
	);
	await db.entries.bulkPut(filled);
	await expect.poll(() => counts.at(-1)).toBe(0);
	watching.unsubscribe();
});

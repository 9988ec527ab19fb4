import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { Database } from '#lib/db/database.ts';
import { storeDocuments } from '#lib/db/feeds.ts';
import { entryRow } from '#lib/db/rebuild.ts';
import { entryId, supervisionId } from '#lib/domain/document.ts';
import { type Entry, type EntryStatus } from '#lib/domain/entry.ts';
import { asStored, officeDocuments } from '#tests/support/answers.ts';
import {
	aCalendar,
	aMutationId,
	anEntry,
	aSupervision,
	BUDI,
	definitive,
	RATNA,
	SITI
} from '#tests/support/factories.ts';
import { weekOf } from './week.ts';

const MONDAY = '2026-11-23';

async function anOffice(...entries: Entry[]) {
	const db = new Database(BUDI, { indexedDB: new IDBFactory(), IDBKeyRange });
	const documents = officeDocuments();
	await db.transaction('rw', db.documents, db.feeds, async () => storeDocuments(db, documents));
	await db.entries.bulkPut(entries.map((entry) => entryRow(entry, 0)));
	return db;
}

const workOn = (day: string, status: EntryStatus = 'submitted', owner = SITI): Entry => ({
	...anEntry(),
	_id: entryId(owner, day, aMutationId()),
	status
});

test('people times workdays: how much, and how far it got', async () => {
	const db = await anOffice(
		workOn('2026-11-23', 'approved'),
		workOn('2026-11-24'),
		workOn('2026-11-24', 'returned'),
		workOn('2026-11-25', 'withdrawn'),
		workOn('2026-11-26', 'rejected'),
		workOn('2026-11-24', 'submitted', RATNA)
	);
	const { days, lines } = await weekOf(db, BUDI, MONDAY);
	expect(days).toEqual(['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27']);
	expect(lines.map(({ name }) => name)).toEqual(['Siti Contoh']);
	expect(
		lines[0]?.cells.map(({ count, minutes, waiting, returned, rejected }) => [
			count,
			minutes,
			waiting,
			returned,
			rejected
		])
	).toEqual([
		[1, 60, 0, 0, 0],
		[2, 60, 1, 1, 0],
		[0, 0, 0, 0, 0],
		[1, 0, 0, 0, 1],
		[0, 0, 0, 0, 0]
	]);
});

test('a day off is shown only when somebody of the team worked on it', async () => {
	const db = await anOffice(workOn('2026-11-28'));
	const calendar = asStored(aCalendar(['2026-11-26']));
	await db.transaction('rw', db.documents, db.feeds, async () => storeDocuments(db, [calendar]));
	const { days } = await weekOf(db, BUDI, MONDAY);
	expect(days).toEqual(['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-27', '2026-11-28']);
});

test('a Plh sees the team on his days and nobody on others', async () => {
	const db = await anOffice(workOn('2026-11-23'), workOn('2026-11-24'));
	const plh = {
		supervisor: RATNA,
		kind: 'DAILY_ACTING' as const,
		validFrom: '2026-11-24',
		validTo: '2026-11-25'
	};
	await db.documents.update(supervisionId(SITI), {
		document: asStored(aSupervision(SITI, [definitive(BUDI), plh]))
	});
	const { lines } = await weekOf(db, RATNA, MONDAY);
	const siti = lines.find(({ nip }) => nip === SITI);
	expect(siti?.acting).toBe('DAILY_ACTING');
	expect(lines.find(({ nip }) => nip === BUDI)?.acting).toBeUndefined();
	expect(siti?.cells.map(({ isReviewed }) => isReviewed)).toEqual([
		false,
		true,
		true,
		false,
		false
	]);
	expect((await weekOf(db, RATNA, '2026-11-30')).lines.map(({ nip }) => nip)).toEqual([BUDI]);
});

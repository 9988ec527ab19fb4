import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { Database } from '#lib/db/database.ts';
import { storeDocuments } from '#lib/db/feeds.ts';
import { directoryOf } from '#lib/db/people.ts';
import { entryRow } from '#lib/db/rebuild.ts';
import { addDays, mondayOf } from '#lib/domain/day.ts';
import { entryId } from '#lib/domain/document.ts';
import { type Entry } from '#lib/domain/entry.ts';
import { officeDocuments } from '#tests/support/answers.ts';
import { aMutationId, anEntry, BUDI, RATNA, SITI, TODAY } from '#tests/support/factories.ts';
import { oddWorkOf } from './odd.ts';

const idOn = (date: string, owner = SITI) => entryId(owner, date, aMutationId());
const SUNDAY = addDays(mondayOf(TODAY), -1);
const unprovenHistory = () => submitted().history.map((item) => ({ ...item, unproven: true }));
const submitted = (over: Partial<Entry> = {}): Entry => ({
	...anEntry(),
	_id: idOn(TODAY),
	...over
});

/** What is odd about the first of `entries`, which all lie on the device; the other one waits as well. */
async function oddOf(first: Entry, ...others: Entry[]) {
	const db = new Database(BUDI, { indexedDB: new IDBFactory(), IDBKeyRange });
	const documents = officeDocuments();
	await db.transaction('rw', db.documents, db.feeds, async () => storeDocuments(db, documents));
	const rows = [first, ...others].map((entry) => entryRow(entry, 0));
	await db.entries.bulkPut(rows);
	const waiting = rows
		.filter(({ status }) => status === 'submitted')
		.sort((a, b) => a.date.localeCompare(b.date));
	const odd = await oddWorkOf(db, waiting, await directoryOf(db));
	return odd.get(first._id)?.map(({ kind }) => kind) ?? [];
}

test('work that stands beside it is looked at, also when it does not wait any more', async () => {
	expect(await oddOf(submitted(), submitted({ status: 'approved' }))).toEqual(['twice']);
	expect(await oddOf(submitted(), submitted({ status: 'withdrawn' }))).toEqual([]);
	expect(await oddOf(submitted(), submitted({ status: 'rejected' }))).toEqual([]);
});

test('of its author alone, and of that day', async () => {
	expect(await oddOf(submitted(), submitted({ _id: idOn(TODAY, RATNA) }))).toEqual([]);
	expect(await oddOf(submitted(), submitted({ _id: idOn(addDays(TODAY, -1)) }))).toEqual([]);
	const weeksAgo = submitted({ _id: idOn(addDays(TODAY, -20)) });
	expect(await oddOf(submitted(), weeksAgo, submitted())).toEqual(['twice']);
});

test('the day after is not long after, unless the entry is about a day long ago', async () => {
	const late = submitted({ _id: idOn(addDays(TODAY, -6)) });
	expect(await oddOf(late)).toEqual(['long-after']);
	const history = late.history.map((item) => ({ ...item, unproven: true }));
	expect(await oddOf({ ...late, history })).toEqual([]);
});

test('the day it lies on by the calendar, and what counts of that day altogether', async () => {
	const on = (date: string) => submitted({ _id: idOn(date), history: unprovenHistory() });
	expect(await oddOf(on(SUNDAY))).toEqual(['day-off']);
	const wholeDay = { startMinute: 0, endMinute: 1_440, effectiveMinutes: 1_440 };
	const other = submitted({ content: { ...anEntry().content, ...wholeDay } });
	const kinds = await oddOf(submitted(), other);
	expect(kinds).toContain('beyond-day');
	expect(await oddOf(submitted(), { ...other, status: 'returned' })).not.toContain('beyond-day');
});

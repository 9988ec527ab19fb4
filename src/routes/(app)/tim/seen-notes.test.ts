import { expect, test } from 'vitest';
import { type EntryRow } from '#lib/db/database.ts';
import { type Entry, keyOf } from '#lib/domain/entry.ts';
import { anEntry } from '#tests/support/factories.ts';
import { SeenNotes } from './seen-notes.ts';

function rowOf(entry: Entry): EntryRow {
	const { date, nip: owner } = keyOf(entry);
	return { id: entry._id, owner, date, status: entry.status, entry, waiting: 0 };
}

test('what comes into sight at once is written at once, what comes meanwhile after it, and nothing twice', async () => {
	const written: string[][] = [];
	let finish: () => void = () => undefined;
	const notes = new SeenNotes((rows) => {
		written.push(rows.map(({ id }) => id));
		return new Promise((resolve) => (finish = resolve));
	});
	const [a, b, c, d] = [anEntry(), anEntry(), anEntry(), anEntry()].map(rowOf) as [
		EntryRow,
		EntryRow,
		EntryRow,
		EntryRow
	];
	notes.note(a);
	notes.note(b);
	await Promise.resolve();
	for (const row of [c, a, d]) notes.note(row);
	expect(written).toEqual([[a.id, b.id]]);
	finish();
	await Promise.resolve();
	expect(written).toEqual([
		[a.id, b.id],
		[c.id, d.id]
	]);
	finish();
});

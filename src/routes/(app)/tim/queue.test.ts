import { describe, expect, test } from 'vitest';
import { type EntryRow } from '#lib/db/database.ts';
import { keyOf } from '#lib/domain/entry.ts';
import { anEntry, SITI } from '#tests/support/factories.ts';
import {
	decidable,
	groupByOwner,
	NOTHING_SELECTED,
	withoutSelected,
	withSelected
} from './queue.ts';

function aRow(owner = SITI): EntryRow {
	const entry = anEntry();
	const { date } = keyOf(entry);
	return { id: entry._id, owner, date, status: entry.status, entry, waiting: 0 };
}

const edited = (row: EntryRow): EntryRow => ({
	...row,
	entry: { ...row.entry, version: 'another' }
});

describe('groupByOwner', () => {
	test('whoever waits longest comes first', () => {
		const rows = [aRow('b'), aRow('a'), aRow('b')];
		const [b1, a, b2] = rows;
		expect(groupByOwner(rows)).toEqual([
			{ owner: 'b', rows: [b1, b2] },
			{ owner: 'a', rows: [a] }
		]);
	});
});

describe('decidable', () => {
	test('an entry edited after it was selected is not decided unseen', () => {
		const [kept, changed] = [aRow(), aRow()];
		const selection = withSelected(NOTHING_SELECTED, [kept, changed]);
		expect(decidable(selection, [kept, edited(changed)])).toEqual([kept.entry]);
	});

	test('selecting again does not hide that the entry was edited in between', () => {
		const row = aRow();
		const selection = withSelected(NOTHING_SELECTED, [row]);
		expect(decidable(withSelected(selection, [edited(row)]), [edited(row)])).toEqual([]);
	});

	test('an entry that left the queue is not decided', () => {
		expect(decidable(withSelected(NOTHING_SELECTED, [aRow()]), [])).toEqual([]);
	});

	test('an entry can be taken out of the selection', () => {
		const row = aRow();
		const selection = withSelected(NOTHING_SELECTED, [row]);
		expect(decidable(withoutSelected(selection, [row]), [row])).toEqual([]);
	});
});

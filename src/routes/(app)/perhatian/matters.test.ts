import { describe, expect, test } from 'vitest';
import { type EntryRow, type OutboxRow } from '#lib/db/database.ts';
import { addDays, DAY_MS, instantOf } from '#lib/domain/day.ts';
import { type Entry, keyOf } from '#lib/domain/entry.ts';
import { type Mutation } from '#lib/domain/mutation.ts';
import { type Refusal } from '#lib/domain/refusal.ts';
import {
	aContent,
	aDirectory,
	afterStep,
	aMutation,
	aMutationOn,
	anEntry,
	BUDI,
	NOW,
	SITI,
	someFacts,
	TODAY
} from '#tests/support/factories.ts';
import { factsNow } from '../facts.ts';
import { type Attention, NO_ATTENTION, type Refused } from '#lib/db/attention.ts';
import { isConflict, mattersOf } from './matters.ts';

/** Siti's entry of today, given back by Budi `daysAgo`. */
function returnedRow(daysAgo: number, name: string): EntryRow {
	const entry = anEntry({ activity: { code: null, name } });
	const facts = someFacts({}, { actor: BUDI, at: NOW - daysAgo * DAY_MS });
	return rowOf(afterStep(entry, aMutationOn(entry, 'review.return'), facts));
}

const rowOf = (entry: Entry): EntryRow => {
	const { nip: owner, date } = keyOf(entry);
	return { id: entry._id, owner, date, status: entry.status, entry, waiting: 0 };
};

const CONTENT: Refusal = { type: 'content-refused', broken: [] };
const moved = ({ status }: Entry): Refusal => {
	const by = { by: BUDI, byName: 'Budi', kind: 'review.approve', at: NOW };
	return { type: 'version-moved', ...by, status };
};

function refused(mutation: Mutation, refusal: Refusal, entry?: Entry): Refused {
	const { seq, id, documentId } = mutation;
	const judged = { at: NOW, proven: true };
	const row: OutboxRow = { seq, id, documentId, state: 'refused', mutation, judged, refusal };
	return { row, entry };
}

const newRecord = (date: string, refusal: Refusal = CONTENT) => {
	const id = aMutation('entry.submit').id;
	return refused(
		aMutation('entry.submit', { id, documentId: `p${SITI}.2026:entry:${date}:${id}` }),
		refusal
	);
};

function conflict(at: number): Refused {
	const entry = anEntry();
	return refused(aMutationOn(entry, 'entry.submit', { recordedAt: at }), moved(entry), entry);
}

function keys(waiting: Partial<Attention>, actor = SITI): string[] {
	const factsOf = (id: string) => {
		const { nip: owner, date } = keyOf({ _id: id });
		return factsNow(aDirectory(), { actor, owner, date, now: NOW });
	};
	return mattersOf({ ...NO_ATTENTION, ...waiting }, { factsOf, now: NOW }).map(({ key }) => key);
}

describe('the order of what waits', () => {
	test('of returned entries the one whose days end first is first', () => {
		const [fresh, old] = [returnedRow(0, 'baru'), returnedRow(3, 'lama')];
		expect(keys({ returned: [fresh, old] })).toEqual([old.id, fresh.id]);
	});

	test('a refused record whose window closes today comes before a return that has days left', () => {
		const [returned, closing] = [returnedRow(0, 'baru'), newRecord('2026-11-20')];
		expect(keys({ refused: [closing], returned: [returned] })).toEqual([
			closing.row.id,
			returned.id
		]);
		const open = newRecord(TODAY);
		expect(keys({ refused: [open], returned: [returnedRow(3, 'lama')] }).at(-1)).toBe(open.row.id);
	});

	test('then conflicts, then what is too late anyway, the longest waiting first', () => {
		const late = [returnedRow(20, 'lewat'), returnedRow(30, 'lewat sekali')];
		const closed = newRecord('2026-11-10', {
			type: 'window-closed',
			date: '2026-11-10',
			closedAt: 0
		});
		const conflicts = [conflict(NOW), conflict(NOW - DAY_MS)];
		const open = returnedRow(0, 'baru');
		expect(keys({ refused: [closed, ...conflicts], returned: [...late, open] })).toEqual([
			open.id,
			conflicts[1]?.row.id,
			conflicts[0]?.row.id,
			late[1]?.id,
			late[0]?.id,
			closed.row.id
		]);
	});

	test('news comes last', () => {
		const entry = anEntry();
		const [item] = entry.history;
		if (!item) throw new Error('an entry has a history');
		const overruled = [{ entry, item: { ...item, judgedAt: NOW - 40 * DAY_MS } }];
		const late = returnedRow(20, 'lewat');
		expect(keys({ overruled, returned: [late] })).toEqual([late.id, `overruled ${item.id}`]);
	});

	test('empty days are one matter, as urgent as the first of them', () => {
		const [fresh, old] = [returnedRow(0, 'baru'), returnedRow(3, 'lama')];
		const until = (day: string) => ({ day: TODAY, closesAt: instantOf(day, 0, 'WITA') });
		const tonight = [until(addDays(TODAY, 1)), until(addDays(TODAY, 30))];
		expect(keys({ returned: [fresh, old], emptyDays: tonight })).toEqual([
			'emptyDays',
			old.id,
			fresh.id
		]);
		expect(keys({ returned: [fresh, old], emptyDays: tonight.slice(1) }).at(-1)).toBe('emptyDays');
	});

	test('a refused correction of a returned entry has the days of the return', () => {
		const returned = returnedRow(3, 'lama');
		const mutation = aMutationOn(returned.entry, 'entry.submit', { content: aContent() });
		const correction = refused(mutation, moved(returned.entry), returned.entry);
		const fresh = returnedRow(0, 'baru');
		expect(keys({ refused: [correction], returned: [fresh] })).toEqual([mutation.id, fresh.id]);
	});

	test('a reviewer’s refused decision has no deadline of the author’s', () => {
		const returned = returnedRow(3, 'lama');
		const decision = refused(
			aMutationOn(returned.entry, 'review.approve'),
			moved(returned.entry),
			returned.entry
		);
		expect(isConflict(decision)).toBe(true);
		const own = newRecord(TODAY);
		expect(keys({ refused: [decision] }, BUDI)).toEqual([decision.row.id]);
		expect(keys({ refused: [decision, own] }, SITI)[0]).toBe(decision.row.id);
	});
});

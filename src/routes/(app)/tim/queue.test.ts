import { describe, expect, test } from 'vitest';
import { type EntryRow } from '#lib/db/database.ts';
import { type Entry, keyOf } from '#lib/domain/entry.ts';
import { type EntryContent } from '#lib/domain/entry-content.ts';
import {
	afterStep,
	aMutation,
	aMutationOn,
	anEntry,
	BUDI,
	SITI,
	someFacts,
	TODAY
} from '#tests/support/factories.ts';
import {
	decidable,
	groupItems,
	isChangedSince,
	inOrder,
	isFiltering,
	type Item,
	keepOpen,
	keepOrder,
	keepPlaces,
	nextAfter,
	NO_FILTER,
	NOTHING_OPEN,
	NOTHING_SELECTED,
	onlyShown,
	ownDescription,
	sift,
	withoutSelected,
	withSelected
} from './queue.ts';

function rowOf(entry: Entry, over: Partial<EntryRow> = {}): EntryRow {
	const { date, nip: owner } = keyOf(entry);
	return { id: entry._id, owner, date, status: entry.status, entry, waiting: 0, ...over };
}

function anItem(over: Partial<EntryRow> = {}, content: Partial<EntryContent> = {}): Item {
	const entry = anEntry(content);
	return { row: rowOf(entry, over), shown: entry, isChanged: false, wasChanged: false };
}

const aDoubtful = (): Item => {
	const judged = { at: Date.parse('2026-12-24'), proven: false };
	const entry = afterStep(undefined, aMutation('entry.submit'), someFacts({ judged }));
	return { row: rowOf(entry), shown: entry, isChanged: false, wasChanged: false };
};

const edited = (entry: Entry) => afterStep(entry, aMutationOn(entry, 'entry.submit'), someFacts());
const decided = (entry: Entry, kind: 'review.approve' | 'review.undo') =>
	afterStep(entry, aMutationOn(entry, kind), someFacts({}, { actor: BUDI }));

describe('isChangedSince', () => {
	test('an edit by its author is a change', () => {
		const seen = anEntry();
		expect(isChangedSince(seen, edited(seen), BUDI)).toBe(true);
	});

	test('what the reviewer did himself is none', () => {
		const seen = anEntry();
		const again = decided(decided(seen, 'review.approve'), 'review.undo');
		expect(isChangedSince(seen, again, BUDI)).toBe(false);
	});

	test("an edit behind the reviewer's own steps is a change", () => {
		const seen = anEntry();
		const again = edited(decided(decided(seen, 'review.approve'), 'review.undo'));
		expect(isChangedSince(seen, again, BUDI)).toBe(true);
	});
});

describe('sift', () => {
	const siti = anItem({ owner: SITI, date: '2026-11-20' }, { description: 'Rapat bulanan' });
	const other = anItem({ owner: BUDI, date: '2026-11-23' }, { description: 'Surat masuk' });
	const doubtful = aDoubtful();
	const all = [siti, other, doubtful];

	test.each([
		['nothing chosen', {}, all],
		['a person', { owner: BUDI }, [other]],
		['from a day on, itself included', { from: '2026-11-23' }, [other, doubtful]],
		['up to a day, itself included', { to: '2026-11-20' }, [siti]],
		['words in any order and case', { words: 'BULANAN rapat' }, [siti]],
		['words that stand in no single entry', { words: 'rapat surat' }, []],
		['a time in doubt, and what is odd', { markedOnly: true }, [siti, doubtful]],
		['several together', { owner: BUDI, words: 'rapat' }, []]
	])('%s', (_title, filter, expected) => {
		expect(sift(all, { ...NO_FILTER, ...filter }, new Set([siti.row.id]))).toEqual(expected);
	});

	test('of what is odd only what the reviewer asked to see', () => {
		const filter = { ...NO_FILTER, markedOnly: true, within: new Set([doubtful.row.id]) };
		const odd = new Set([siti.row.id]);
		expect(sift(all, filter, odd)).toEqual([doubtful]);
		expect(sift(all, { ...filter, within: undefined }, odd)).toEqual([siti, doubtful]);
	});

	test('blanks are no filter', () => {
		expect(isFiltering({ ...NO_FILTER, words: '  ' })).toBe(false);
		expect(isFiltering({ ...NO_FILTER, markedOnly: true })).toBe(true);
	});
});

describe('groupItems', () => {
	const keysOf = (groups: ReturnType<typeof groupItems>) =>
		groups.map(({ key, items }) => [key, items.length]);
	const items = ['2026-11-18', '2026-11-21', '2026-11-22', '2026-11-23', TODAY].map((date, index) =>
		anItem({ date, owner: index % 2 === 0 ? SITI : BUDI })
	);

	test('by person, whoever waits longest first', () => {
		expect(keysOf(groupItems(items, 'person', TODAY))).toEqual([
			[SITI, 3],
			[BUDI, 2]
		]);
	});

	test('by day', () => {
		expect(keysOf(groupItems(items, 'day', TODAY)).map(([key]) => key)).toEqual([
			'2026-11-18',
			'2026-11-21',
			'2026-11-22',
			'2026-11-23',
			TODAY
		]);
	});

	test('by age, the oldest first', () => {
		expect(keysOf(groupItems(items, 'age', TODAY))).toEqual([
			['old', 1],
			['days', 2],
			['yesterday', 1],
			['today', 1]
		]);
	});
});

const groupOf = (key: string, count = 1) => ({
	key,
	items: Array.from({ length: count }, () => anItem())
});

describe('the order of groups', () => {
	test('stays as it was first shown; a new one goes to the end', () => {
		const order = keepOrder(
			['a', 'b', 'c'],
			['d', 'c', 'b'].map((key) => groupOf(key))
		);
		const now = ['d', 'c', 'b', 'a'].map((key) => groupOf(key));
		expect(inOrder(now, order).map(({ key }) => key)).toEqual(['a', 'b', 'c', 'd']);
	});
});

describe('keepOpen', () => {
	test('as many groups as begin within the room', () => {
		const groups = ['a', 'b', 'c'].map((key) => groupOf(key, 8));
		expect([...keepOpen(NOTHING_OPEN, groups, 10)]).toEqual(['a', 'b']);
	});

	test('what was open stays open when others grow', () => {
		const open = keepOpen(NOTHING_OPEN, [groupOf('a', 8), groupOf('b', 8)], 10);
		const grown = [groupOf('a', 12), groupOf('b', 8), groupOf('c')];
		expect([...keepOpen(open, grown, 10)]).toEqual(['a', 'b']);
	});
});

describe('what comes after something decided', () => {
	const after = (places: readonly string[], gone: string, left: string) =>
		nextAfter(places, new Set(gone), new Set(left));

	test('what has gone keeps its place, also among what is new', () => {
		expect(keepPlaces([...'abcd'], [...'acxd'])).toEqual([...'abcxd']);
		expect(keepPlaces([...'abcd'], [...'dc'])).toEqual([...'abdc']);
	});

	test.each([
		['the next', 'abcd', 'b', 'acd', 'c'],
		['the next that is shown', 'abcd', 'b', 'ad', 'd'],
		['of several, what comes after the last', 'abcd', 'ac', 'bd', 'd'],
		['after the last of all, the one before it', 'abcd', 'd', 'abc', 'c'],
		['while it is still there', 'abcd', 'b', 'abcd', 'c']
	])('%s', (_title, places, gone, left, expected) => {
		expect(after([...places], gone, left)).toBe(expected);
	});

	test('nothing, if nothing is left or its place is not known', () => {
		expect(after([...'ab'], 'ab', '')).toBeUndefined();
		expect(after([...'ab'], 'x', 'ab')).toBeUndefined();
	});
});

describe('ownDescription', () => {
	test.each([
		['the name again', 'Menata  arsip.', ''],
		['the result again', '3 dokumen', ''],
		['more than that', 'Menata arsip lantai dua', 'Menata arsip lantai dua']
	])('%s', (_title, description, expected) => {
		expect(ownDescription(description, ['Menata arsip', '3 dokumen'])).toBe(expected);
	});
});

describe('onlyShown', () => {
	test('what a filter hides is not selected when the filter goes', () => {
		const [seen, hidden] = [anItem(), anItem()];
		const selection = withSelected(NOTHING_SELECTED, [seen, hidden]);
		expect([...onlyShown(selection, [seen])]).toEqual([seen.row.id]);
	});
});

describe('decidable', () => {
	const decidableOf = (selected: Item[], shown: Item[]) =>
		decidable(withSelected(NOTHING_SELECTED, selected), shown);

	test('an entry edited after it was selected is not decided unseen', () => {
		const [kept, changed] = [anItem(), anItem()];
		const shown = [kept, { ...changed, isChanged: true }];
		expect(decidableOf([kept, changed], shown)).toEqual([kept.row.entry]);
	});

	test('what changed before the eyes is left out when all are selected', () => {
		const changed = { ...anItem(), isChanged: true };
		const selection = withSelected(NOTHING_SELECTED, [changed]);
		expect(decidable(selection, [{ ...changed, isChanged: false }])).toEqual([]);
	});

	test('an entry that left the queue, or is sifted out, is not decided', () => {
		expect(decidableOf([anItem()], [])).toEqual([]);
	});

	test('an entry can be taken out of the selection', () => {
		const item = anItem();
		const selection = withoutSelected(withSelected(NOTHING_SELECTED, [item]), [item]);
		expect(decidable(selection, [item])).toEqual([]);
	});
});

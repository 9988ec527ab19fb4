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
	isFiltering,
	type Item,
	NO_FILTER,
	NOTHING_SELECTED,
	openAtFirst,
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
	return { row: rowOf(entry, over), shown: entry, isChanged: false };
}

const aDoubtful = (): Item => {
	const judged = { at: Date.parse('2026-12-24'), proven: false };
	const entry = afterStep(undefined, aMutation('entry.submit'), someFacts({ judged }));
	return { row: rowOf(entry), shown: entry, isChanged: false };
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
		['a time in doubt', { doubtfulOnly: true }, [doubtful]],
		['several together', { owner: BUDI, words: 'rapat' }, []]
	])('%s', (_title, filter, expected) => {
		expect(sift(all, { ...NO_FILTER, ...filter })).toEqual(expected);
	});

	test('blanks are no filter', () => {
		expect(isFiltering({ ...NO_FILTER, words: '  ' })).toBe(false);
		expect(isFiltering({ ...NO_FILTER, doubtfulOnly: true })).toBe(true);
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

describe('openAtFirst', () => {
	const groups = [8, 8, 8].map((count, index) => ({
		key: `group ${index}`,
		items: Array.from({ length: count }, () => anItem())
	}));

	test('as many groups as begin within the room', () => {
		expect([...openAtFirst(groups, 10)]).toEqual(['group 0', 'group 1']);
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

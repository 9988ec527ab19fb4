import { beforeEach, describe, expect, test } from 'vitest';
import { type EntryRow } from '#lib/db/database.ts';
import { type SeenVersions } from '#lib/db/seen.ts';
import { keyOf } from '#lib/domain/entry.ts';
import { afterStep, aMutationOn, anEntry, BUDI, someFacts } from '#tests/support/factories.ts';
import { type Group, type Item, NO_FILTER } from './queue.ts';
import { QueueView } from './view.svelte.ts';

let view: QueueView;

const enter = (how: { isReturn: boolean; rows?: EntryRow[]; seen?: SeenVersions }) =>
	view.enter({ rows: [], seen: new Map(), ...how });

beforeEach(() => {
	view = new QueueView(BUDI);
	enter({ isReturn: false });
});

function anItem(): Item {
	const entry = anEntry();
	const { date, nip: owner } = keyOf(entry);
	const row = { id: entry._id, owner, date, status: entry.status, entry, waiting: 0 };
	return { row, shown: entry, isChanged: false, wasChanged: false };
}

const groupsOf = (keys: string): Group[] => [...keys].map((key) => ({ key, items: [anItem()] }));
const laid = (keys: string) =>
	view
		.layOut('person', groupsOf(keys))
		.map(({ key }) => key)
		.join('');

test('groups lie as at first, until the queue is visited anew', () => {
	expect(['abc', 'bca', 'bc', 'abc'].map(laid)).toEqual(['abc', 'abc', 'bc', 'abc']);
	enter({ isReturn: true });
	expect(laid('cba')).toBe('abc');
	enter({ isReturn: false });
	expect(laid('cba')).toBe('cba');
});

test('what the person opened and asked for stays', () => {
	view.choose('person', 'a', true);
	view.showMore('person', 'a');
	enter({ isReturn: false });
	expect(view.chosen('person', 'a')).toBe(true);
	expect(view.shown('person', 'a')).toBe(30);
	expect(view.chosen('day', 'a')).toBeUndefined();
});

test('decisions stay as they were unfolded for who comes back, and come up only where they were folded', () => {
	view.leadToDecisions();
	expect([view.takeLed(), view.takeLed()]).toEqual([true, false]);
	view.leadToDecisions();
	expect(view.takeLed()).toBe(false);
	view.moreDecisions();
	view.toggleUnfolded('tap');
	enter({ isReturn: true });
	expect(view.decisions).toBe(20);
	expect(view.isUnfolded('tap')).toBe(true);
	expect(view.furtherDecisions(23)).toBe(3);
	enter({ isReturn: false });
	expect(view.decisions).toBe(0);
	expect(view.isUnfolded('tap')).toBe(false);
});

test('a filter has open groups of its own, and gives the others back', () => {
	const many = 'abc'.split('').map((key) => ({ key, items: Array.from({ length: 15 }, anItem) }));
	expect([...view.openOf('person', many)]).toEqual(['a']);
	view.filter = { ...NO_FILTER, owner: 'c' };
	expect([...view.openOf('person', many.slice(2))]).toEqual(['c']);
	view.filter = NO_FILTER;
	expect([...view.openOf('person', many)]).toEqual(['a']);
});

describe('what was selected when several were decided', () => {
	const entries = [anItem(), anItem(), anItem()].map(({ row }) => row.entry);
	const ids = entries.map(({ _id }) => _id);
	const selected = () => [...view.selection];

	beforeEach(() => {
		view.selection = new Set(ids);
		view.decide(entries);
	});

	test('is selected again when that is taken back, beside what was selected since', () => {
		expect(selected()).toEqual([]);
		view.selection = new Set(['d']);
		view.takeBack(entries);
		expect(selected()).toEqual(['d', ...ids]);
	});

	test('is selected again only as far as it came back, or had not been decided', () => {
		view.selection = new Set(['marked', ...ids]);
		view.decide(entries);
		view.takeBack(entries.slice(1));
		expect(selected()).toEqual(['marked', ...ids.slice(1)]);
	});

	test('is selected again only once', () => {
		view.takeBack(entries);
		view.selection = new Set();
		view.takeBack(entries);
		expect(selected()).toEqual([]);
	});

	test('stays unselected after a decision on one alone', () => {
		view.selection = new Set(ids);
		view.decide(entries.slice(1, 2));
		view.takeBack(entries.slice(1, 2));
		expect(selected()).toEqual([]);
	});

	test('stays unselected when something else is shown since', () => {
		view.filter = { ...NO_FILTER, owner: BUDI };
		view.takeBack(entries);
		expect(selected()).toEqual([]);
	});
});

test('where an entry was left is told once, and only to who comes back from it', () => {
	view.leave({ id: 'x', topPx: 9 });
	enter({ isReturn: true });
	expect(view.takeLeft()).toEqual({ id: 'x', topPx: 9 });
	expect(view.takeLeft()).toBeUndefined();
	view.leave({ id: 'x', topPx: 9 });
	enter({ isReturn: false });
	expect(view.takeLeft()).toBeUndefined();
});

describe('a tick, when the entry was opened and is come back from', () => {
	const { row } = anItem();
	const entry = afterStep(row.entry, aMutationOn(row.entry, 'entry.submit'), someFacts());

	beforeEach(() => {
		view.sight.items([row]);
		view.selection = new Set([row.id, 'other']);
		view.leave({ id: row.id, topPx: 0 });
	});

	test('goes when the entry is another version than was ticked', () => {
		const seen = new Map([[row.id, entry.version]]);
		enter({ isReturn: true, rows: [{ ...row, entry }], seen });
		expect([...view.selection]).toEqual(['other']);
		expect(view.sight.items([{ ...row, entry }])).toMatchObject([{ isChanged: false }]);
	});

	test('stays when it is the same', () => {
		enter({ isReturn: true, rows: [row] });
		expect([...view.selection]).toEqual([row.id, 'other']);
	});

	test('what it became after it was seen there is marked', () => {
		enter({ isReturn: true, rows: [row], seen: new Map([[row.id, row.entry.version]]) });
		expect(view.sight.items([{ ...row, entry }])).toMatchObject([{ isChanged: true }]);
	});
});

test('the way of grouping is remembered while the stored one is being read', () => {
	expect(view.groupingOf(undefined)).toBe('person');
	expect(view.groupingOf('day')).toBe('day');
	expect(view.groupingOf(undefined)).toBe('day');
});

test('a way of grouping that was chosen here counts at once, whatever is stored meanwhile', () => {
	view.groupBy('age');
	expect(view.groupingOf('day')).toBe('age');
});

test('a group has its place as long as the queue is visited, and shares it with that of another grouping', () => {
	const placesOf = (keys: string) => [...keys].map((key) => view.placeOf('person', key));
	laid('abc');
	expect(placesOf('abc')).toEqual([0, 1, 2]);
	laid('bcd');
	expect(placesOf('bcd')).toEqual([1, 2, 3]);
	view.layOut('day', groupsOf('x'));
	expect(view.placeOf('day', 'x')).toBe(0);
});

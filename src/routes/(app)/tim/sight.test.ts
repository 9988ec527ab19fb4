import { expect, test } from 'vitest';
import { type EntryRow } from '#lib/db/database.ts';
import { type Entry, keyOf } from '#lib/domain/entry.ts';
import { afterStep, aMutationOn, anEntry, BUDI, someFacts } from '#tests/support/factories.ts';
import { Sight } from './sight.ts';

function rowOf(entry: Entry): EntryRow {
	const { date, nip: owner } = keyOf(entry);
	return { id: entry._id, owner, date, status: entry.status, entry, waiting: 0 };
}

const edited = (entry: Entry) => afterStep(entry, aMutationOn(entry, 'entry.submit'), someFacts());

test('an entry that changes before the eyes goes on being shown as it was, marked', () => {
	const sight = new Sight(BUDI);
	const before = anEntry();
	sight.items([rowOf(before)]);
	const after = edited(before);
	expect(sight.items([rowOf(after)])).toEqual([
		{ row: rowOf(after), shown: before, isChanged: true, wasChanged: true }
	]);
});

test('a look at it shows what it has become', () => {
	const sight = new Sight(BUDI);
	const before = anEntry();
	sight.items([rowOf(before)]);
	const after = rowOf(edited(before));
	sight.look(after);
	expect(sight.items([after])).toEqual([
		{ row: after, shown: after.entry, isChanged: false, wasChanged: false }
	]);
});

test('an entry that was away and comes back changed is marked', () => {
	const sight = new Sight(BUDI);
	const before = anEntry();
	sight.items([rowOf(before)]);
	sight.items([]);
	expect(sight.items([rowOf(edited(before))])).toMatchObject([{ isChanged: true }]);
});

test('what he left unselected, or saw elsewhere, is new to him when it is shown again', () => {
	const sight = new Sight(BUDI);
	const [kept, other, opened] = [anEntry(), anEntry(), anEntry()];
	sight.items([kept, other, opened].map(rowOf));
	sight.forget(opened._id);
	sight.keepOnly(new Set([kept._id, opened._id]));
	const after = sight.items([kept, other, opened].map((entry) => rowOf(edited(entry))));
	expect(after.map(({ isChanged }) => isChanged)).toEqual([true, false, false]);
});

test('what was changed since an earlier visit is shown as it was seen then, marked', () => {
	const sight = new Sight(BUDI);
	const before = anEntry();
	const after = edited(before);
	sight.remember(new Map([[before._id, before.version]]));
	const [item] = sight.items([rowOf(after)]);
	expect(item).toMatchObject({ isChanged: true, shown: before });
	sight.look(rowOf(after));
	expect(sight.items([rowOf(after)])).toMatchObject([{ isChanged: false, shown: after }]);
});

test.each(['now', 'earlier'])(
	'the answer to what he returned is new work, also if he saw it %s before, and what changes after it is marked',
	(seen) => {
		const sight = new Sight(BUDI);
		const before = anEntry();
		if (seen === 'now') sight.items([rowOf(before)]);
		else sight.remember(new Map([[before._id, before.version]]));
		const facts = someFacts({}, { actor: BUDI });
		const returned = afterStep(before, aMutationOn(before, 'review.return'), facts);
		const answer = edited(returned);
		expect(sight.items([rowOf(answer)])).toMatchObject([{ isChanged: false, shown: answer }]);
		expect(sight.items([rowOf(edited(answer))])).toMatchObject([
			{ isChanged: true, shown: answer }
		]);
	}
);

test('what stands as it was seen at an earlier visit, or was never seen, is not marked', () => {
	const sight = new Sight(BUDI);
	const [same, unseen] = [anEntry(), edited(anEntry())];
	sight.remember(new Map([[same._id, same.version]]));
	const items = sight.items([same, unseen].map(rowOf));
	expect(items.map(({ isChanged }) => isChanged)).toEqual([false, false]);
});

import { describe, expect, test } from 'vitest';
import { type Entry } from '#lib/domain/entry.ts';
import {
	aDirectory,
	afterStory,
	aMutation,
	anEntry,
	BUDI,
	NOW,
	SITI,
	TODAY
} from '#tests/support/factories.ts';
import { factsNow } from './facts.ts';
import { possibleKinds } from './possible.ts';

const onTopOf = (entry: Entry | undefined) =>
	entry ? { documentId: entry._id, base: entry.version } : {};

const kindsFor = (actor: string, entry: Entry) => [
	...possibleKinds(entry, factsNow(aDirectory(), { actor, owner: SITI, date: TODAY, now: NOW }))
];

describe('possibleKinds', () => {
	test('the author may change or withdraw what waits for review', () => {
		expect(kindsFor(SITI, anEntry())).toEqual(['entry.submit', 'entry.withdraw']);
	});

	test('the supervisor may decide what waits for review', () => {
		const kinds = ['review.approve', 'review.return', 'review.reject'];
		expect(kindsFor(BUDI, anEntry())).toEqual(kinds);
	});

	test('only who decided may take the decision back', () => {
		const approved = afterStory([
			[SITI, () => aMutation('entry.submit')],
			[BUDI, (entry) => aMutation('review.approve', onTopOf(entry))]
		]);
		expect([kindsFor(BUDI, approved), kindsFor(SITI, approved)]).toEqual([['review.undo'], []]);
	});
});

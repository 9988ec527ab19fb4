import { describe, expect, test } from 'vitest';
import { type Entry } from '#lib/domain/entry.ts';
import { type Mutation } from '#lib/domain/mutation.ts';
import { type Refusal } from '#lib/domain/refusal.ts';
import {
	aContent,
	aDirectory,
	afterStory,
	aMutation,
	anEntry,
	BUDI,
	NOW,
	SITI,
	TODAY
} from '#tests/support/factories.ts';
import { factsNow } from '../facts.ts';
import { choiceOf, comparisonOf } from './refused-choice.ts';

const moved = (entry: Entry): Refusal => {
	const { status } = entry;
	return {
		type: 'version-moved',
		by: BUDI,
		byName: 'Budi',
		kind: 'review.return',
		at: NOW,
		status
	};
};
const closed: Refusal = { type: 'window-closed', date: TODAY, closedAt: NOW };

function choice(actor: string, mutation: Mutation, refusal: Refusal, entry?: Entry) {
	const facts = factsNow(aDirectory(), { actor, owner: SITI, date: TODAY, now: NOW });
	return choiceOf({ mutation, refusal }, { entry, facts, isNewest: true });
}

const approved = () =>
	afterStory([
		[SITI, () => aMutation('entry.submit')],
		[BUDI, (entry) => aMutation('review.approve', { documentId: entry._id, base: entry.version })]
	]);

describe('choiceOf', () => {
	test('a correction that came second can go on top of what stands', () => {
		const entry = anEntry();
		expect(choice(SITI, aMutation('entry.submit'), moved(entry), entry)).toEqual({
			mayRepeat: true,
			mayReuse: false,
			isOnlyCopy: false
		});
	});

	test('a correction of what was approved meanwhile can only become a new record', () => {
		const entry = approved();
		expect(choice(SITI, aMutation('entry.submit'), moved(entry), entry)).toEqual({
			mayRepeat: false,
			mayReuse: true,
			isOnlyCopy: false
		});
	});

	test('a record that came too late goes back into the form, and is the only copy', () => {
		expect(choice(SITI, aMutation('entry.submit'), closed)).toEqual({
			mayRepeat: false,
			mayReuse: true,
			isOnlyCopy: true
		});
	});

	test('a decision can be made again while the entry still waits', () => {
		const entry = anEntry();
		const choices = [entry, approved()].map((stands) =>
			choice(BUDI, aMutation('review.approve'), moved(stands), stands)
		);
		expect(choices.map(({ mayRepeat }) => mayRepeat)).toEqual([true, false]);
	});
});

describe('comparisonOf', () => {
	test('a reviewer sees what changed since he looked', () => {
		const snapshot = anEntry();
		const entry = { ...snapshot, content: aContent({ quantity: 4 }) };
		const { lines } = comparisonOf({ mutation: aMutation('review.approve'), snapshot }, entry);
		expect(lines.map(({ before, after }) => [before, after])).toEqual([['1 laporan', '4 laporan']]);
	});
});

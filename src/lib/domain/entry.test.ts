import { describe, expect, test } from 'vitest';
import {
	afterStory,
	aMutation,
	aMutationOn,
	anEntry,
	BUDI,
	SITI
} from '#tests/support/factories.ts';
import {
	currentItem,
	Entry,
	EntryStatus,
	hasMutation,
	keyOf,
	lastSubmission,
	needsTimeConfirmation,
	nextStatus,
	type Step,
	STEP_OF,
	type Timing
} from './entry.ts';
import { MUTATION_KINDS } from './mutation.ts';

const STEPS: readonly Step[] = ['submit', 'withdraw', 'approve', 'return', 'reject', 'undo'];

describe('nextStatus', () => {
	test('these are the steps, and there are no others', () => {
		const taken = (['new', ...EntryStatus.options] as const).flatMap((status) =>
			STEPS.flatMap((step) => {
				const next = nextStatus(status, step);
				return next ? [`${status} ${step} ${next}`] : [];
			})
		);
		expect(taken).toEqual([
			'new submit submitted',
			'submitted submit submitted',
			'submitted withdraw withdrawn',
			'submitted approve approved',
			'submitted return returned',
			'submitted reject rejected',
			'returned submit submitted',
			'returned withdraw withdrawn',
			'returned undo submitted',
			'approved undo submitted',
			'rejected undo submitted'
		]);
	});
});

test('every kind of mutation is one step, every step has one kind', () => {
	expect(MUTATION_KINDS.map((kind) => STEP_OF[kind])).toEqual(STEPS);
	expect(Object.keys(STEP_OF)).toEqual(MUTATION_KINDS);
});

describe('an entry', () => {
	const returned = afterStory([
		[SITI, () => aMutation('entry.submit')],
		[BUDI, (entry) => aMutationOn(entry, 'review.return')]
	]);

	test('says who and when from its id alone', () => {
		expect(keyOf(returned)).toEqual({ nip: SITI, date: '2026-11-24' });
		expect(() => keyOf({ _id: 'all:settings' })).toThrow();
	});

	test('knows the mutations that changed it', () => {
		expect(returned.history.every(({ id }) => hasMutation(returned, id))).toBe(true);
		expect(hasMutation(returned, '0'.repeat(26))).toBe(false);
		expect(hasMutation(undefined, '0'.repeat(26))).toBe(false);
	});

	test('names the item that made its version, and the submission whose content stands', () => {
		expect(currentItem(returned).kind).toBe('review.return');
		expect(lastSubmission(returned).kind).toBe('entry.submit');
	});

	test('without the item of its version, or any submission, is a fault in the program', () => {
		expect(() => currentItem({ ...returned, version: 'x' })).toThrow();
		expect(() => lastSubmission({ ...returned, history: returned.history.slice(1) })).toThrow();
	});

	test('keeps what a later program wrote into it', () => {
		const later = {
			...anEntry(),
			_rev: `1-${'0'.repeat(32)}`,
			mood: 'senang',
			history: anEntry().history.map((item) => ({ ...item, kind: 'entry.comment', text: 'Halo' }))
		};
		expect(Entry.parse(later)).toEqual(later);
	});
});

describe('needsTimeConfirmation', () => {
	const timed = (timing: Timing): Entry => {
		const entry = anEntry();
		return { ...entry, history: entry.history.map((item) => ({ ...item, timing })) };
	};

	test.each([
		['on-time', false],
		['late', true],
		['unproven', true]
	] as const)('a submission that is %s: %s', (timing, expected) => {
		expect(needsTimeConfirmation(timed(timing))).toBe(expected);
	});
});

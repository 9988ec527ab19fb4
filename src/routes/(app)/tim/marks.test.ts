import { describe, expect, test } from 'vitest';
import { type Oddity } from '#lib/domain/oddities.ts';
import { afterStory, anEntry } from '#tests/support/factories.ts';
import { correct, giveBack, submit, undo } from '#tests/support/story.ts';
import { marksOf } from './marks.ts';

const wordsOf = (oddities: readonly Oddity[]) =>
	marksOf(anEntry(), { oddities, capacity: undefined }).map(({ words }) => words);

describe('marksOf', () => {
	test('says what is odd in a few plain words', () => {
		expect(
			wordsOf([
				{ kind: 'night', minute: 120 },
				{ kind: 'day-off', on: '2026-11-29', holiday: undefined },
				{ kind: 'day-off', on: '2026-12-25', holiday: 'Natal' },
				{ kind: 'long', minutes: 600 },
				{ kind: 'beyond-day', minutes: 1_500 }
			])
		).toEqual([
			'Pukul 02.00',
			'Hari Minggu',
			'Hari libur: Natal',
			'Lebih dari 8 jam',
			'Hari itu tercatat 25 jam'
		]);
	});

	test('work that came again and a capacity are no warning', () => {
		const corrected = afterStory([submit, giveBack, correct(2)]);
		const marks = marksOf(corrected, { oddities: [], capacity: 'ACTING' });
		expect(marks.map(({ icon, warns }) => [icon, warns])).toEqual([
			['edit', false],
			['person', false]
		]);
		expect(marksOf(anEntry(), { oddities: [], capacity: 'DEFINITIVE' })).toEqual([]);
	});

	test('what was returned by mistake, and taken back, was not corrected', () => {
		const takenBack = afterStory([submit, giveBack, undo]);
		expect(marksOf(takenBack, { oddities: [], capacity: undefined })).toEqual([]);
	});
});

import { describe, expect, test } from 'vitest';
import { aContent, TODAY } from '#tests/support/factories.ts';
import { addDays, instantOf } from './day.ts';
import { type EntryContent } from './entry-content.ts';
import { odditiesOf } from './oddities.ts';

const YESTERDAY = addDays(TODAY, -1);
const on = (date: string, over: Partial<EntryContent> = {}) => ({ date, content: aContent(over) });
const rally = { activity: { code: null, name: 'Apel pagi' } };

type Beside = Parameters<typeof odditiesOf>[1];

const found = (over: Partial<EntryContent>, beside: Partial<Beside> = {}) =>
	odditiesOf(on(TODAY, over), {
		others: [],
		recordedAt: instantOf(TODAY, 960, 'WITA'),
		zone: 'WITA',
		...beside
	});

describe('odditiesOf', () => {
	test('nothing about plain work', () => {
		const others = [on(TODAY, { ...rally, startMinute: 420, endMinute: 480 })];
		expect(found({ quantity: 2 }, { others, standardMinutes: 30 })).toEqual([]);
	});

	test('work that was probably recorded before, not said again as an overlap', () => {
		const others = [on(TODAY, { startMinute: 500, endMinute: 560 })];
		expect(found({}, { others })).toEqual([{ kind: 'twice', other: others[0]?.content }]);
	});

	test('the minutes shared with whatever overlaps most', () => {
		const others = [
			on(TODAY, { ...rally, startMinute: 470, endMinute: 490 }),
			on(TODAY, { ...rally, startMinute: 510, endMinute: 600 })
		];
		expect(found({}, { others })).toEqual([
			{ kind: 'overlap', other: others[1]?.content, minutes: 30 }
		]);
	});

	test('work of the day before that went past midnight', () => {
		const others = [on(YESTERDAY, { ...rally, startMinute: 1_380, endMinute: 1_440 + 500 })];
		expect(found({}, { others })).toMatchObject([{ kind: 'overlap', minutes: 20 }]);
	});

	test('minutes from half above the norm on, where there is one', () => {
		const beside = { standardMinutes: 20 };
		expect(found({ quantity: 2, effectiveMinutes: 59 }, beside)).toEqual([]);
		expect(found({ quantity: 2, effectiveMinutes: 60 }, beside)).toEqual([
			{ kind: 'above-norm', minutes: 60, norm: 40 }
		]);
		expect(found({ quantity: 2, effectiveMinutes: 60 })).toEqual([]);
	});

	test('more work than fits into the time twice', () => {
		const beside = { standardMinutes: 10 };
		expect(found({ quantity: 11 }, beside)).toEqual([]);
		expect(found({ quantity: 12 }, beside)).toEqual([{ kind: 'too-much', minutes: 60, norm: 120 }]);
	});

	test('what was recorded four days after the work, in the zone of the work', () => {
		const after = (days: number, minute = 0) => ({
			recordedAt: instantOf(addDays(TODAY, days), minute, 'WITA')
		});
		expect(found({}, after(3, 1_439))).toEqual([]);
		expect(found({}, after(4))).toEqual([{ kind: 'long-after', days: 4 }]);
		expect(found({}, { recordedAt: undefined })).toEqual([]);
	});
});

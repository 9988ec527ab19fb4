import { describe, expect, test } from 'vitest';
import { aContent, TODAY } from '#tests/support/factories.ts';
import { NO_CALENDAR } from './calendar.ts';
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
		calendar: NO_CALENDAR,
		dayMinutes: 60,
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

	test('nothing about routine done again at another time, word for word the same', () => {
		expect(found({}, { others: [on(TODAY, { startMinute: 540, endMinute: 600 })] })).toEqual([]);
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

	test('an overlap of a few minutes is none', () => {
		const until = (endMinute: number) => [on(TODAY, { ...rally, startMinute: 400, endMinute })];
		expect(found({}, { others: until(485) })).toEqual([]);
		expect(found({}, { others: until(486) })).toMatchObject([{ kind: 'overlap', minutes: 6 }]);
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

	test.each<[string, number, number, number | undefined]>([
		['begins at two', 120, 180, 120],
		['begins when the night does', 1_320, 1_380, 1_320],
		['ends when the night begins', 1_260, 1_320, undefined],
		['ends in the night', 1_260, 1_321, 1_321],
		['ends when the night does', 1_200, 1_440 + 300, 1_440 + 300],
		['begins when the night is over', 300, 360, undefined],
		['ends at midnight', 1_260, 1_440, 1_440]
	])('work that %s', (_what, startMinute, endMinute, minute) => {
		const nightly = found({ startMinute, endMinute }).filter(({ kind }) => kind === 'night');
		expect(nightly).toEqual(minute === undefined ? [] : [{ kind: 'night', minute }]);
	});

	test('work on a weekend, or on a day off by the calendar with its name', () => {
		const of = (date: string, daysOff: (typeof NO_CALENDAR)['daysOff'] = []) =>
			odditiesOf(on(date), {
				others: [],
				recordedAt: undefined,
				zone: 'WITA',
				calendar: { ...NO_CALENDAR, daysOff },
				dayMinutes: 60
			});
		expect(of('2026-11-27')).toEqual([]);
		expect(of('2026-11-29')).toEqual([{ kind: 'day-off', on: '2026-11-29', holiday: undefined }]);
		expect(of('2026-12-25', [{ on: '2026-12-25', name: 'Natal', kind: 'holiday' }])).toEqual([
			{ kind: 'day-off', on: '2026-12-25', holiday: 'Natal' }
		]);
	});

	test('more than eight hours at one stretch', () => {
		expect(found({ startMinute: 480, endMinute: 960 })).toEqual([]);
		expect(found({ startMinute: 480, endMinute: 961 })).toEqual([{ kind: 'long', minutes: 481 }]);
	});

	test('a day for which more counts than it has hours', () => {
		expect(found({}, { dayMinutes: 1_440 })).toEqual([]);
		expect(found({}, { dayMinutes: 1_441 })).toEqual([{ kind: 'beyond-day', minutes: 1_441 }]);
	});
});

import { describe, expect, test } from 'vitest';
import { aCalendar, TODAY } from '#tests/support/factories.ts';
import { calendarKnownAt } from './calendar.ts';
import { type Day, instantOf } from './day.ts';
import { dayToRemind } from './reminder.ts';
import { DEFAULT_SETTINGS, type InputWindow } from './settings.ts';

/** Tuesday; the window of four days leaves Friday open until its end. */
const FRIDAY = '2026-11-20';
const MONDAY = '2026-11-23';

type Case = {
	readonly window?: InputWindow;
	readonly at?: string;
	readonly full?: readonly Day[];
	readonly daysOff?: string[];
	readonly remindedOn?: Day;
};

function reminded({ window, at = '10:00', full = [], daysOff = [], remindedOn }: Case = {}) {
	const [hour = 0, minute = 0] = at.split(':').map(Number);
	const inputWindow = window ?? DEFAULT_SETTINGS.inputWindow;
	const calendar = calendarKnownAt(aCalendar(daysOff).versions);
	const rules = {
		settings: [{ ...DEFAULT_SETTINGS, inputWindow }] as const,
		zone: 'WITA' as const,
		calendar
	};
	const work = new Map(full.map((day) => [day, { minutes: 60, hasReturned: false }]));
	const now = instantOf(TODAY, hour * 60 + minute, 'WITA');
	return dayToRemind({ rules, work, now }, remindedOn);
}

describe('dayToRemind', () => {
	test('a workday that closes today is reminded of, and not once it has a minute', () => {
		expect(reminded()).toBe(FRIDAY);
		expect(reminded({ full: [FRIDAY] })).toBeUndefined();
	});

	test('one that closes tomorrow too, the day after tomorrow not yet', () => {
		const back = (days: number) => ({ window: { kind: 'days-back', days } as const });
		expect(reminded({ ...back(2) })).toBe(MONDAY);
		expect(reminded({ ...back(3) })).toBeUndefined();
		expect(reminded({ ...back(5), full: ['2026-11-19'] })).toBe(FRIDAY);
	});

	test('a day off is not', () => {
		expect(reminded({ daysOff: [FRIDAY] })).toBeUndefined();
	});

	test('once a day', () => {
		expect(reminded({ remindedOn: TODAY })).toBeUndefined();
		expect(reminded({ remindedOn: MONDAY })).toBe(FRIDAY);
	});

	test('not at night', () => {
		const at = ['05:59', '06:00', '20:59', '21:00'];
		expect(at.map((time) => reminded({ at: time }))).toEqual([
			undefined,
			FRIDAY,
			FRIDAY,
			undefined
		]);
	});

	test('an empty today that closes today, from the afternoon on', () => {
		const window = { kind: 'same-day' } as const;
		expect([reminded({ window }), reminded({ window, at: '15:00' })]).toEqual([undefined, TODAY]);
		expect(reminded({ window, at: '15:00', full: [TODAY] })).toBeUndefined();
	});
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	addDays,
	DAY_MS,
	dayOf,
	dayOfNextMonth,
	formatMinute,
	instantOf,
	isDay,
	MINUTE_MS,
	MINUTES_PER_DAY,
	minuteOf,
	parseMinute,
	weekdayOf,
	weekNumberOf,
	Zone
} from './day.ts';

const someZone = fc.constantFrom(...Zone.options);
const someInstant = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2100, 0, 1) });
const someDay = someInstant.map((at) => new Date(at).toISOString().slice(0, 10));

describe('isDay', () => {
	test.each(['2026-01-31', '2024-02-29', '2000-02-29', '2026-12-31'])('%s is a day', (text) => {
		expect(isDay(text)).toBe(true);
	});

	test.each([
		'2026-02-29',
		'2100-02-29',
		'2026-02-30',
		'2026-04-31',
		'2026-13-01',
		'2026-00-10',
		'2026-01-00',
		'2026-1-1',
		'20260101',
		' 2026-01-01',
		'2026-01-01T00:00',
		''
	])('%j is none', (text) => {
		expect(isDay(text)).toBe(false);
	});
});

test('a week has the number after the week before, and one for all its days', () => {
	fc.assert(
		fc.property(someDay, (day) => {
			const number = weekNumberOf(day);
			expect(weekNumberOf(addDays(day, 7))).toBe(number + 1);
			expect(weekNumberOf(addDays(day, 1))).toBe(weekdayOf(day) === 0 ? number + 1 : number);
			expect(Number.isInteger(number)).toBe(true);
		})
	);
});

describe('instantOf', () => {
	test.each([
		['WIB', Date.UTC(2026, 10, 23, 17)],
		['WITA', Date.UTC(2026, 10, 23, 16)],
		['WIT', Date.UTC(2026, 10, 23, 15)]
	] as const)('24 November begins in %s when it is %d', (zone, midnightAt) => {
		expect(instantOf('2026-11-24', 0, zone)).toBe(midnightAt);
		expect(dayOf(midnightAt, zone)).toBe('2026-11-24');
		expect(dayOf(midnightAt - 1, zone)).toBe('2026-11-23');
	});

	test('one moment can be three times of day and two days', () => {
		const at = Date.UTC(2026, 11, 31, 15, 30);
		const shown = Zone.options.map((zone) => [dayOf(at, zone), formatMinute(minuteOf(at, zone))]);
		expect(shown).toEqual([
			['2026-12-31', '22:30'],
			['2026-12-31', '23:30'],
			['2027-01-01', '00:30']
		]);
	});

	test('minutes past midnight lead into the next day', () => {
		expect(dayOf(instantOf('2026-02-28', MINUTES_PER_DAY + 1, 'WITA'), 'WITA')).toBe('2026-03-01');
	});

	test('day and minute together say the instant, in every zone', () => {
		fc.assert(
			fc.property(someInstant, someZone, (at, zone) => {
				const minuteAt = at - (at % MINUTE_MS);
				expect(instantOf(dayOf(at, zone), minuteOf(at, zone), zone)).toBe(minuteAt);
			})
		);
	});

	test('minutes before 1970 are minutes of a day too', () => {
		expect(minuteOf(-1, 'WIB')).toBe(419);
		expect(minuteOf(-DAY_MS, 'WIB')).toBe(420);
	});
});

describe('addDays', () => {
	test.each([
		['2026-01-31', 1, '2026-02-01'],
		['2026-02-28', 1, '2026-03-01'],
		['2028-02-28', 1, '2028-02-29'],
		['2028-02-29', 1, '2028-03-01'],
		['2026-12-31', 1, '2027-01-01'],
		['2026-01-01', -1, '2025-12-31'],
		['2026-11-24', 0, '2026-11-24'],
		['2028-01-01', 366, '2029-01-01']
	])('%s and %i days is %s', (day, days, expected) => {
		expect(addDays(day, days)).toBe(expected);
	});

	test('going there and back leads to the same day, one weekday further each day', () => {
		fc.assert(
			fc.property(someDay, fc.integer({ min: 0, max: 800 }), (day, days) => {
				const later = addDays(day, days);
				expect(addDays(later, -days)).toBe(day);
				expect(weekdayOf(later)).toBe((weekdayOf(day) + days) % 7);
			})
		);
	});
});

test('24 November 2026 is a Tuesday, 1 March 2026 a Sunday', () => {
	expect([weekdayOf('2026-11-24'), weekdayOf('2026-03-01')]).toEqual([2, 0]);
});

describe('dayOfNextMonth', () => {
	test.each([
		['2026-11-01', 5, '2026-12-05'],
		['2026-11-30', 5, '2026-12-05'],
		['2026-12-15', 5, '2027-01-05'],
		['2026-01-31', 31, '2026-02-28'],
		['2026-01-31', 29, '2026-02-28'],
		['2028-01-31', 30, '2028-02-29'],
		['2026-03-31', 31, '2026-04-30'],
		['2026-02-10', 31, '2026-03-31']
	])('after %s the %i. is %s', (day, date, expected) => {
		expect(dayOfNextMonth(day, date)).toBe(expected);
	});

	test('it always is a day of the next month', () => {
		fc.assert(
			fc.property(someDay, fc.integer({ min: 1, max: 31 }), (day, date) => {
				const next = dayOfNextMonth(day, date);
				expect(isDay(next)).toBe(true);
				expect(next.slice(0, 7)).toBe(addDays(`${day.slice(0, 7)}-28`, 4).slice(0, 7));
			})
		);
	});
});

describe('parseMinute', () => {
	test.each([
		['7:05', 425],
		['07.05', 425],
		[' 16:30 ', 990],
		['0:00', 0],
		['23:59', 1439]
	])('%j is minute %i', (text, minute) => {
		expect(parseMinute(text)).toBe(minute);
	});

	test.each(['24:00', '12:60', '7', '7:5', '705', '-1:00', '7:05 pagi', ''])(
		'%j is no time of day',
		(text) => {
			expect(parseMinute(text)).toBeUndefined();
		}
	);

	test('every minute of a day is read as it is written', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: MINUTES_PER_DAY - 1 }), (minute) => {
				expect(parseMinute(formatMinute(minute))).toBe(minute);
			})
		);
	});
});

test('a time past midnight is written as the time of the next day', () => {
	expect([formatMinute(1440), formatMinute(1530)]).toEqual(['00:00', '01:30']);
});

test('days keep their names, however many are asked for', () => {
	const days = Array.from({ length: 9_000 }, (_unused, count) => addDays('2010-01-01', count));
	const named = days.map((_day, count) => new Date(Date.UTC(2010, 0, 1 + count)).toISOString());
	expect(days).toEqual(named.map((name) => name.slice(0, 10)));
	expect(days.map((day) => addDays(day, 0))).toEqual(days);
});

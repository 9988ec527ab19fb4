import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	addWorkdays,
	type CalendarVersion,
	calendarKnownAt,
	dayOffOn,
	isWorkday
} from './calendar.ts';
import { addDays, type Day } from './day.ts';

/** National holidays and collective leave of 2026 by the joint decree of 19 September 2025. */
const HOLIDAYS =
	'01-01 01-16 02-17 03-19 03-21 03-22 04-03 04-05 05-01 05-14 05-27 05-31 06-01 06-16 08-17 08-25 12-25';
const COLLECTIVE_LEAVE = '02-16 03-18 03-20 03-23 03-24 05-15 05-28 12-24';

function aVersion(daysOff: readonly Day[], over: Partial<CalendarVersion> = {}): CalendarVersion {
	return {
		validFrom: '2026-01-01',
		publishedAt: 1,
		daysOff: daysOff.map((on) => ({ on, name: `Libur ${on}`, kind: 'holiday' })),
		...over
	};
}

const CALENDAR = aVersion(
	`${HOLIDAYS} ${COLLECTIVE_LEAVE}`.split(' ').map((date) => `2026-${date}`)
);

const daysOf2026 = Array.from({ length: 365 }, (_unused, index) => addDays('2026-01-01', index));
const someDay = fc.constantFrom(...daysOf2026);

describe('isWorkday', () => {
	test('2026 has 240 working days', () => {
		expect(daysOf2026.filter((day) => isWorkday(day, CALENDAR))).toHaveLength(240);
	});

	test.each([
		['2026-11-24', true, 'a Tuesday'],
		['2026-11-21', false, 'a Saturday'],
		['2026-11-22', false, 'a Sunday'],
		['2026-08-17', false, 'a holiday'],
		['2026-12-24', false, 'collective leave'],
		['2026-12-23', true, 'the day before collective leave']
	])('%s: %s (%s)', (day, isWorked) => {
		expect(isWorkday(day, CALENDAR)).toBe(isWorked);
	});
});

test('a day off says its name', () => {
	expect(dayOffOn('2026-08-17', CALENDAR)?.name).toBe('Libur 2026-08-17');
	expect(dayOffOn('2026-08-18', CALENDAR)).toBeUndefined();
});

test('the calendar is worked out once for one list of versions, and never for another or an earlier time', () => {
	const versions = [CALENDAR, aVersion(['2026-11-24'], { publishedAt: 2 })];
	expect(calendarKnownAt(versions)).toBe(calendarKnownAt(versions));
	expect(isWorkday('2026-11-24', calendarKnownAt(versions))).toBe(false);
	expect(isWorkday('2026-11-24', calendarKnownAt(versions, 1))).toBe(true);
	expect(isWorkday('2026-11-24', calendarKnownAt([CALENDAR]))).toBe(true);
});

describe('addWorkdays', () => {
	test.each([
		['2026-11-24', 3, '2026-11-27', 'inside a week'],
		['2026-11-20', 1, '2026-11-23', 'over a weekend'],
		['2026-11-21', 1, '2026-11-23', 'from a Saturday'],
		['2026-03-17', 1, '2026-03-25', 'over Nyepi and Idulfitri'],
		['2026-12-23', 3, '2026-12-30', 'over Christmas'],
		['2026-05-13', 2, '2026-05-19', 'over Ascension Day'],
		['2026-11-22', 0, '2026-11-22', 'no days from a Sunday']
	])('%s and %i is %s: %s', (day, count, expected) => {
		expect(addWorkdays(day, count, CALENDAR)).toBe(expected);
	});

	test('the last of the counted days is worked, and that many lie between', () => {
		fc.assert(
			fc.property(someDay, fc.integer({ min: 1, max: 30 }), (day, count) => {
				const last = addWorkdays(day, count, CALENDAR);
				expect(isWorkday(last, CALENDAR)).toBe(true);
				const worked = (function* () {
					for (let each = addDays(day, 1); each <= last; each = addDays(each, 1)) {
						if (isWorkday(each, CALENDAR)) yield each;
					}
				})();
				expect([...worked]).toHaveLength(count);
			})
		);
	});
});

describe('calendarKnownAt', () => {
	const of2027 = aVersion(['2027-01-01'], { validFrom: '2027-01-01', publishedAt: 5 });

	test("counting across New Year sees both years' holidays", () => {
		const calendar = calendarKnownAt([CALENDAR, of2027]);
		expect(addWorkdays('2026-12-23', 5, calendar)).toBe('2027-01-04');
		expect(addWorkdays('2026-12-23', 5, CALENDAR)).toBe('2027-01-01');
	});

	test('what was published later could not be known', () => {
		expect(dayOffOn('2027-01-01', calendarKnownAt([CALENDAR, of2027], 4))).toBeUndefined();
		expect(dayOffOn('2027-01-01', calendarKnownAt([CALENDAR, of2027], 5))).toBeDefined();
	});

	test('a later decree replaces the days of the earlier one from its first day on', () => {
		const later = aVersion(['2026-03-30'], { validFrom: '2026-03-01', publishedAt: 9 });
		const daysOff = calendarKnownAt([CALENDAR, later]).daysOff.map(({ on }) => on);
		expect(daysOff).toEqual(['2026-01-01', '2026-01-16', '2026-02-17', '2026-02-16', '2026-03-30']);
	});

	test('where nothing is published only weekends are free', () => {
		expect(isWorkday('2026-08-17', calendarKnownAt([]))).toBe(true);
		expect(isWorkday('2026-11-22', calendarKnownAt([]))).toBe(false);
	});
});

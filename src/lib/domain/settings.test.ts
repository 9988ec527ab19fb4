import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf, Zone } from './day.ts';
import { type InputWindow, lastInputDay, windowClosesAt } from './settings.ts';

const SAME_DAY: InputWindow = { kind: 'same-day' };
const daysBack = (days: number): InputWindow => ({ kind: 'days-back', days });
const untilDay = (day: number): InputWindow => ({ kind: 'until-day', day });

describe('lastInputDay', () => {
	test.each([
		['2026-11-24', SAME_DAY, '2026-11-24'],
		['2026-11-24', daysBack(0), '2026-11-24'],
		['2026-11-24', daysBack(4), '2026-11-28'],
		['2026-12-30', daysBack(4), '2027-01-03'],
		['2028-02-27', daysBack(2), '2028-02-29'],
		['2026-11-01', untilDay(5), '2026-12-05'],
		['2026-11-30', untilDay(5), '2026-12-05'],
		['2026-12-31', untilDay(5), '2027-01-05'],
		['2026-01-15', untilDay(31), '2026-02-28'],
		['2028-01-15', untilDay(30), '2028-02-29'],
		['2026-03-01', untilDay(31), '2026-04-30']
	])('work of %s under %j may be handed in until %s', (day, window, expected) => {
		expect(lastInputDay(day, window)).toBe(expected);
	});
});

describe('windowClosesAt', () => {
	test.each([
		[SAME_DAY, 'WIB', Date.UTC(2026, 10, 24, 17)],
		[SAME_DAY, 'WITA', Date.UTC(2026, 10, 24, 16)],
		[SAME_DAY, 'WIT', Date.UTC(2026, 10, 24, 15)],
		[daysBack(4), 'WIB', Date.UTC(2026, 10, 28, 17)],
		[daysBack(4), 'WITA', Date.UTC(2026, 10, 28, 16)],
		[daysBack(4), 'WIT', Date.UTC(2026, 10, 28, 15)],
		[untilDay(5), 'WIB', Date.UTC(2026, 11, 5, 17)],
		[untilDay(5), 'WITA', Date.UTC(2026, 11, 5, 16)],
		[untilDay(5), 'WIT', Date.UTC(2026, 11, 5, 15)]
	] as const)('work of 24 November under %j closes at the midnight of %s', (window, zone, at) => {
		expect(windowClosesAt('2026-11-24', window, zone)).toBe(at);
	});

	test('it closes exactly when the day after the last one begins, wherever that is', () => {
		const someWindow = fc.oneof(
			fc.constant(SAME_DAY),
			fc.nat({ max: 366 }).map(daysBack),
			fc.integer({ min: 1, max: 31 }).map(untilDay)
		);
		const someDay = fc.nat({ max: 1_500 }).map((days) => addDays('2026-01-01', days));
		const someZone = fc.constantFrom(...Zone.options);
		fc.assert(
			fc.property(someDay, someWindow, someZone, (day, window, zone) => {
				const closesAt = windowClosesAt(day, window, zone);
				const last = lastInputDay(day, window);
				expect([dayOf(closesAt - 1, zone), dayOf(closesAt, zone)]).toEqual([
					last,
					addDays(last, 1)
				]);
				expect(last >= day).toBe(true);
			})
		);
	});
});

import { describe, expect, test } from 'vitest';
import { NO_CALENDAR } from './calendar.ts';
import { emptyDays, markDays, monthOf, weekOf } from './day-mark.ts';
import { columnOf, type Day, instantOf } from './day.ts';
import { DEFAULT_SETTINGS } from './settings.ts';

const NOON = 12 * 60;
/** A Wednesday. */
const TODAY = '2026-11-25';

const rules = {
	zone: 'WITA' as const,
	settings: [{ ...DEFAULT_SETTINGS, inputWindow: { kind: 'days-back', days: 3 } }] as never,
	calendar: {
		...NO_CALENDAR,
		daysOff: [{ on: '2026-11-24', name: 'Hari Buku', kind: 'holiday' as const }]
	}
};
const now = instantOf(TODAY, NOON, 'WITA');
const standing = (minutes: Record<string, number>, returned: Day[] = []) => ({
	rules,
	work: new Map(
		[...Object.keys(minutes), ...returned].map((day) => [
			day,
			{ minutes: minutes[day] ?? 0, hasReturned: returned.includes(day) }
		])
	),
	now
});

describe('markDays', () => {
	test.each([
		['2026-11-23', 300, 'full'],
		['2026-11-23', 299, 'part'],
		['2026-11-23', 0, 'none'],
		['2026-11-24', 0, 'off'],
		['2026-11-24', 10, 'full'],
		['2026-11-22', 0, 'off'],
		['2026-11-25', 0, 'begun'],
		['2026-11-25', 10, 'part'],
		['2026-11-26', 0, 'ahead']
	])('%s with %i minutes is %s', (day, minutes, state) => {
		expect(markDays([day], standing({ [day]: minutes }))).toMatchObject([{ state, minutes }]);
	});

	test.each([0, 120, 300])(
		'a day with something returned says so, whatever else it has',
		(minutes) => {
			const day = '2026-11-23';
			expect(markDays([day], standing({ [day]: minutes }, [day]))).toMatchObject([
				{ state: 'returned', minutes }
			]);
		}
	);

	test('a holiday has its name and asks for no minutes', () => {
		expect(markDays(['2026-11-24'], standing({}))).toMatchObject([
			{ dayOff: 'Hari Buku', required: 0 }
		]);
	});
});

describe('emptyDays', () => {
	test('are past workdays without minutes that may still be recorded, what closes first first', () => {
		const days = monthOf(TODAY);
		const found = emptyDays(days, standing({}));
		expect(found.map(({ day }) => day)).toEqual(['2026-11-23']);
		expect(found[0]?.closesAt).toBe(instantOf('2026-11-27', 0, 'WITA'));
		expect(emptyDays(days, standing({ '2026-11-23': 10 }))).toEqual([]);
		expect(emptyDays(days, standing({}, ['2026-11-23']))).toEqual([]);
	});
});

describe('an empty today', () => {
	const on = (hour: number, days: number) => {
		const inputWindow = { kind: 'days-back', days } as const;
		const settings = [{ ...DEFAULT_SETTINGS, inputWindow }] as const;
		const at = { rules: { ...rules, settings }, now: instantOf(TODAY, hour * 60, 'WITA') };
		return emptyDays([TODAY], { ...at, work: new Map() }).length;
	};

	test('is one from three o’clock, when it closes today or tomorrow', () => {
		expect([on(14, 0), on(15, 0), on(14, 1), on(15, 1), on(15, 2)]).toEqual([0, 1, 0, 1, 0]);
	});
});

describe('days of a month and of a week', () => {
	test('February of a leap year has 29', () => {
		expect(monthOf('2028-02-10')).toHaveLength(29);
		expect(monthOf('2028-02-10').at(-1)).toBe('2028-02-29');
	});

	test('a week begins on Monday', () => {
		expect(weekOf('2026-11-29')).toEqual(weekOf('2026-11-23'));
		expect(weekOf(TODAY)[0]).toBe('2026-11-23');
		expect(columnOf('2026-11-29')).toBe(6);
	});
});

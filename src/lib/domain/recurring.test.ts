import { describe, expect, test } from 'vitest';
import { aContent, TODAY } from '#tests/support/factories.ts';
import { type CalendarVersion, NO_CALENDAR } from './calendar.ts';
import { addDays, type Day, weekdayOf } from './day.ts';
import { type EntryContent } from './entry-content.ts';
import { usualWork, type Work } from './recurring.ts';

const named = (name: string) => ({ activity: { code: null, name } });
const on = (date: Day, over: Partial<EntryContent> = {}): Work => ({
	date,
	content: aContent(over)
});
const weeksAgo = (...weeks: number[]) => weeks.map((week) => addDays(TODAY, -7 * week));

/** TODAY is a Tuesday: the workdays of two weeks before it. */
const WORKDAYS = Array.from({ length: 14 }, (_, back) => addDays(TODAY, -1 - back)).filter(
	(day) => ![0, 6].includes(weekdayOf(day))
);

type More = { date?: Day; calendar?: CalendarVersion; nowMinute?: number };

const offered = (work: readonly Work[], more: More = {}) =>
	usualWork(work, { date: TODAY, calendar: NO_CALENDAR, nowMinute: undefined, ...more });
const namesOf = (work: readonly Work[], more?: More) =>
	offered(work, more).map(({ activity }) => activity.name);

describe('usual on a weekday', () => {
	test.each([
		[[1, 2, 3], 1],
		[[1, 3, 6], 1],
		[[1, 2], 0],
		[[1, 2, 7], 0]
	])('done %j weeks ago: %i offers', (weeks, count) => {
		expect(offered(weeksAgo(...weeks).map((day) => on(day)))).toHaveLength(count);
	});

	test('three times in one day is one day', () => {
		expect(offered([1, 2, 3].map((hour) => on(addDays(TODAY, -7), { startMinute: hour })))).toEqual(
			[]
		);
	});

	test('another weekday is another habit', () => {
		const work = weeksAgo(1, 2, 3).map((day) => on(day));
		expect(offered(work, { date: addDays(TODAY, 1) })).toEqual([]);
	});

	test('it is when, as long and as much as it mostly was, with its newest name and unit', () => {
		const times: [number, number][] = [
			[455, 500],
			[450, 480],
			[600, 630]
		];
		const names = ['Apel pagi', 'APEL PAGI', 'apel pagi'];
		const work = weeksAgo(1, 2, 3).map((day, index) => {
			const [startMinute = 0, endMinute = 0] = times[index] ?? [];
			return on(day, {
				...named(names[index] ?? ''),
				startMinute,
				endMinute,
				quantity: 1 + index,
				unit: `u${index}`
			});
		});
		expect(offered(work)).toEqual([
			{
				activity: { code: null, name: 'Apel pagi' },
				quantity: 2,
				unit: 'u0',
				startMinute: 455,
				endMinute: 485
			}
		]);
	});

	test('what is done twice a day is offered at its first hour', () => {
		const work = weeksAgo(1, 2, 3).flatMap((day) => [
			on(day, { startMinute: 900, endMinute: 930 }),
			on(day, { startMinute: 450, endMinute: 480 })
		]);
		expect(offered(work)).toMatchObject([{ startMinute: 450, endMinute: 480 }]);
	});

	test('work past midnight keeps its end', () => {
		const work = weeksAgo(1, 2, 3).map((day) => on(day, { startMinute: 1_320, endMinute: 1_560 }));
		expect(offered(work)).toMatchObject([{ startMinute: 1_320, endMinute: 1_560 }]);
	});
});

describe('usual on nearly every workday', () => {
	const apel = { ...named('Apel'), startMinute: 450, endMinute: 480 };
	const others = WORKDAYS.map((day) => on(day, named(`Lain ${day}`)));
	const daily = (days: readonly Day[]) => [...others, ...days.map((day) => on(day, apel))];

	test('eight of ten worked days are enough, seven are not', () => {
		expect(namesOf(daily(WORKDAYS.slice(0, 8)))).toEqual(['Apel']);
		expect(namesOf(daily(WORKDAYS.slice(0, 7)))).toEqual([]);
	});

	test('fewer than five days show no habit yet', () => {
		expect(namesOf(WORKDAYS.slice(0, 4).map((day) => on(day, apel)))).toEqual([]);
		expect(namesOf(WORKDAYS.slice(0, 5).map((day) => on(day, apel)))).toEqual(['Apel']);
	});

	test('it is not usual on a Saturday', () => {
		expect(namesOf(daily(WORKDAYS), { date: addDays(TODAY, 4) })).toEqual([]);
	});
});

describe('never offered', () => {
	const tuesdays = weeksAgo(1, 2, 3).map((day) => on(day, named('Apel')));

	test('what is recorded on that day, at whatever hour and however it is written', () => {
		const recorded = on(TODAY, { ...named('APEL'), startMinute: 900, endMinute: 930 });
		expect(offered([...tuesdays, recorded])).toEqual([]);
	});

	test('minutes that are recorded for something else', () => {
		const rapat = { ...named('Rapat'), startMinute: 510, endMinute: 600 };
		expect(offered([...tuesdays, on(TODAY, rapat)])).toEqual([]);
		expect(offered([...tuesdays, on(TODAY, { ...rapat, startMinute: 540 })])).toHaveLength(1);
	});

	test('today, what usually ends later than now', () => {
		expect(offered(tuesdays, { nowMinute: 539 })).toEqual([]);
		expect(offered(tuesdays, { nowMinute: 540 })).toHaveLength(1);
	});

	test('anything on a holiday', () => {
		const off = { on: TODAY, name: 'Libur', kind: 'holiday' } as const;
		expect(offered(tuesdays, { calendar: { ...NO_CALENDAR, daysOff: [off] } })).toEqual([]);
	});
});

test('the three most frequent are offered, by start', () => {
	const times = { A: [1, 2, 3], B: [1, 2, 3, 4], C: [1, 2, 3, 4, 5], D: [1, 2, 3, 4, 5, 6] };
	const work = Object.entries(times).flatMap(([name, weeks], index) =>
		weeksAgo(...weeks).map((day) => {
			const startMinute = 900 - 100 * index;
			return on(day, { ...named(name), startMinute, endMinute: startMinute + 60 });
		})
	);
	expect(namesOf(work)).toEqual(['D', 'C', 'B']);
});

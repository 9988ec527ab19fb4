/** National holidays and collective leave, and what follows from them: which days are worked. */
import * as z from 'zod/mini';
import { addDays, Day, weekdayOf } from './day.ts';
import { WorkDocument } from './document.ts';
import { versionOn } from './version.ts';

export const DayOff = z.object({
	on: Day,
	name: z.string(),
	kind: z.enum(['holiday', 'collective-leave'])
});
export type DayOff = z.infer<typeof DayOff>;

export const CalendarVersion = z.object({
	validFrom: Day,
	publishedAt: z.int(),
	daysOff: z.array(DayOff)
});
export type CalendarVersion = z.infer<typeof CalendarVersion>;

export const Calendar = z.extend(WorkDocument, { versions: z.array(CalendarVersion) });
export type Calendar = z.infer<typeof Calendar>;

export const NO_CALENDAR: CalendarVersion = {
	validFrom: '1900-01-01',
	publishedAt: 0,
	daysOff: []
};

/**
 * The days off that could be known at `knownAt`. Each day is looked up in the version in force on it,
 * so that counting across New Year sees the holidays of both years.
 */
export function calendarKnownAt(
	versions: readonly CalendarVersion[],
	knownAt?: number
): CalendarVersion {
	const known = knownAt === undefined ? current.get(versions) : undefined;
	if (known) return known;
	const daysOff = versions.flatMap((version) =>
		version.daysOff.filter(({ on }) => versionOn(versions, on, knownAt) === version)
	);
	const calendar = { ...NO_CALENDAR, daysOff };
	if (knownAt === undefined) current.set(versions, calendar);
	return calendar;
}

/** What is known by now, worked out once: a list of versions is replaced as a whole, never changed. */
const current = new WeakMap<readonly CalendarVersion[], CalendarVersion>();

export function dayOffOn(day: Day, calendar: CalendarVersion): DayOff | undefined {
	return calendar.daysOff.find((off) => off.on === day);
}

/** Monday to Friday without days off (Perpres 21/2023 art. 3; shifts come with their own template). */
export function isWorkday(day: Day, calendar: CalendarVersion): boolean {
	const weekday = weekdayOf(day);
	return weekday !== 0 && weekday !== 6 && dayOffOn(day, calendar) === undefined;
}

/** The `count`-th working day after `day`; `day` itself for 0. */
export function addWorkdays(day: Day, count: number, calendar: CalendarVersion): Day {
	let current = day;
	for (let left = count; left > 0;) {
		current = addDays(current, 1);
		if (isWorkday(current, calendar)) left -= 1;
	}
	return current;
}

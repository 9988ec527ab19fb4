/** How a day stands, for calendars and reminders: what was due, what was recorded, what is still possible. */
import { firstInputClosesAt } from './apply.ts';
import { dayOffOn, isWorkday } from './calendar.ts';
import { addDays, type Day, dayOf, minuteOf, mondayOf } from './day.ts';
import { type Facts } from './facts.ts';

/**
 * `none` is a workday that went by without a minute; one that has `begun` is today and has none so far; in
 * `returned` something waits for its author, whatever else is there; `ahead` has not come yet.
 */
type DayState = 'full' | 'part' | 'none' | 'begun' | 'returned' | 'off' | 'ahead';

export type DayWork = {
	/** Minutes that count (recordedMinutes). */
	readonly minutes: number;
	readonly hasReturned: boolean;
};

export const NO_WORK: DayWork = { minutes: 0, hasReturned: false };

export type DayMark = {
	readonly day: Day;
	readonly state: DayState;
	/** Minutes that count (recordedMinutes). */
	readonly minutes: number;
	/** 0 on days off. */
	readonly required: number;
	/** Name of the holiday; weekends have none. */
	readonly dayOff: string | undefined;
};

type Rules = Pick<Facts, 'settings' | 'zone' | 'calendar'>;
type WorkByDay = ReadonlyMap<Day, DayWork>;

/** Marks each of `days` as it stands at `now`. */
export function markDays(
	days: readonly Day[],
	{ rules, work, now }: { rules: Rules; work: WorkByDay; now: number }
): DayMark[] {
	const today = dayOf(now, rules.zone);
	return days.map((day) => {
		const { minutes, hasReturned } = work.get(day) ?? NO_WORK;
		const isWorked = isWorkday(day, rules.calendar);
		const required = isWorked ? rules.settings[0].requiredMinutesPerDay : 0;
		const state = stateOf({ day, today, isWorked, minutes, hasReturned, required });
		return { day, state, minutes, required, dayOff: dayOffOn(day, rules.calendar)?.name };
	});
}

type Standing = DayWork & { day: Day; today: Day; isWorked: boolean; required: number };

function stateOf({ day, today, isWorked, minutes, hasReturned, required }: Standing): DayState {
	if (hasReturned) return 'returned';
	if (minutes > 0) return minutes >= required ? 'full' : 'part';
	if (!isWorked) return 'off';
	if (day < today) return 'none';
	return day === today ? 'begun' : 'ahead';
}

export type EmptyDay = { readonly day: Day; readonly closesAt: number };

/** Before this hour an empty today is no omission. */
const TODAY_FROM_MINUTE = 15 * 60;

export type Standings = { readonly rules: Rules; readonly work: WorkByDay; readonly now: number };

/**
 * Workdays without work whose window is still open at `now`, what closes first first: those that went by, and
 * late in the day today, unless there is time for it after tomorrow.
 */
export function emptyDays(days: readonly Day[], standing: Standings): EmptyDay[] {
	const { rules, now } = standing;
	return markDays(days, standing)
		.map(({ day, state }) => ({ day, state, closesAt: firstInputClosesAt(day, rules) }))
		.filter(({ state, closesAt }) =>
			state === 'none' ? now < closesAt : state === 'begun' && isOmission(closesAt, standing)
		)
		.map(({ day, closesAt }) => ({ day, closesAt }))
		.sort((a, b) => a.closesAt - b.closesAt || a.day.localeCompare(b.day));
}

/** Of a today without work. */
function isOmission(closesAt: number, { rules: { zone }, now }: Standings): boolean {
	const lastDay = addDays(dayOf(now, zone), 1);
	return minuteOf(now, zone) >= TODAY_FROM_MINUTE && dayOf(closesAt - 1, zone) <= lastDay;
}

/** `from` to `to`, both included. */
export function daysBetween(from: Day, to: Day): Day[] {
	const days: Day[] = [];
	for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
	return days;
}

/** The days of the month of `day`. */
export function monthOf(day: Day): Day[] {
	const month = day.slice(0, 7);
	return daysBetween(`${month}-01`, `${month}-31`).filter((each) => each.startsWith(month));
}

/** Monday to Sunday around `day`. */
export function weekOf(day: Day): Day[] {
	const monday = mondayOf(day);
	return daysBetween(monday, addDays(monday, 6));
}

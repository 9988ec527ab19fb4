/**
 * What a person does again and again, so that it can be offered: only from his own entries, and only
 * to fill a form. Nothing here records anything.
 */
import { type Activity, activityKey } from './activity.ts';
import { type CalendarVersion, dayOffOn, isWorkday } from './calendar.ts';
import { addDays, type Day, weekdayOf } from './day.ts';
import { clockMinutes, type EntryContent, overlaps } from './entry-content.ts';

/** Long enough for a habit to show, short enough to forget an old one. */
export const HABIT_DAYS = 42;
const LEAST_WEEKS = 3;
const LEAST_WORKDAYS = 5;
const NEARLY_EVERY_PERCENT = 80;
const MOST_OFFERS = 3;

/** One piece of work that stands, on its day. */
export type Work = { readonly date: Day; readonly content: EntryContent };

export type UsualWork = {
	readonly activity: Activity;
	readonly quantity: number;
	readonly unit: string;
	readonly startMinute: number;
	readonly endMinute: number;
};

type Asked = {
	readonly date: Day;
	readonly calendar: CalendarVersion;
	/** Minute of the day if `date` is today: what usually ends later has not been done yet. */
	readonly nowMinute: number | undefined;
};

/**
 * What is usual on `date` and not recorded there, by start; few, the most frequent. Usual is what was
 * done on the same weekday in three of the six weeks before, or on nearly every workday. Nothing is
 * usual on a holiday, and nothing is offered for minutes that are already recorded.
 */
export function usualWork(work: readonly Work[], asked: Asked): UsualWork[] {
	const { date, calendar, nowMinute } = asked;
	if (dayOffOn(date, calendar)) return [];
	const first = addDays(date, -HABIT_DAYS);
	const past = work.filter((each) => each.date >= first && each.date < date);
	const recorded = work.filter((each) => each.date === date);
	const isRecorded = new Set(recorded.map(({ content }) => activityKey(content.activity)));
	const isPossible = (usual: UsualWork) =>
		(nowMinute === undefined || usual.endMinute <= nowMinute) &&
		!recorded.some((each) => overlaps(each, { date, content: usual }));

	const workedOn = new Set(past.map((each) => each.date));
	return [...firstOfEachDay(past)]
		.filter(([key, days]) => !isRecorded.has(key) && isUsual([...days.keys()], workedOn, asked))
		.sort(([, a], [, b]) => b.size - a.size)
		.map(([, days]) => usualOf([...days.values()]))
		.filter(isPossible)
		.slice(0, MOST_OFFERS)
		.sort((a, b) => a.startMinute - b.startMinute);
}

/** By activity, and then by day: the first time it was done on that day. */
function firstOfEachDay(past: readonly Work[]): Map<string, Map<Day, Work>> {
	const found = new Map<string, Map<Day, Work>>();
	for (const each of past) {
		const key = activityKey(each.content.activity);
		const days = found.get(key) ?? new Map<Day, Work>();
		const known = days.get(each.date);
		if (!known || each.content.startMinute < known.content.startMinute) days.set(each.date, each);
		found.set(key, days);
	}
	return found;
}

function isUsual(
	days: readonly Day[],
	workedOn: ReadonlySet<Day>,
	{ date, calendar }: Asked
): boolean {
	const isLikeDate = (day: Day) => weekdayOf(day) === weekdayOf(date);
	if (days.filter(isLikeDate).length >= LEAST_WEEKS) return true;
	if (!isWorkday(date, calendar)) return false;
	const countWorkdays = (all: Iterable<Day>) =>
		[...all].filter((day) => isWorkday(day, calendar)).length;
	const done = countWorkdays(days);
	return done >= LEAST_WORKDAYS && done * 100 >= countWorkdays(workedOn) * NEARLY_EVERY_PERCENT;
}

/** Named as it was the last time; when, how long and how much as it mostly was. */
function usualOf(times: readonly Work[]): UsualWork {
	const contents = [...times]
		.sort((a, b) => a.date.localeCompare(b.date))
		.map(({ content }) => content);
	const newest = contents.at(-1);
	const startMinute = median(contents.map((content) => content.startMinute));
	return {
		activity: { code: newest?.activity.code ?? null, name: newest?.activity.name ?? '' },
		quantity: median(contents.map(({ quantity }) => quantity)),
		unit: newest?.unit ?? '',
		startMinute,
		endMinute: startMinute + median(contents.map(clockMinutes))
	};
}

/** The middle one; of two in the middle the smaller, so that it is a number that did occur. */
function median(numbers: readonly number[]): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

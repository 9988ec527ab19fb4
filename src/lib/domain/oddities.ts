/** What a reviewer should look at twice in an entry, beside its time. Shown, never a reason to refuse. */
import { type CalendarVersion, dayOffOn, isWorkday } from './calendar.ts';
import { type Day, DAY_MS, dayOf, instantOf, MINUTES_PER_DAY, type Zone } from './day.ts';
import { clockMinutes, type EntryContent, overlaps } from './entry-content.ts';
import { isRecordedTwice } from './same-work.ts';

type Work = { readonly date: Day; readonly content: EntryContent };

export type Oddity =
	/** Probably recorded before: the same activity at the same time. */
	| { readonly kind: 'twice'; readonly other: EntryContent }
	/** Shares so many minutes of the clock with other work, more than a few. */
	| { readonly kind: 'overlap'; readonly other: EntryContent; readonly minutes: number }
	/** The minutes that count are far above the norm for so much work. */
	| { readonly kind: 'above-norm'; readonly minutes: number; readonly norm: number }
	/** So much work takes far longer by the norm than the clock shows. */
	| { readonly kind: 'too-much'; readonly minutes: number; readonly norm: number }
	/** Handed in for the first time so many days after the day of the work. */
	| { readonly kind: 'long-after'; readonly days: number }
	/** Begins or ends in the night, at this minute. */
	| { readonly kind: 'night'; readonly minute: number }
	/** Done on a weekend, or on a holiday with a name. */
	| { readonly kind: 'day-off'; readonly on: Day; readonly holiday: string | undefined }
	/** More at one stretch than a day of work has. */
	| { readonly kind: 'long'; readonly minutes: number }
	/** One of a day for which more minutes count than it has. */
	| { readonly kind: 'beyond-day'; readonly minutes: number };

type Beside = {
	/** What else the person did around that day, as far as it stands. */
	readonly others: readonly Work[];
	/** Catalogue minutes for one unit; absent where the catalogue doesn't know the work. */
	readonly standardMinutes?: number | undefined;
	/** When it was handed in first, where that is proven. */
	readonly recordedAt: number | undefined;
	readonly zone: Zone;
	readonly calendar: CalendarVersion;
	/** What counts of that day altogether. */
	readonly dayMinutes: number;
};

/** Nobody looks at the clock to the minute between two pieces of work. */
const SLACK_MINUTES = 5;
/** Half as much again as the norm is more than rounding. */
const FAR_ABOVE = 1.5;
/** Counted in bulk, work is often quicker than its norm; twice as quick is odd. */
const FAR_QUICKER = 2;
/** Work of a Friday is recorded on Monday without anything odd. */
const LONG_AFTER_DAYS = 4;
const NIGHT_FROM_MINUTE = 22 * 60;
const NIGHT_TO_MINUTE = 5 * 60;
const LONG_MINUTES = 8 * 60;

export function odditiesOf(work: Work, beside: Beside): Oddity[] {
	return [
		...besideOthers(work, beside),
		...unusualTime(work, beside),
		...tooLong(work, beside),
		...againstNorm(work, beside),
		...lateness(work, beside)
	];
}

/** The first that tells of the same work, and the most that any other work overlaps by more than a few minutes. */
function besideOthers(work: Work, { others }: Beside): Oddity[] {
	const same = others.find((other) => isRecordedTwice(work, other));
	const [most] = others
		.filter((other) => other !== same && overlaps(work, other))
		.map((other) => ({ other: other.content, minutes: sharedMinutes(work, other) }))
		.filter(({ minutes }) => minutes > SLACK_MINUTES)
		.sort((a, b) => b.minutes - a.minutes);
	return [
		...(same ? [{ kind: 'twice' as const, other: same.content }] : []),
		...(most ? [{ kind: 'overlap' as const, ...most }] : [])
	];
}

function sharedMinutes(a: Work, b: Work): number {
	const offset = daysFrom(a.date, b.date) * MINUTES_PER_DAY;
	const from = Math.max(a.content.startMinute, b.content.startMinute + offset);
	const to = Math.min(a.content.endMinute, b.content.endMinute + offset);
	return to - from;
}

function unusualTime({ date, content }: Work, { calendar }: Beside): Oddity[] {
	const minute = nightMinute(content);
	return [
		...(minute === undefined ? [] : [{ kind: 'night' as const, minute }]),
		...(isWorkday(date, calendar)
			? []
			: [{ kind: 'day-off' as const, on: date, holiday: dayOffOn(date, calendar)?.name }])
	];
}

/** Its start if that lies in the night, else its end. What ends when the night begins was done before it. */
function nightMinute({ startMinute, endMinute }: EntryContent): number | undefined {
	if (isNight(startMinute)) return startMinute;
	return isNight(endMinute - 1) ? endMinute : undefined;
}

function isNight(minute: number): boolean {
	const ofDay = minute % MINUTES_PER_DAY;
	return ofDay >= NIGHT_FROM_MINUTE || ofDay < NIGHT_TO_MINUTE;
}

function tooLong({ content }: Work, { dayMinutes }: Beside): Oddity[] {
	const minutes = clockMinutes(content);
	return [
		...(minutes > LONG_MINUTES ? [{ kind: 'long' as const, minutes }] : []),
		...(dayMinutes > MINUTES_PER_DAY ? [{ kind: 'beyond-day' as const, minutes: dayMinutes }] : [])
	];
}

function againstNorm({ content }: Work, { standardMinutes }: Beside): Oddity[] {
	if (standardMinutes === undefined) return [];
	const norm = standardMinutes * content.quantity;
	const [minutes, clock] = [content.effectiveMinutes, clockMinutes(content)];
	if (minutes >= FAR_ABOVE * norm) return [{ kind: 'above-norm', minutes, norm }];
	if (norm >= FAR_QUICKER * clock) return [{ kind: 'too-much', minutes: clock, norm }];
	return [];
}

function lateness({ date }: Work, { recordedAt, zone }: Beside): Oddity[] {
	if (recordedAt === undefined) return [];
	const days = daysFrom(date, dayOf(recordedAt, zone));
	return days >= LONG_AFTER_DAYS ? [{ kind: 'long-after', days }] : [];
}

const daysFrom = (a: Day, b: Day): number =>
	Math.round((instantOf(b, 0, 'WIB') - instantOf(a, 0, 'WIB')) / DAY_MS);

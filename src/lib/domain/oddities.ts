/** What a reviewer should look at twice in an entry, beside its time. Shown, never a reason to refuse. */
import { type Day, DAY_MS, dayOf, instantOf, MINUTES_PER_DAY, type Zone } from './day.ts';
import { clockMinutes, type EntryContent, overlaps } from './entry-content.ts';
import { isLikelySameWork } from './same-work.ts';

type Work = { readonly date: Day; readonly content: EntryContent };

export type Oddity =
	/** Probably recorded before, under other times or the same. */
	| { readonly kind: 'twice'; readonly other: EntryContent }
	/** Shares so many minutes of the clock with other work. */
	| { readonly kind: 'overlap'; readonly other: EntryContent; readonly minutes: number }
	/** The minutes that count are far above the norm for so much work. */
	| { readonly kind: 'above-norm'; readonly minutes: number; readonly norm: number }
	/** So much work takes far longer by the norm than the clock shows. */
	| { readonly kind: 'too-much'; readonly minutes: number; readonly norm: number }
	/** Handed in for the first time so many days after the day of the work. */
	| { readonly kind: 'long-after'; readonly days: number };

type Beside = {
	/** What else the person did around that day, as far as it stands. */
	readonly others: readonly Work[];
	/** Catalogue minutes for one unit; absent where the catalogue doesn't know the work. */
	readonly standardMinutes?: number | undefined;
	/** When it was handed in first, where that is proven. */
	readonly recordedAt: number | undefined;
	readonly zone: Zone;
};

/** Half as much again as the norm is more than rounding. */
const FAR_ABOVE = 1.5;
/** Counted in bulk, work is often quicker than its norm; twice as quick is odd. */
const FAR_QUICKER = 2;
/** Work of a Friday is recorded on Monday without anything odd. */
const LONG_AFTER_DAYS = 4;

export function odditiesOf(work: Work, beside: Beside): Oddity[] {
	return [...besideOthers(work, beside), ...againstNorm(work, beside), ...lateness(work, beside)];
}

/** The first that tells of the same work, and the most that any other work overlaps. */
function besideOthers(work: Work, { others }: Beside): Oddity[] {
	const same = others.find((other) => isLikelySameWork(work, other));
	const [most] = others
		.filter((other) => other !== same && overlaps(work, other))
		.map((other) => ({ other: other.content, minutes: sharedMinutes(work, other) }))
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

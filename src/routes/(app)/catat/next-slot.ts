/**
 * The times a form begins with: where the day's last work ended, for as long as it usually takes. Where too
 * little time has passed since then, nobody can know, and the person fills them in.
 */
import { formatMinute, MINUTES_PER_DAY } from '#lib/domain/day.ts';
import { type EntryContent } from '#lib/domain/entry-content.ts';

const WORK_STARTS_AT_MINUTE = 480;
const USUAL_MINUTES = 60;
const STEP_MINUTES = 5;
/** Less than this is not taken for a piece of work, unless it usually takes less. */
const LEAST_MINUTES = 15;
const LAST_MINUTE = MINUTES_PER_DAY - 1;

/** Both empty where nothing can be offered. */
export type Slot = { readonly start: string; readonly end: string };

type Wish = {
	/** Minute of the day if the day is today: nothing ends in the future. */
	readonly nowMinute: number | undefined;
	readonly usualMinutes?: number | undefined;
};

export function nextSlot(
	taken: readonly Pick<EntryContent, 'startMinute' | 'endMinute'>[],
	{ nowMinute, usualMinutes = USUAL_MINUTES }: Wish
): Slot {
	const latestEnd = Math.max(0, ...taken.map(({ endMinute }) => endMinute));
	const now = nowMinute === undefined ? undefined : roundDown(nowMinute);
	const start = Math.min(latestEnd || dayStart(now, usualMinutes), LAST_MINUTE);
	const end = Math.min(start + usualMinutes, now ?? LAST_MINUTE, LAST_MINUTE);
	if (end - start < Math.min(usualMinutes, LEAST_MINUTES)) return { start: '', end: '' };
	return { start: formatMinute(start), end: formatMinute(end) };
}

/** The end of what begins at `start` and usually takes so long; empty where it would have to lie in the future. */
export function suggestEnd(
	start: number,
	{ nowMinute, usualMinutes = USUAL_MINUTES }: Wish
): string {
	const latest = nowMinute === undefined ? LAST_MINUTE : roundDown(nowMinute);
	const end = Math.min(start + usualMinutes, latest);
	return end > start ? formatMinute(end) : '';
}

const roundDown = (minute: number): number => minute - (minute % STEP_MINUTES);

/** Before the office opens, what is recorded has just been done. */
function dayStart(now: number | undefined, usualMinutes: number): number {
	if (now === undefined || now > WORK_STARTS_AT_MINUTE) return WORK_STARTS_AT_MINUTE;
	return Math.max(0, now - usualMinutes);
}

/** The times a form begins with: where the day's last work ended, for as long as it usually takes. */
import { formatMinute, MINUTES_PER_DAY } from '#lib/domain/day.ts';
import { type EntryContent } from '#lib/domain/entry-content.ts';

const WORK_STARTS_AT_MINUTE = 480;
const USUAL_MINUTES = 60;
const STEP_MINUTES = 5;
const LAST_MINUTE = MINUTES_PER_DAY - 1;

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
	const now = nowMinute === undefined ? undefined : nowMinute - (nowMinute % STEP_MINUTES);
	const start = Math.min(latestEnd || dayStart(now, usualMinutes), LAST_MINUTE);
	const wanted = Math.min(start + usualMinutes, LAST_MINUTE);
	const end = now !== undefined && now > start ? Math.min(wanted, now) : wanted;
	return { start: formatMinute(start), end: formatMinute(end) };
}

/** Before the office opens, what is recorded has just been done. */
function dayStart(now: number | undefined, usualMinutes: number): number {
	if (now === undefined || now > WORK_STARTS_AT_MINUTE) return WORK_STARTS_AT_MINUTE;
	return Math.max(0, now - usualMinutes);
}

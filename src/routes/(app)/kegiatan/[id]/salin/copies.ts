/** One piece of work on several days: which days there are, what stands there already, and saving them all at once. */
import { type EntryRow } from '#lib/db/database.ts';
import { type StorageFailure } from '#lib/db/storage-failure.ts';
import { apply } from '#lib/domain/apply.ts';
import { isWorkday } from '#lib/domain/calendar.ts';
import { type DayMark, daysBetween, markDays } from '#lib/domain/day-mark.ts';
import { type Day, dayOf } from '#lib/domain/day.ts';
import { entryId } from '#lib/domain/document.ts';
import { type EntryContent } from '#lib/domain/entry-content.ts';
import { type Facts } from '#lib/domain/facts.ts';
import { type Refusal } from '#lib/domain/refusal.ts';
import { ok, type Result } from '#lib/domain/result.ts';
import { type Session } from '#lib/state/session.svelte.ts';
import { overlapIn, sameWorkIn, standing } from '../../../catat/beside.ts';
import { workByDay } from '#lib/db/work-by-day.ts';

export type CopyDay = {
	readonly mark: DayMark;
	/** Shown; it keeps nobody from saving. */
	readonly overlapping: EntryRow | undefined;
	readonly sameWork: EntryRow | undefined;
	/** Why the rules would refuse it there now. */
	readonly refusal: Refusal | undefined;
};

export type CopyDays = {
	readonly workdays: readonly CopyDay[];
	readonly daysOff: readonly CopyDay[];
};

type Standing = {
	readonly content: EntryContent;
	/** Where the work is recorded already. */
	readonly ownDay: Day;
	/** The first day that may still be recorded. */
	readonly from: Day;
	readonly rows: readonly EntryRow[];
	readonly facts: Facts;
	readonly now: number;
};

/** The other days that may still be recorded, in their order. */
export function copyDays({ content, ownDay, from, rows, facts, now }: Standing): CopyDays {
	const days = daysBetween(from, dayOf(now, facts.zone)).filter((day) => day !== ownDay);
	const counted = standing(rows, undefined);
	const rules = facts;
	const work = workByDay(rows, { rules, now });
	const all = markDays(days, { rules, work, now }).map((mark): CopyDay => ({
		mark,
		overlapping: overlapIn(counted, { date: mark.day, times: content }),
		sameWork: sameWorkIn(counted, { date: mark.day, content }),
		refusal: refusalOn(mark.day, content, facts)
	}));
	const isWorked = ({ mark }: CopyDay) => isWorkday(mark.day, facts.calendar);
	return { workdays: all.filter(isWorked), daysOff: all.filter((day) => !isWorked(day)) };
}

const NO_ID = '0'.repeat(26);

/** The rule itself is asked, so the list never lies. */
function refusalOn(day: Day, content: EntryContent, facts: Facts): Refusal | undefined {
	const documentId = entryId(facts.actor.nip, day, NO_ID);
	const common = { id: NO_ID, base: null, seq: 0, recordedAt: facts.judged.at };
	const applied = apply(undefined, { kind: 'entry.submit', documentId, content, ...common }, facts);
	return applied.ok ? undefined : applied.error;
}

export type CopyOutcome = { readonly day: Day; readonly refusal: Refusal | undefined };

/** Saves `content` as an entry of its own on each of `days`, in one transaction. Says of each what became of it. */
export async function copyTo(
	session: Pick<Session, 'mutateMany' | 'newEntryId'>,
	content: EntryContent,
	days: readonly Day[]
): Promise<Result<CopyOutcome[], StorageFailure>> {
	const done = await session.mutateMany(
		days.map((day) => ({
			kind: 'entry.submit',
			documentId: session.newEntryId(day),
			base: null,
			content
		}))
	);
	if (!done.ok) return done;
	return ok(
		done.value.map((result, index) => ({
			day: days[index] ?? '',
			refusal: result.ok ? undefined : result.error
		}))
	);
}

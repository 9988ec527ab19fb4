/** Who is reviewed, what was decided, who has recorded: read for *Tim*. */
import { type Database, type EntryRow } from '#lib/db/database.ts';
import { reviewQueue } from '#lib/db/entries.ts';
import { subordinatesOf } from '#lib/db/people.ts';
import { addDays, type Day } from '#lib/domain/day.ts';
import { recordedMinutes } from '#lib/domain/derived-status.ts';
import { currentItem } from '#lib/domain/entry.ts';
import { type Nip } from '#lib/domain/nip.ts';

export async function reviewsAnybody(db: Database, nip: Nip, today: Day): Promise<boolean> {
	const people = await subordinatesOf(db, nip, today);
	return people.length > 0 || (await reviewQueue(db, nip, today)).length > 0;
}

export type Member = {
	readonly nip: Nip;
	readonly name: string;
	readonly count: number;
	readonly minutes: number;
};

/** Everybody reviewed on `today`, and what each has recorded that day. */
export async function membersOn(db: Database, reviewer: Nip, today: Day): Promise<Member[]> {
	const people = await subordinatesOf(db, reviewer, today);
	const rows = await db.entries.where('date').equals(today).toArray();
	return people.map(({ nip, name }) => {
		const own = rows.filter(({ owner, status }) => owner === nip && status !== 'withdrawn');
		const minutes = recordedMinutes(own.map(({ entry }) => entry));
		return { nip, name, count: own.length, minutes };
	});
}

const DECISION_DAYS = 62;

/** Entries whose last word is this reviewer's, the newest decision first. */
export async function recentDecisions(
	db: Database,
	reviewer: Nip,
	{ today, limit }: { today: Day; limit: number }
): Promise<EntryRow[]> {
	const since = addDays(today, -DECISION_DAYS);
	const rows = await db.entries.where('date').aboveOrEqual(since).toArray();
	const decided = rows.filter(({ owner, status, entry }) => {
		const { by, kind } = currentItem(entry);
		const isDecision = kind.startsWith('review.') && status !== 'submitted';
		return owner !== reviewer && by === reviewer && isDecision;
	});
	const at = (row: EntryRow) => currentItem(row.entry).judgedAt;
	return decided.sort((a, b) => at(b) - at(a)).slice(0, limit);
}

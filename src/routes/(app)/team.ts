/** Who is reviewed, what was decided and with which words: read for *Tim*. */
import { type Database, type EntryRow } from '#lib/db/database.ts';
import { reviewQueue } from '#lib/db/entries.ts';
import { outboxRows } from '#lib/db/outbox.ts';
import { subordinatesOf } from '#lib/db/people.ts';
import { lastSent } from '#lib/db/sent.ts';
import { addDays, type Day } from '#lib/domain/day.ts';
import { currentItem } from '#lib/domain/entry.ts';
import { type Nip } from '#lib/domain/nip.ts';

export type Reviewing = {
	/** Somebody is reviewed by the person today, or something waits for him. */
	readonly hasTeam: boolean;
	/** So many entries wait for him. */
	readonly waiting: number;
};

export async function reviewingOf(db: Database, nip: Nip, today: Day): Promise<Reviewing> {
	const [people, queue] = await Promise.all([
		subordinatesOf(db, nip, today),
		reviewQueue(db, nip, today)
	]);
	return { hasTeam: people.length + queue.length > 0, waiting: queue.length };
}

const DECISION_DAYS = 62;

/** Entries whose last word is this reviewer's, the newest decision first. */
export async function recentDecisions(
	db: Database,
	reviewer: Nip,
	today: Day
): Promise<EntryRow[]> {
	const since = addDays(today, -DECISION_DAYS);
	const rows = await db.entries.where('date').aboveOrEqual(since).toArray();
	const decided = rows.filter(({ owner, status, entry }) => {
		const { by, kind } = currentItem(entry);
		const isDecision = kind.startsWith('review.') && status !== 'submitted';
		return owner !== reviewer && by === reviewer && isDecision;
	});
	const at = (row: EntryRow) => currentItem(row.entry).judgedAt;
	return decided.sort((a, b) => at(b) - at(a));
}

const REASONS = 5;
/** Of what this device has sent: about the last evenings of work. */
const SENT_ROWS = 300;

/** The reasons the person gave last on this device, each once, the newest first. */
export async function lastReasons(
	db: Database,
	about: 'review.return' | 'review.reject'
): Promise<string[]> {
	const [waiting, sent] = await Promise.all([outboxRows(db), lastSent(db, SENT_ROWS)]);
	const mutations = [...waiting.reverse(), ...sent].map(({ mutation }) => mutation);
	const reasons = mutations.flatMap((mutation) =>
		mutation.kind === about ? mutation.reason.trim() : []
	);
	return [...new Set(reasons)].slice(0, REASONS);
}

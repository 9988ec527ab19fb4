/** What waits for the person: counted in the navigation and on the icon, listed on *Perlu perhatian*. */
import { type Database, type EntryRow, type OutboxRow } from '#lib/db/database.ts';
import { entriesBetween, returnedOf } from '#lib/db/entries.ts';
import { refusedRows } from '#lib/db/outbox.ts';
import { directoryFor } from '#lib/db/people.ts';
import { workByDay } from '#lib/db/work-by-day.ts';
import { addDays, type Day, dayOf } from '#lib/domain/day.ts';
import { daysBetween, type EmptyDay, emptyDays } from '#lib/domain/day-mark.ts';
import { type Entry, type HistoryItem } from '#lib/domain/entry.ts';
import { type Nip } from '#lib/domain/nip.ts';
import { firstOpenDay } from '#lib/domain/open-days.ts';
import { factsNow } from './facts.ts';

/** A change the server refused, and the entry as it stands. */
export type Refused = { readonly row: OutboxRow; readonly entry: Entry | undefined };

export type Overruled = { readonly entry: Entry; readonly item: HistoryItem };

export type Attention = {
	readonly refused: readonly Refused[];
	/** Without those that also have a refused change: that tells of both. */
	readonly returned: readonly EntryRow[];
	readonly overruled: readonly Overruled[];
	/** Together they are one matter. */
	readonly emptyDays: readonly EmptyDay[];
};

export const NO_ATTENTION: Attention = { refused: [], returned: [], overruled: [], emptyDays: [] };

export async function attentionOf(db: Database, nip: Nip, now: number): Promise<Attention> {
	const [refused, returned, { empty, today }] = await Promise.all([
		refusedOf(db),
		returnedOf(db, nip),
		emptyDaysOf(db, nip, now)
	]);
	const refusedIds = new Set(refused.map(({ row }) => row.documentId));
	return {
		refused,
		returned: returned.filter(({ id }) => !refusedIds.has(id)),
		overruled: await overruledOf(db, nip, today),
		emptyDays: empty
	};
}

export const mattersCount = ({ refused, returned, overruled, emptyDays }: Attention): number =>
	refused.length + returned.length + overruled.length + Math.min(emptyDays.length, 1);

async function refusedOf(db: Database): Promise<Refused[]> {
	const rows = await refusedRows(db);
	const found = await db.entries.bulkGet(rows.map(({ documentId }) => documentId));
	return rows.map((row, index) => ({ row, entry: found[index]?.entry }));
}

async function emptyDaysOf(db: Database, nip: Nip, now: number) {
	const directory = await directoryFor(db, { actor: nip, owner: nip });
	const rules = factsNow(directory, { actor: nip, owner: nip, date: dayOf(now, 'WIB'), now });
	const [from, today] = [firstOpenDay(rules, now), dayOf(now, rules.zone)];
	// Before the first load nothing is known of his days.
	if (!directory.person(nip)) return { empty: [], today };
	const work = workByDay(await entriesBetween(db, nip, { from, to: today }), { rules, now });
	return { empty: emptyDays(daysBetween(from, today), { rules, work, now }), today };
}

const OVERRULED_DAYS = 60;

/** What the person did that lost against another change made at about the same time. */
async function overruledOf(db: Database, nip: Nip, today: Day): Promise<Overruled[]> {
	const since = addDays(today, -OVERRULED_DAYS);
	const rows = await db.entries.where('overruledBy').equals(nip).distinct().toArray();
	return rows.flatMap(({ date, entry }) => {
		const item = entry.history.findLast(({ overruled, by }) => overruled && by === nip);
		return item && date >= since ? [{ entry, item }] : [];
	});
}

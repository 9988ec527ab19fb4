/** What waits for the person: listed on *Perlu perhatian*, counted in the navigation and on the icon, also while the app is closed. */
import { addDays, type Day } from '../domain/day.ts';
import { daysBetween, type EmptyDay, emptyDays } from '../domain/day-mark.ts';
import { type Entry, type HistoryItem } from '../domain/entry.ts';
import { type Nip } from '../domain/nip.ts';
import { type Database, type EntryRow, type OutboxRow } from './database.ts';
import { returnedOf } from './entries.ts';
import { refusedRows } from './outbox.ts';
import { ownDays } from './own-days.ts';

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

/** At `now`, the device's corrected clock. */
export async function attentionOf(db: Database, nip: Nip, now: number): Promise<Attention> {
	const [refused, returned, days] = await Promise.all([
		refusedOf(db),
		returnedOf(db, nip),
		ownDays(db, nip, now)
	]);
	const refusedIds = new Set(refused.map(({ row }) => row.documentId));
	return {
		refused,
		returned: returned.filter(({ id }) => !refusedIds.has(id)),
		overruled: await overruledOf(db, nip, days.today),
		emptyDays: days.isKnown ? emptyDays(daysBetween(days.from, days.today), days.standing) : []
	};
}

export const mattersCount = ({ refused, returned, overruled, emptyDays }: Attention): number =>
	refused.length + returned.length + overruled.length + Math.min(emptyDays.length, 1);

async function refusedOf(db: Database): Promise<Refused[]> {
	const rows = await refusedRows(db);
	const found = await db.entries.bulkGet(rows.map(({ documentId }) => documentId));
	return rows.map((row, index) => ({ row, entry: found[index]?.entry }));
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

/** What is only news to the person, listed on *Perlu perhatian*. */
import { type Database, type EntryRow } from '#lib/db/database.ts';
import { addDays, type Day } from '#lib/domain/day.ts';
import { type Entry, type HistoryItem } from '#lib/domain/entry.ts';
import { type Nip } from '#lib/domain/nip.ts';

export type Overruled = { readonly entry: Entry; readonly item: HistoryItem };

const OVERRULED_DAYS = 60;

/** What the person did that lost against another change made at about the same time. */
export async function overruledOf(db: Database, nip: Nip, today: Day): Promise<Overruled[]> {
	const since = addDays(today, -OVERRULED_DAYS);
	const rows: EntryRow[] = await db.entries.where('date').aboveOrEqual(since).toArray();
	return rows.flatMap(({ entry }) => {
		const item = entry.history.findLast(({ overruled, by }) => overruled && by === nip);
		return item ? [{ entry, item }] : [];
	});
}

/** What screens show of entries. Read-only but for rebuild.ts. */
import { activityKey } from '../domain/activity.ts';
import { type Day } from '../domain/day.ts';
import { type DocumentId } from '../domain/document.ts';
import { clockMinutes } from '../domain/entry-content.ts';
import { currentItem } from '../domain/entry.ts';
import { type Nip } from '../domain/nip.ts';
import { reviewerOn } from '../domain/supervision.ts';
import { type Database, type EntryRow } from './database.ts';
import { directoryOf, positionOf } from './people.ts';

const byStart = (a: EntryRow, b: EntryRow): number =>
	a.date.localeCompare(b.date) ||
	a.entry.content.startMinute - b.entry.content.startMinute ||
	a.id.localeCompare(b.id);

/** A person's entries of one day, by start. Withdrawn ones included. */
export function entriesOn(db: Database, owner: Nip, date: Day): Promise<EntryRow[]> {
	return entriesBetween(db, owner, { from: date, to: date });
}

/** A person's entries from one day to another, both included, by start. */
export async function entriesBetween(
	db: Database,
	owner: Nip,
	days: { from: Day; to: Day }
): Promise<EntryRow[]> {
	const rows = await db.entries
		.where('[owner+date]')
		.between([owner, days.from], [owner, days.to], true, true)
		.toArray();
	return rows.sort(byStart);
}

export function entryById(db: Database, id: DocumentId): Promise<EntryRow | undefined> {
	return db.entries.get(id);
}

export type RecentActivity = {
	readonly code: string | null;
	readonly name: string;
	readonly unit: string;
	/** From the catalogue of the person's post. */
	readonly standardMinutes?: number;
	/** What it took the last time, by the clock. */
	readonly lastMinutes?: number;
	/** In `unit`. */
	readonly lastQuantity?: number;
};

/** Rows looked at for {@link recentActivities}: about two months of work. */
const RECENT_ROWS = 300;

/** What the person did lately, each activity once, the newest first. */
export async function recentActivities(
	db: Database,
	owner: Nip,
	limit: number
): Promise<RecentActivity[]> {
	const rows = await db.entries
		.where('[owner+date]')
		.between([owner, ''], [owner, '\uffff'])
		.reverse()
		.limit(RECENT_ROWS)
		.toArray();
	const catalogue = (await positionOf(db, owner))?.activities ?? [];
	const standards = new Map(catalogue.map((item) => [item.code, item.standardMinutes]));
	const found = new Map<string, RecentActivity>();
	for (const { entry } of rows.sort(byStart).reverse()) {
		const { activity, quantity, unit } = entry.content;
		const key = activityKey(activity);
		if (found.has(key)) continue;
		const standard = activity.code === null ? undefined : standards.get(activity.code);
		found.set(key, {
			...activity,
			unit,
			lastMinutes: clockMinutes(entry.content),
			lastQuantity: quantity,
			...(standard === undefined ? {} : { standardMinutes: standard })
		});
	}
	return [...found.values()].slice(0, limit);
}

/** Submitted entries of others that wait for this reviewer, the oldest first. */
export async function reviewQueue(db: Database, reviewer: Nip, today: Day): Promise<EntryRow[]> {
	const submitted = await db.entries.where('status').equals('submitted').toArray();
	const directory = await directoryOf(db);
	const of = (nip: Nip) => directory.supervision(nip);
	const mine = submitted.filter(
		({ owner, date }) =>
			owner !== reviewer &&
			[date, today].some((day) => reviewerOn(of, owner, day)?.nip === reviewer)
	);
	return mine.sort(byStart);
}

/** Entries the person must correct, the longest returned first. */
export async function returnedOf(db: Database, owner: Nip): Promise<EntryRow[]> {
	const rows = await db.entries.where('status').equals('returned').toArray();
	return rows
		.filter((row) => row.owner === owner)
		.sort((a, b) => currentItem(a.entry).judgedAt - currentItem(b.entry).judgedAt);
}

/** Changes on their way and changes that arrived, each with the activity it is about. */
import { type Database, type OutboxRow, type SentRow } from '#lib/db/database.ts';
import { outboxRows } from '#lib/db/outbox.ts';
import { sentSince } from '#lib/db/sent.ts';
import { type Day, instantOf, type Zone } from '#lib/domain/day.ts';
import { type About, aboutOf } from '../about.ts';

export type Waiting = { readonly row: OutboxRow; readonly about: About };
export type Arrived = { readonly row: SentRow; readonly about: About };

/** What the server has not answered, in the order the person made it. */
export async function waitingOf(db: Database): Promise<Waiting[]> {
	const rows = await outboxRows(db);
	return withAbout(
		db,
		rows.filter(({ state }) => state !== 'refused')
	);
}

/** What arrived on `today`, the last first. */
export async function arrivedOn(db: Database, today: Day, zone: Zone): Promise<Arrived[]> {
	const rows = await sentSince(db, instantOf(today, 0, zone));
	return withAbout(
		db,
		rows.sort((a, b) => b.sentAt - a.sentAt || b.mutation.seq - a.mutation.seq)
	);
}

/** Each change with the activity it is about. */
export async function withAbout<R extends OutboxRow | SentRow>(db: Database, rows: readonly R[]) {
	const found = await db.entries.bulkGet(rows.map(({ documentId }) => documentId));
	return rows.map((row, index) => ({ row, about: aboutOf(row, found[index]?.entry) }));
}

/** Changes on their way and changes that arrived, each with the activity it is about, and whose that is. */
import { type Database, type OutboxRow, type SentRow } from '#lib/db/database.ts';
import { outboxRows } from '#lib/db/outbox.ts';
import { directoryOf } from '#lib/db/people.ts';
import { sentSince } from '#lib/db/sent.ts';
import { type Day, instantOf, type Zone } from '#lib/domain/day.ts';
import { type About, aboutOf } from '../about.ts';

type Told<R> = {
	readonly row: R;
	readonly about: About;
	/** Whose work a reviewer decided on; nobody for one's own. */
	readonly name: string | undefined;
};
export type Waiting = Told<OutboxRow>;
export type Arrived = Told<SentRow>;

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
export async function withAbout<R extends OutboxRow | SentRow>(
	db: Database,
	rows: readonly R[]
): Promise<Told<R>[]> {
	const [found, directory] = await Promise.all([
		db.entries.bulkGet(rows.map(({ documentId }) => documentId)),
		directoryOf(db)
	]);
	return rows.map((row, index) => {
		const about = aboutOf(row, found[index]?.entry);
		const isReview = row.mutation.kind.startsWith('review.');
		return { row, about, name: isReview ? directory.person(about.owner)?.name : undefined };
	});
}

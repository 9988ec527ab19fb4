/** What became of every change of the last weeks, by the day it was made: "12 dari 12". */
import { type Database, type OutboxRow, type SentRow } from '#lib/db/database.ts';
import { outboxRows } from '#lib/db/outbox.ts';
import { sentSince } from '#lib/db/sent.ts';
import { type Day, dayOf, type Zone } from '#lib/domain/day.ts';
import { type About } from '../about.ts';
import { byDay } from './by-day.ts';
import { withAbout } from './deliveries.ts';

export type Proof = {
	readonly row: OutboxRow | SentRow;
	readonly about: About;
	readonly name: string | undefined;
	readonly state: 'arrived' | 'waiting' | 'refused';
};

export type DayOfProofs = {
	readonly day: Day;
	readonly arrived: number;
	readonly proofs: readonly Proof[];
};

/** The last day first, and in it the last change first. */
export async function proofsByDay(db: Database, zone: Zone): Promise<DayOfProofs[]> {
	const [outbox, sent] = await Promise.all([outboxRows(db), sentSince(db, 0)]);
	const rows = [...outbox, ...sent].sort((a, b) => b.mutation.recordedAt - a.mutation.recordedAt);
	const told = await withAbout(db, rows);
	const proofs = told.map((each) => ({ ...each, state: stateOf(each.row) }));
	const days = byDay(proofs, ({ row }) => dayOf(row.mutation.recordedAt, zone));
	return days.map(([day, ofDay]) => ({
		day,
		arrived: ofDay.filter(({ state }) => state === 'arrived').length,
		proofs: ofDay
	}));
}

function stateOf(row: OutboxRow | SentRow): Proof['state'] {
	if ('sentAt' in row) return 'arrived';
	return row.state === 'refused' ? 'refused' : 'waiting';
}

/**
 * Mutations the server has applied, kept 35 days with their receipts. A server restored from an older
 * copy of its database gets them again, with the time it once gave its word for.
 */
import { type DocumentId, isNewer, type WorkDocument } from '../domain/document.ts';
import { type Receipt } from '../protocol/sync.ts';
import { type Database, type OutboxRow, type SentRow } from './database.ts';
import { DAY_MS } from '../domain/day.ts';

const KEPT_MS = 35 * DAY_MS;

export const sentSince = (db: Database, at: number): Promise<SentRow[]> =>
	db.sent.where('sentAt').aboveOrEqual(at).toArray();

/** The newest first. */
export const lastSent = (db: Database, limit: number): Promise<SentRow[]> =>
	db.sent.orderBy('sentAt').reverse().limit(limit).toArray();

/** Moves an applied mutation out of the outbox. Part of the transaction that stores the answer (I1). */
export async function moveToSent(
	db: Database,
	row: OutboxRow,
	{ receipt, at }: { receipt: Receipt | undefined; at: number }
): Promise<void> {
	const { id, documentId, seq, contact, contactAt } = row;
	await db.outbox.delete(seq);
	await db.sent.put({
		id,
		documentId,
		mutation: { ...row.mutation, seq },
		judged: receipt ? { at: receipt.judgedAt, proven: receipt.proven } : row.judged,
		sentAt: at,
		...(receipt && { receipt }),
		...(contact !== undefined && { contact }),
		...(contactAt !== undefined && { contactAt })
	});
}

/**
 * Puts back into the outbox, at their old places, those mutations the server once applied and its
 * `documents` no longer contain. `dropped` are documents it no longer has at all.
 */
export async function requeueLost(
	db: Database,
	{ documents, dropped }: { documents: readonly WorkDocument[]; dropped: readonly DocumentId[] }
): Promise<void> {
	const known = new Map<DocumentId, ReadonlySet<unknown> | undefined>([
		...documents.map((document) => [document._id, mutationsIn(document)] as const),
		...dropped.map((id) => [id, new Set()] as const)
	]);
	if (known.size === 0) return;
	const rows = await db.sent
		.where('documentId')
		.anyOf([...known.keys()])
		.toArray();
	const lost = rows.filter(({ id, documentId }) => known.get(documentId)?.has(id) === false);
	if (lost.length === 0) return;
	await db.sent.bulkDelete(lost.map(({ id }) => id));
	await db.outbox.bulkPut(
		lost.map(({ sentAt: _sentAt, mutation: { seq, ...mutation }, ...row }) => ({
			...row,
			seq,
			mutation,
			state: 'waiting' as const
		}))
	);
}

/** Ids of the mutations a document says it contains; nothing when this version can't tell. */
function mutationsIn(document: WorkDocument): ReadonlySet<unknown> | undefined {
	if (isNewer(document) || !Array.isArray(document.history)) return undefined;
	return new Set(document.history.map((item: { id?: unknown } | null) => item?.id));
}

export async function pruneSent(db: Database, now: number): Promise<void> {
	await db.sent
		.where('sentAt')
		.below(now - KEPT_MS)
		.delete();
}

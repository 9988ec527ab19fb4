/** Mutations the server has not answered, in the order the person made them, and refused ones. */
import { type DocumentId, isNewer } from '../domain/document.ts';
import { type MutationId } from '../domain/mutation.ts';
import { type Refusal } from '../domain/refusal.ts';
import { type Database, type OutboxRow } from './database.ts';

/** A tab killed while sending leaves `sending` behind, which is waiting too: sending twice is harmless (I3). */
const unanswered = (db: Database) => db.outbox.where('state').anyOf('waiting', 'sending');

export const waitingCount = (db: Database): Promise<number> => unanswered(db).count();

/** What unanswered mutations are about. */
export const waitingDocuments = async (db: Database): Promise<DocumentId[]> =>
	(await unanswered(db).toArray()).map(({ documentId }) => documentId);

/** Whether something waits that the server has not put off. */
export const hasWork = async (db: Database): Promise<boolean> =>
	(await unanswered(db)
		.filter(({ deferred }) => !deferred)
		.count()) > 0;

export const refusedCount = (db: Database): Promise<number> =>
	db.outbox.where('state').equals('refused').count();

export const outboxRows = (db: Database): Promise<OutboxRow[]> =>
	db.outbox.orderBy('seq').toArray();

export const refusedRows = (db: Database): Promise<OutboxRow[]> =>
	db.outbox.where('state').equals('refused').sortBy('seq');

export const rowsOf = (db: Database, documentId: DocumentId): Promise<OutboxRow[]> =>
	db.outbox.where('documentId').equals(documentId).sortBy('seq');

export type BatchLimits = {
	readonly max: number;
	readonly maxCharacters: number;
	/** Already attempted in this sync. */
	readonly except: ReadonlySet<MutationId>;
	/** One of their mutations was deferred in this sync; those behind it wait with it (I7). */
	readonly exceptDocuments: ReadonlySet<DocumentId>;
};

/** Room in a request for contact tokens beside the newest. */
const MAX_CONTACTS = 40;

/**
 * What to send next, in order (I7). Mutations on a document of a newer schema wait for this
 * program's own update; refused ones block nothing (I6).
 */
export async function nextBatch(db: Database, limits: BatchLimits): Promise<OutboxRow[]> {
	const rows = (await unanswered(db).sortBy('seq')).filter(
		({ id, documentId }) => !limits.except.has(id) && !limits.exceptDocuments.has(documentId)
	);
	if (rows.length === 0) return [];
	const newer = await newerOf(db, rows);
	const sendable = rows.filter(({ documentId }) => !newer.has(documentId));

	const batch: OutboxRow[] = [];
	const contacts = new Set<string>();
	let characters = 0;
	for (const row of sendable.slice(0, limits.max)) {
		characters += JSON.stringify(row.mutation).length;
		if (row.contact !== undefined) contacts.add(row.contact);
		const isFull = characters > limits.maxCharacters || contacts.size > MAX_CONTACTS;
		if (isFull && batch.length > 0) break;
		batch.push(row);
	}
	return batch;
}

async function newerOf(db: Database, rows: readonly OutboxRow[]): Promise<Set<DocumentId>> {
	const ids = [...new Set(rows.map(({ documentId }) => documentId))];
	const documents = await db.documents.bulkGet(ids);
	return new Set(documents.filter((row) => row && isNewer(row.document)).map((row) => row!.id));
}

export async function markSending(db: Database, rows: readonly OutboxRow[]): Promise<void> {
	await db.outbox.bulkPut(rows.map((row) => ({ ...row, state: 'sending' })));
}

/** After a request that brought no answer. */
export async function markWaiting(db: Database, ids: readonly MutationId[]): Promise<void> {
	await db.outbox
		.where('id')
		.anyOf(ids)
		.filter(({ state }) => state === 'sending')
		.modify({ state: 'waiting' });
}

export async function markDeferred(db: Database, row: OutboxRow, at: number): Promise<void> {
	const { deferredSince = at } = row;
	await db.outbox.put({ ...row, state: 'waiting', deferred: true, deferredSince });
}

/** It stays visible with its reason until the person acts, and is never sent again by itself (I6). */
export async function markRefused(
	db: Database,
	row: OutboxRow,
	{ refusal, at }: { refusal: Refusal; at: number }
): Promise<void> {
	const { deferred: _deferred, deferredSince: _since, ...rest } = row;
	await db.outbox.put({ ...rest, state: 'refused', refusal, refusedAt: at });
}

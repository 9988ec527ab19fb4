/**
 * A change that gets no further by itself: the server can't read it, or puts it off again and again.
 * The person sends it once more or throws it away, after reading what goes with it.
 */
import { type MutationId } from '../domain/mutation.ts';
import { type Nip } from '../domain/nip.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { type Database, type OutboxRow } from './database.ts';
import { rowsOf } from './outbox.ts';
import { rebuild } from './rebuild.ts';
import { type StorageFailure, storing } from './storage-failure.ts';

/** A server being repaired puts things off for minutes. */
export const PATIENCE_MS = 3_600_000;

export function isStuck(
	{ state, refusal, deferredSince }: Pick<OutboxRow, 'state' | 'refusal' | 'deferredSince'>,
	now: number
): boolean {
	if (state === 'refused') return refusal?.type === 'malformed';
	return deferredSince !== undefined && now - deferredSince >= PATIENCE_MS;
}

/** The change and all that was made on top of it, in their order; nothing when it is gone. */
export async function builtOn(db: Database, id: MutationId): Promise<OutboxRow[]> {
	const row = await db.outbox.where('id').equals(id).first();
	if (!row) return [];
	const chain = new Set([id]);
	const rows = await rowsOf(db, row.documentId);
	return rows.filter(({ id: each, mutation: { base } }) => {
		if (base !== null && chain.has(base)) chain.add(each);
		return chain.has(each);
	});
}

export type DiscardRefused =
	| StorageFailure
	/** It may be reaching the server at this moment. */
	| { readonly type: 'on-its-way' }
	/** Something was built on it since the person was asked. */
	| { readonly type: 'more-than-told' };

/**
 * Throws the change away for good, with those built on it; `told` are the ids the person agreed to
 * lose. Says how many went.
 */
export async function discard(
	db: Database,
	actor: Nip,
	{ id, told }: { id: MutationId; told: readonly MutationId[] }
): Promise<Result<number, DiscardRefused>> {
	const discarded = await storing(db, () =>
		db.transaction('rw', tables(db), async (): Promise<Result<number, DiscardRefused>> => {
			const rows = await builtOn(db, id);
			if (rows.some(({ state }) => state === 'sending')) return err({ type: 'on-its-way' });
			if (!rows.every((row) => told.includes(row.id))) return err({ type: 'more-than-told' });
			await db.outbox.bulkDelete(rows.map(({ seq }) => seq));
			await rebuild(
				db,
				actor,
				rows.map(({ documentId }) => documentId)
			);
			return ok(rows.length);
		})
	);
	return discarded.ok ? discarded.value : discarded;
}

/** The same change once more, with its own time, and those refused because they were built on it. */
export async function retry(
	db: Database,
	actor: Nip,
	id: MutationId
): Promise<Result<void, StorageFailure>> {
	return storing(db, () =>
		db.transaction('rw', tables(db), async () => {
			const rows = await builtOn(db, id);
			const refused = rows.filter(({ state }) => state === 'refused');
			await db.outbox.bulkPut(refused.map(waitingAgain));
			await rebuild(
				db,
				actor,
				rows.map(({ documentId }) => documentId)
			);
		})
	);
}

function waitingAgain(row: OutboxRow): OutboxRow {
	const { refusal: _refusal, refusedAt: _refusedAt, ...rest } = row;
	return { ...rest, state: 'waiting' };
}

const tables = (db: Database) => [db.outbox, db.entries, db.documents];

/** What a person does with a change the server refused (I6): let it go, or make it again. */
import { type Entry } from '../domain/entry.ts';
import { type MutationId } from '../domain/mutation.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { type Database, type OutboxRow, type UnplacedMutation } from './database.ts';
import {
	type Intention,
	type MutateRefused,
	type Person,
	record,
	tablesToRecord
} from './mutate.ts';
import { type StorageFailure, storing } from './storage-failure.ts';

/** Lets a refused change go, and the refused ones made on top of it. Safe to repeat. */
export async function dismissRefused(
	db: Database,
	mutationId: MutationId
): Promise<Result<void, StorageFailure>> {
	return storing(db, () =>
		db.transaction('rw', db.outbox, async () => {
			const row = await refusedRow(db, mutationId);
			if (!row) return;
			const rows = await db.outbox.where('documentId').equals(row.documentId).sortBy('seq');
			const gone = new Set([mutationId]);
			for (const { id, state, mutation } of rows) {
				if (state === 'refused' && mutation.base !== null && gone.has(mutation.base)) gone.add(id);
			}
			await db.outbox
				.where('id')
				.anyOf([...gone])
				.delete();
		})
	);
}

/**
 * "Keep mine": the same content or decision as a new mutation on the version that stands now, in the
 * place of the refused one. When the rules refuse that too, the old one stays and the reason is told.
 */
export async function resendOnTop(
	db: Database,
	person: Person,
	mutationId: MutationId
): Promise<Result<Entry, MutateRefused>> {
	const id = person.tools.newId();
	const resent = await storing(db, () =>
		db.transaction('rw', tablesToRecord(db), async (): Promise<Result<Entry, MutateRefused>> => {
			const row = await refusedRow(db, mutationId);
			if (!row) return err({ type: 'document-missing' });
			const shown = await db.entries.get(row.documentId);
			const intention = intentionOf(row.mutation, shown?.entry.version ?? null);
			const entry = await record(db, person, { id, intention });
			if (!entry.ok) return entry;
			await db.outbox.delete(row.seq);
			return ok(entry.value);
		})
	);
	return resent.ok ? resent.value : resent;
}

async function refusedRow(db: Database, id: MutationId): Promise<OutboxRow | undefined> {
	const row = await db.outbox.where('id').equals(id).first();
	return row?.state === 'refused' ? row : undefined;
}

function intentionOf(mutation: UnplacedMutation, base: MutationId | null): Intention {
	const { id: _id, recordedAt: _at, clockJumped: _jumped, ...rest } = mutation;
	return { ...rest, base };
}

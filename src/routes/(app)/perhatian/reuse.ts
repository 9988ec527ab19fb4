/** A refused record goes back into the form, so that nothing has to be typed again. */
import { type OutboxRow } from '#lib/db/database.ts';
import { entryById } from '#lib/db/entries.ts';
import { positionOf } from '#lib/db/people.ts';
import { type StorageFailure } from '#lib/db/storage-failure.ts';
import { type DocumentId } from '#lib/domain/document.ts';
import { type Entry, keyOf, nextStatus } from '#lib/domain/entry.ts';
import { ok, type Result } from '#lib/domain/result.ts';
import { type Session } from '#lib/state/session.svelte.ts';
import { contentToDraft, draftKeyOf } from '../catat/draft.ts';

/** The entry the content can still go into; nothing when it must become a new one. */
export const reusedId = (entry: Entry | undefined): DocumentId | undefined =>
	entry && nextStatus(entry.status, 'submit') !== null ? entry._id : undefined;

/**
 * Saves the content of a refused submission as the draft of a new entry, or of the entry it meant to
 * change while that can be changed. Gives the address of the form.
 */
export async function reuseAsDraft(
	session: Session,
	{ documentId, mutation }: Pick<OutboxRow, 'documentId' | 'mutation'>
): Promise<Result<`/catat` | `/catat?${string}`, StorageFailure>> {
	if (mutation.kind !== 'entry.submit') throw new Error('only a submission has content');
	const { db, nip } = session;
	const { date } = keyOf({ _id: documentId });
	const entry = (await entryById(db, documentId))?.entry;
	const changedId = reusedId(entry);
	const id = changedId ?? session.newEntryId(date);
	const { code } = mutation.content.activity;
	const catalogue = (await positionOf(db, nip))?.activities ?? [];
	const draft = contentToDraft(mutation.content, {
		ulid: id.slice(id.lastIndexOf(':') + 1),
		base: (changedId && entry?.version) ?? '',
		date,
		standardMinutes: catalogue.find((item) => item.code === code)?.standardMinutes ?? 0
	});
	const saved = await session.saveDraft(draftKeyOf(changedId), draft);
	if (!saved.ok) return saved;
	return ok(changedId ? (`/catat?entri=${encodeURIComponent(changedId)}` as const) : '/catat');
}

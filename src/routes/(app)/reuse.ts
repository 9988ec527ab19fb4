/** What was recorded once goes back into the form, so that nothing has to be typed again. */
import { type OutboxRow } from '#lib/db/database.ts';
import { entryById } from '#lib/db/entries.ts';
import { positionOf } from '#lib/db/people.ts';
import { type StorageFailure } from '#lib/db/storage-failure.ts';
import { type DocumentId } from '#lib/domain/document.ts';
import { type Entry, keyOf, nextStatus } from '#lib/domain/entry.ts';
import { clockMinutes, type EntryContent } from '#lib/domain/entry-content.ts';
import { ok, type Result } from '#lib/domain/result.ts';
import { type Session } from '#lib/state/session.svelte.ts';
import {
	computedMinutes,
	contentToDraft,
	type Draft,
	draftKeyOf,
	NEW_DRAFT
} from './catat/draft.ts';
import { freeSlot } from './catat/open-form.ts';

/** The entry the content can still go into; nothing when it must become a new one. */
export const reusedId = (entry: Entry | undefined): DocumentId | undefined =>
	entry && nextStatus(entry.status, 'submit') !== null ? entry._id : undefined;

type Reused = Pick<Session, 'db' | 'nip' | 'newEntryId' | 'saveDraft'>;
type Recorder = Reused & Pick<Session, 'today' | 'now' | 'zone'>;

/**
 * Saves the content of a refused submission as the draft of a new entry, or of the entry it meant to
 * change while that can be changed. Gives the address of the form.
 */
export async function reuseAsDraft(
	session: Reused,
	{ documentId, mutation }: Pick<OutboxRow, 'documentId' | 'mutation'>
): Promise<Result<`/catat` | `/catat?${string}`, StorageFailure>> {
	if (mutation.kind !== 'entry.submit') throw new Error('only a submission has content');
	const { date } = keyOf({ _id: documentId });
	const entry = (await entryById(session.db, documentId))?.entry;
	const changedId = reusedId(entry);
	const id = changedId ?? session.newEntryId(date);
	const base = (changedId && entry?.version) ?? '';
	const draft = await draftFrom(session, mutation.content, { id, base });
	const saved = await session.saveDraft(draftKeyOf(changedId), draft);
	if (!saved.ok) return saved;
	return ok(changedId ? (`/catat?entri=${encodeURIComponent(changedId)}` as const) : '/catat');
}

/** Saves a copy of `entry` as the draft of a new one of today, in the next free time for as long. */
export async function recordAgain(
	session: Recorder,
	{ _id, content }: Pick<Entry, '_id' | 'content'>
): Promise<Result<void, StorageFailure>> {
	const today = session.today();
	const id = session.newEntryId(today);
	const [copied, slot] = await Promise.all([
		draftFrom(session, withoutEvidence(content), { id, base: '' }),
		freeSlot(session, today, clockMinutes(content))
	]);
	const moved = {
		...copied,
		...slot,
		isNextDay: false,
		hasOwnTimes: false,
		hasOwnEnd: false,
		copiedName: content.activity.name,
		copiedOn: keyOf({ _id }).date
	};
	return session.saveDraft(NEW_DRAFT, { ...moved, effective: effectiveIn(moved) });
}

/** A link proves one day's work, not another's. */
export const withoutEvidence = (content: EntryContent): EntryContent => ({
	...content,
	evidence: null
});

/** Fewer minutes than calculated stay as they were, unless the time they are in is shorter now. */
function effectiveIn(draft: Draft): string {
	return Number(draft.effective) > (computedMinutes(draft) ?? 0) ? '' : draft.effective;
}

async function draftFrom(
	{ db, nip }: Reused,
	content: EntryContent,
	{ id, base }: { id: DocumentId; base: string }
): Promise<Draft> {
	const { code } = content.activity;
	const catalogue = (await positionOf(db, nip))?.activities ?? [];
	return contentToDraft(content, {
		ulid: id.slice(id.lastIndexOf(':') + 1),
		base,
		date: keyOf({ _id: id }).date,
		standardMinutes: catalogue.find((item) => item.code === code)?.standardMinutes ?? 0
	});
}

/** What the form begins with: the entry to change or a new one in the next free slot, and a draft over it. */
import { type EntryRow } from '#lib/db/database.ts';
import { entriesOn, entryById } from '#lib/db/entries.ts';
import { directoryOf, positionOf } from '#lib/db/people.ts';
import { type Day, isDay, minuteOf } from '#lib/domain/day.ts';
import { type DocumentId } from '#lib/domain/document.ts';
import { type Directory } from '#lib/domain/facts.ts';
import { type CatalogueActivity } from '#lib/domain/organisation.ts';
import { nextStatus } from '#lib/domain/entry.ts';
import { type Session } from '#lib/state/session.svelte.ts';
import { factsNow } from '../facts.ts';
import { blankDraft, contentToDraft, type Draft, draftKeyOf, restoreDraft } from './draft.ts';
import { type Habits, habitsOf } from './habits.ts';
import { nextSlot } from './next-slot.ts';
import { firstOpenDay } from '#lib/domain/open-days.ts';

export type OpenForm = {
	readonly key: string;
	/** The entry being changed. */
	readonly entryId: DocumentId | undefined;
	/** As it stands when the form opens: what is told of it is there at once, and pushes nothing away later. */
	readonly row: EntryRow | undefined;
	/** As it would be without a draft. */
	readonly start: Draft;
	/** As it was left, if it was left half-typed. */
	readonly draft: Draft;
	readonly restoredAt: number | undefined;
	readonly directory: Directory;
	readonly catalogue: readonly CatalogueActivity[];
	readonly habits: Habits;
};

export type Blocked = { readonly blocked: 'entryMissing' | 'notEditable' };
export type Wish = { readonly entryId: DocumentId | undefined; readonly date: string | undefined };

export async function openForm(session: Session, wish: Wish): Promise<OpenForm | Blocked> {
	const { db, nip } = session;
	const [directory, position] = await Promise.all([directoryOf(db), positionOf(db, nip)]);
	const catalogue = position?.activities ?? [];
	const row = wish.entryId === undefined ? undefined : await entryById(db, wish.entryId);
	if (wish.entryId !== undefined && !row) return { blocked: 'entryMissing' };
	if (row && (row.owner !== nip || nextStatus(row.status, 'submit') === null)) {
		return { blocked: 'notEditable' };
	}
	const start = row
		? changedDraft(row, catalogue)
		: await newDraft(session, isDay(wish.date ?? '') ? wish.date : undefined);
	const key = draftKeyOf(wish.entryId);
	const stored = await db.drafts.get(key);
	return {
		key,
		entryId: wish.entryId,
		row,
		start,
		draft: stored ? restoreDraft(stored.content, start) : start,
		restoredAt: stored?.savedAt,
		directory,
		catalogue,
		habits: await habitsOf(db, nip, firstDay(session, directory))
	};
}

function firstDay(session: Session, directory: Directory): Day {
	const { nip } = session;
	const [date, now] = [session.today(), session.now()];
	return firstOpenDay(factsNow(directory, { actor: nip, owner: nip, date, now }), now);
}

export function changedDraft(
	{ id, date, entry }: EntryRow,
	catalogue: readonly CatalogueActivity[]
): Draft {
	const { code } = entry.content.activity;
	const standardMinutes = catalogue.find((item) => item.code === code)?.standardMinutes ?? 0;
	const ulid = id.slice(id.lastIndexOf(':') + 1);
	return contentToDraft(entry.content, { ulid, base: entry.version, date, standardMinutes });
}

/** A blank form for `date`, or for today, in that day's next free slot. */
export async function newDraft(session: Session, date: Day = session.today()): Promise<Draft> {
	const id = session.newEntryId(date);
	const blank = blankDraft(id.slice(id.lastIndexOf(':') + 1), date);
	return { ...blank, ...(await freeSlot(session, date)) };
}

export async function freeSlot(
	session: Pick<Session, 'db' | 'nip' | 'today' | 'now' | 'zone'>,
	date: Day,
	usualMinutes?: number
): Promise<{ start: string; end: string }> {
	const rows = await entriesOn(session.db, session.nip, date);
	const taken = rows
		.filter(({ status }) => status !== 'withdrawn' && status !== 'rejected')
		.map(({ entry }) => entry.content);
	const isToday = date === session.today();
	const nowMinute = isToday ? minuteOf(session.now(), session.zone()) : undefined;
	return nextSlot(taken, { nowMinute, usualMinutes });
}

/** Where to go on when a piece of work is recorded: the next day that is empty and can still be filled. */
import { type Database } from '#lib/db/database.ts';
import { entriesBetween } from '#lib/db/entries.ts';
import { outboxRows } from '#lib/db/outbox.ts';
import { daysBetween, emptyDays } from '#lib/domain/day-mark.ts';
import { type Day, dayOf } from '#lib/domain/day.ts';
import { type DocumentId } from '#lib/domain/document.ts';
import { type Facts } from '#lib/domain/facts.ts';
import { type Nip } from '#lib/domain/nip.ts';
import { workByDay } from '#lib/db/work-by-day.ts';
import { firstOpenDay } from '#lib/domain/open-days.ts';
import { Live } from '#lib/state/live.ts';
import { type Session } from '#lib/state/session.svelte.ts';

type Standing = { readonly facts: Facts; readonly now: number };

/** The empty day whose window closes first, whatever became of `date`. */
export async function nextEmptyDay(
	db: Database,
	{ owner, date }: { readonly owner: Nip; readonly date: Day },
	{ facts, now }: Standing
): Promise<Day | undefined> {
	const [from, to] = [firstOpenDay(facts, now), dayOf(now, facts.zone)];
	const rows = await entriesBetween(db, owner, { from, to });
	const work = workByDay(rows, { rules: facts, now });
	const empty = emptyDays(daysBetween(from, to), { rules: facts, work, now });
	return empty.find(({ day }) => day !== date)?.day;
}

/** Whether the server has all that was recorded of an entry; not yet, right after saving. Reactive. */
export const deliveredLive = (db: Database, id: DocumentId): Live<boolean> =>
	new Live(async () => (await outboxRows(db)).every(({ documentId }) => documentId !== id), false);

const justSaved = new WeakMap<Session, DocumentId>();

/** For the page that shows the day next. */
export const tellSaved = (session: Session, id: DocumentId): void =>
	void justSaved.set(session, id);

/** What was saved right before, once. */
export function takeSaved(session: Session): DocumentId | undefined {
	const id = justSaved.get(session);
	justSaved.delete(session);
	return id;
}

/** What already stands beside a piece of work that is being recorded. Shown, never a reason to refuse. */
import { type EntryRow } from '#lib/db/database.ts';
import { type Day } from '#lib/domain/day.ts';
import { type DocumentId } from '#lib/domain/document.ts';
import { type EntryContent, overlaps } from '#lib/domain/entry-content.ts';
import { isLikelySameWork } from '#lib/domain/same-work.ts';
import { type Times } from './draft.ts';

/** Rows that still mean something, without the one being written itself. */
export const standing = (
	rows: readonly EntryRow[],
	ownId: DocumentId | undefined
): readonly EntryRow[] =>
	rows.filter(({ id, status }) => id !== ownId && status !== 'withdrawn' && status !== 'rejected');

/** The first of `rows` that shares a minute with it. */
export function overlapIn(
	rows: readonly EntryRow[],
	{ date, times }: { date: Day; times: Times | undefined }
): EntryRow | undefined {
	if (!times || times.endMinute <= times.startMinute) return undefined;
	return rows.find((row) =>
		overlaps({ date: row.date, content: row.entry.content }, { date, content: times })
	);
}

/** The first of `rows` that probably tells of the same work. */
export function sameWorkIn(
	rows: readonly EntryRow[],
	{ date, content }: { date: Day; content: EntryContent | undefined }
): EntryRow | undefined {
	return (
		content &&
		rows.find((row) =>
			isLikelySameWork({ date: row.date, content: row.entry.content }, { date, content })
		)
	);
}

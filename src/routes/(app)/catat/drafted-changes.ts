import { type Database, type EntryRow } from '#lib/db/database.ts';
import { draftKeys } from '#lib/db/drafts.ts';
import { nextStatus } from '#lib/domain/entry.ts';
import { changedBy } from './draft.ts';

/** Entries that somebody began to change and did not save, and still may; what was typed last first. */
export async function draftedChanges(db: Database): Promise<EntryRow[]> {
	const ids = (await draftKeys(db)).map(changedBy).filter((id) => id !== undefined);
	const rows = await db.entries.bulkGet(ids);
	return rows
		.filter((row) => row !== undefined)
		.filter(({ status }) => nextStatus(status, 'submit') !== null);
}

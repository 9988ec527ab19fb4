/** Which versions of what waits for him the reviewer has had on his screen, on this device. */
import { type DocumentId } from '../domain/document.ts';
import { type MutationId } from '../domain/mutation.ts';
import { type Database, type EntryRow, type SeenRow } from './database.ts';

export type SeenVersions = ReadonlyMap<DocumentId, MutationId>;

export async function seenVersions(db: Database): Promise<SeenVersions> {
	const rows = await db.seen.toArray();
	return new Map(rows.map(({ id, version }) => [id, version]));
}

export async function noteSeen(db: Database, rows: readonly EntryRow[]): Promise<void> {
	await db.seen.bulkPut(rows.map(seenRow));
}

/** Nothing is remembered of what doesn't wait any more. */
export async function forgetSeen(db: Database, waiting: readonly EntryRow[]): Promise<void> {
	const ids = waiting.map(({ id }) => id);
	await db.seen.where('id').noneOf(ids).delete();
}

const seenRow = ({ id, entry: { version } }: EntryRow): SeenRow => ({ id, version });

/** Half-typed forms, saved on every keystroke. They never leave the device. */
import { type Database } from './database.ts';

export async function saveDraft(
	db: Database,
	key: string,
	draft: { content: unknown; now: number }
): Promise<void> {
	await db.drafts.put({ key, content: draft.content, savedAt: draft.now });
}

export async function loadDraft(db: Database, key: string): Promise<unknown> {
	return (await db.drafts.get(key))?.content;
}

export const dropDraft = (db: Database, key: string): Promise<void> => db.drafts.delete(key);

/** Keys of all drafts, the newest first. */
export function draftKeys(db: Database): Promise<string[]> {
	return db.drafts.orderBy('savedAt').reverse().primaryKeys();
}

/** Looking for one's own entries by a part of a word. Read-only. */
import { type EntryStatus } from '../domain/entry.ts';
import { type Nip } from '../domain/nip.ts';
import { plainText } from '../domain/search.ts';
import { type Database, type EntryRow } from './database.ts';

export type Question = {
	/** Every word of it must occur; case and accents don't matter. Empty for all. */
	readonly words: string;
	readonly status: EntryStatus | undefined;
	readonly limit: number;
};

/** The newest that match, the newest first. Stops reading when it has enough. */
export function searchEntries(
	db: Database,
	owner: Nip,
	{ words, status, limit }: Question
): Promise<EntryRow[]> {
	const wanted = plainText(words).split(/\s+/).filter(Boolean);
	return db.entries
		.where('[owner+date]')
		.between([owner, ''], [owner, '\uffff'])
		.reverse()
		.filter((row) => (status === undefined || row.status === status) && hasAll(row, wanted))
		.limit(limit)
		.toArray();
}

function hasAll({ entry }: EntryRow, wanted: readonly string[]): boolean {
	const { activity, description, note } = entry.content;
	const text = plainText([activity.name, description, note].join(' '));
	return wanted.every((word) => text.includes(word));
}

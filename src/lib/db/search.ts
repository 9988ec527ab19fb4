/** Looking for one's own entries by a part of a word. Read-only. */
import { type EntryStatus } from '../domain/entry.ts';
import { type Nip } from '../domain/nip.ts';
import { plainText, similarTo } from '../domain/search.ts';
import { type Database, type EntryRow } from './database.ts';

export type Question = {
	/** Every word of it must occur; case and accents don't matter. Empty for all. */
	readonly words: string;
	readonly status: EntryStatus | undefined;
	readonly limit: number;
};

export type Found = {
	readonly rows: EntryRow[];
	/** Nothing has all the words as they were typed: these have them with a letter or two wrong. */
	readonly isSimilar: boolean;
};

/** The newest that match, the newest first. Stops reading when it has enough. */
export async function searchEntries(
	db: Database,
	owner: Nip,
	{ words, status, limit }: Question
): Promise<Found> {
	const wanted = plainText(words).split(/\s+/).filter(Boolean);
	const having = (has: (text: string) => boolean) =>
		db.entries
			.where('[owner+date]')
			.between([owner, ''], [owner, '\uffff'])
			.reverse()
			.filter((row) => (status === undefined || row.status === status) && has(textOf(row)))
			.limit(limit)
			.toArray();
	const exact = await having((text) => {
		const plain = plainText(text);
		return wanted.every((word) => plain.includes(word));
	});
	if (exact.length > 0 || wanted.length === 0) return { rows: exact, isSimilar: false };
	return { rows: await having(similarTo(words)), isSimilar: true };
}

function textOf({ entry }: EntryRow): string {
	const { activity, description, note } = entry.content;
	return [activity.name, description, note].join(' ');
}

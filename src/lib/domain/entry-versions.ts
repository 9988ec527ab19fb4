/** What an entry said at each point of its history. */
import { currentItem, type Entry, type HistoryItem } from './entry.ts';
import { type EntryContent } from './entry-content.ts';

/** The content that stood once an item had been done, by the item's id. */
export function contentsByVersion({ history }: Pick<Entry, 'history'>): Map<string, EntryContent> {
	const contents = new Map<string, EntryContent>();
	for (const { id, base, content } of history) {
		const stood = content ?? (base === null ? undefined : contents.get(base));
		if (stood) contents.set(id, stood);
	}
	return contents;
}

export type AnsweredReturn = {
	readonly returned: HistoryItem;
	/** What the reviewer had before his eyes when he gave it back. */
	readonly content: EntryContent;
};

/** The last return the author has answered, while the answer waits for the reviewer. */
export function answeredReturn(entry: Entry): AnsweredReturn | undefined {
	if (entry.status !== 'submitted') return undefined;
	const items = new Map(entry.history.map((item) => [item.id, item]));
	const baseOf = ({ base }: HistoryItem) => (base === null ? undefined : items.get(base));
	let item: HistoryItem | undefined = currentItem(entry);
	while (item && item.kind !== 'review.return') {
		const before = baseOf(item);
		// A decision that was taken back leaves what had been decided on.
		item = item.kind === 'review.undo' && before ? baseOf(before) : before;
	}
	const content = item && contentsByVersion(entry).get(item.id);
	return item && content && { returned: item, content };
}

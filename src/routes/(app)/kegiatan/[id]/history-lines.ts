/** An entry's history in words, the newest first, each submission with what it changed. */
import { type Entry, type HistoryItem } from '#lib/domain/entry.ts';
import { contentsByVersion } from '#lib/domain/entry-versions.ts';
import { type MutationKind } from '#lib/domain/mutation.ts';
import { type Difference, differences } from '#lib/ui/content-words.ts';
import { messages } from '#lib/ui/messages/messages.ts';

export type HistoryLine = {
	readonly item: HistoryItem;
	readonly title: string;
	/** Of a later submission, against the version it was made on. */
	readonly changes?: readonly Difference[];
};

export function historyLines(entry: Entry): HistoryLine[] {
	const { history } = entry;
	const items = new Map(history.map((item) => [item.id, item]));
	const contents = contentsByVersion(entry);
	const lines = history.map((item): HistoryLine => {
		const base = item.base === null ? undefined : items.get(item.base);
		const before = base && contents.get(base.id);
		return {
			item,
			title: titleOf(item, base),
			...(before && item.content && { changes: differences(before, item.content) })
		};
	});
	return lines.reverse();
}

const isKind = (kind: string): kind is MutationKind => kind in messages.event;

function titleOf({ kind, byName, as }: HistoryItem, base: HistoryItem | undefined): string {
	const who = as ? messages.entry.asCapacity(byName, messages.capacities[as]) : byName;
	// A kind that only a later program knows.
	if (!isKind(kind)) return messages.laterEvent(who);
	if (kind !== 'entry.submit' || base?.kind === 'review.return') return messages.event[kind](who);
	return base ? messages.laterEvent(who) : messages.firstEvent(who);
}

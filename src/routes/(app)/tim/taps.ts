/** What a reviewer decided, tap by tap: all that one tap decided bears its moment, see db/mutate-many.ts. */
import { type EntryRow } from '#lib/db/database.ts';
import { currentItem } from '#lib/domain/entry.ts';

export type Tap = { readonly key: string; readonly rows: readonly [EntryRow, ...EntryRow[]] };

/** Of decisions of one reviewer, the newest first, and in that order. */
export function tapsOf(rows: readonly EntryRow[]): Tap[] {
	const taps = new Map<string, [EntryRow, ...EntryRow[]]>();
	for (const row of rows) {
		const { kind, recordedAt } = currentItem(row.entry);
		const key = `${kind} ${recordedAt}`;
		const tap = taps.get(key);
		if (tap) tap.push(row);
		else taps.set(key, [row]);
	}
	return [...taps].map(([key, own]) => ({ key, rows: own }));
}

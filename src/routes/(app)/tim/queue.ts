/** What waits for a reviewer, by person; and what of it he has selected, as it was shown to him. */
import { type EntryRow } from '#lib/db/database.ts';
import { type DocumentId } from '#lib/domain/document.ts';
import { type Entry } from '#lib/domain/entry.ts';
import { type Nip } from '#lib/domain/nip.ts';

export type Group = { readonly owner: Nip; readonly rows: readonly EntryRow[] };

/** Whoever waits longest comes first, as do the oldest entries of each. */
export function groupByOwner(rows: readonly EntryRow[]): Group[] {
	const groups = new Map<Nip, EntryRow[]>();
	for (const row of rows) groups.set(row.owner, [...(groups.get(row.owner) ?? []), row]);
	return [...groups].map(([owner, own]) => ({ owner, rows: own }));
}

/** Entries as they were when they were selected. */
export type Selection = ReadonlyMap<DocumentId, Entry>;

export const NOTHING_SELECTED: Selection = new Map();

export function withSelected(selection: Selection, rows: readonly EntryRow[]): Selection {
	const added = rows.filter(({ id }) => !selection.has(id));
	return new Map([...selection, ...added.map(({ id, entry }) => [id, entry] as const)]);
}

export function withoutSelected(selection: Selection, rows: readonly EntryRow[]): Selection {
	const dropped = new Set(rows.map(({ id }) => id));
	return new Map([...selection].filter(([id]) => !dropped.has(id)));
}

/** Its author changed the entry after the reviewer had selected it. */
export function isChangedSince(selection: Selection, { id, entry }: EntryRow): boolean {
	const shown = selection.get(id);
	return shown !== undefined && shown.version !== entry.version;
}

/** What a decision would be about: selected, still waiting, unchanged. */
export function decidable(selection: Selection, rows: readonly EntryRow[]): Entry[] {
	return rows
		.filter((row) => selection.has(row.id) && !isChangedSince(selection, row))
		.map(({ entry }) => entry);
}

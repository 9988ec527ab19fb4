/**
 * What the reviewer has before his eyes. An entry that somebody changes after he has seen it, on the screen
 * now or at an earlier visit, goes on being shown as he saw it, marked, until he looks at it again: nothing is
 * approved unseen.
 */
import { createSubscriber } from 'svelte/reactivity';
import { type EntryRow } from '#lib/db/database.ts';
import { type SeenVersions } from '#lib/db/seen.ts';
import { type DocumentId } from '#lib/domain/document.ts';
import { type Entry } from '#lib/domain/entry.ts';
import { contentsByVersion } from '#lib/domain/entry-versions.ts';
import { type Nip } from '#lib/domain/nip.ts';
import { isChangedSince, type Item } from './queue.ts';

export class Sight {
	#reviewer: Nip;
	/** As they are shown. */
	#shown = new Map<DocumentId, Entry>();
	/** Those shown as they had been. */
	#wereChanged = new Set<DocumentId>();
	#before: SeenVersions = new Map();
	#subscribe: () => void;
	#looked: () => void = () => undefined;

	constructor(reviewer: Nip) {
		this.#reviewer = reviewer;
		this.#subscribe = createSubscriber((update) => {
			this.#looked = update;
		});
	}

	/** What he saw at earlier visits. */
	remember(before: SeenVersions): void {
		this.#before = before;
	}

	/** Rows as they are shown; one that he never saw is seen from now on. Reactive to looks. */
	items(rows: readonly EntryRow[]): Item[] {
		this.#subscribe();
		return rows.map((row) => {
			const { id, entry } = row;
			const seen = this.#shown.get(id) ?? asSeen(entry, this.#before.get(id));
			const isChanged = isChangedSince(seen, entry, this.#reviewer);
			this.#shown.set(id, isChanged ? seen : entry);
			if (isChanged) this.#wereChanged.add(id);
			const wasChanged = this.#wereChanged.has(id);
			return { row, shown: isChanged ? seen : entry, isChanged, wasChanged };
		});
	}

	/** The reviewer looks at an entry as it is now. */
	look({ id, entry }: EntryRow): void {
		this.#shown.set(id, entry);
		this.#looked();
	}

	/** Of everything else counts what he saw before, when it is shown again. */
	keepOnly(ids: ReadonlySet<DocumentId>): void {
		this.#wereChanged.clear();
		for (const id of this.#shown.keys()) if (!ids.has(id)) this.#shown.delete(id);
	}

	/** He has seen it elsewhere. Returns it as it was shown here. */
	forget(id: DocumentId): Entry | undefined {
		const shown = this.#shown.get(id);
		this.#shown.delete(id);
		return shown;
	}
}

/** As it was in the version he saw; as it is, when he saw none. */
function asSeen(entry: Entry, version: string | undefined): Entry {
	if (version === undefined || version === entry.version) return entry;
	const content = contentsByVersion(entry).get(version);
	if (!content) return entry;
	const until = entry.history.findIndex(({ id }) => id === version) + 1;
	return { ...entry, version, content, history: entry.history.slice(0, until) };
}

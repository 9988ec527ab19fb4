/**
 * What the reviewer has before his eyes. An entry that somebody changes while it is on the screen goes
 * on being shown as it was, marked, until the reviewer looks at it again: nothing is approved unseen.
 */
import { createSubscriber } from 'svelte/reactivity';
import { type EntryRow } from '#lib/db/database.ts';
import { type DocumentId } from '#lib/domain/document.ts';
import { type Entry } from '#lib/domain/entry.ts';
import { type Nip } from '#lib/domain/nip.ts';
import { isChangedSince, type Item } from './queue.ts';

export class Sight {
	#reviewer: Nip;
	#seen = new Map<DocumentId, Entry>();
	#subscribe: () => void;
	#looked: () => void = () => undefined;

	constructor(reviewer: Nip) {
		this.#reviewer = reviewer;
		this.#subscribe = createSubscriber((update) => {
			this.#looked = update;
		});
	}

	/** Rows as they are shown; one that was never here is seen from now on. Reactive to looks. */
	items(rows: readonly EntryRow[]): Item[] {
		this.#subscribe();
		return rows.map((row) => {
			const seen = this.#seen.get(row.id) ?? row.entry;
			this.#seen.set(row.id, seen);
			const isChanged = isChangedSince(seen, row.entry, this.#reviewer);
			return { row, shown: isChanged ? seen : row.entry, isChanged };
		});
	}

	/** The reviewer looks at an entry as it is now. */
	look({ id, entry }: EntryRow): void {
		this.#seen.set(id, entry);
		this.#looked();
	}

	/** Everything else is new to him when it is shown again. */
	keepOnly(ids: ReadonlySet<DocumentId>): void {
		for (const id of this.#seen.keys()) if (!ids.has(id)) this.#seen.delete(id);
	}

	/** He has seen it elsewhere, as it is now. */
	forget(id: DocumentId): void {
		this.#seen.delete(id);
	}
}

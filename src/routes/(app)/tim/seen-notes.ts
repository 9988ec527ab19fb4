/**
 * Notes which cards were on the screen: those that come while others are being written are written together,
 * so that scrolling through a long queue makes few writes.
 */
import { type EntryRow } from '#lib/db/database.ts';
import { type DocumentId } from '#lib/domain/document.ts';

export class SeenNotes {
	#write: (rows: readonly EntryRow[]) => Promise<void>;
	#noted = new Map<DocumentId, string>();
	#waiting = new Map<DocumentId, EntryRow>();
	#isWriting = false;

	constructor(write: (rows: readonly EntryRow[]) => Promise<void>) {
		this.#write = write;
	}

	note(row: EntryRow): void {
		if (this.#noted.get(row.id) === row.entry.version) return;
		this.#noted.set(row.id, row.entry.version);
		this.#waiting.set(row.id, row);
		if (!this.#isWriting) void this.#writeAll();
	}

	async #writeAll(): Promise<void> {
		this.#isWriting = true;
		// What comes into sight together is told of one by one, at once.
		await Promise.resolve();
		try {
			while (this.#waiting.size > 0) {
				const rows = [...this.#waiting.values()];
				this.#waiting.clear();
				await this.#write(rows);
			}
		} finally {
			this.#isWriting = false;
		}
	}
}

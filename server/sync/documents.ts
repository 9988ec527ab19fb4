/** Documents this process read or wrote lately, by id; the least lately used goes first. */
import { type DocumentId, type WorkDocument } from '#lib/domain/document.ts';
import { type Database } from '#server/db/database.ts';

const MAX_DOCUMENTS = 20_000;

export class Documents {
	#database: Database;
	#kept = new Map<DocumentId, WorkDocument>();

	constructor(database: Database) {
		this.#database = database;
	}

	peek(id: DocumentId): WorkDocument | undefined {
		return this.#kept.get(id);
	}

	put(document: WorkDocument): void {
		this.#kept.delete(document._id);
		this.#kept.set(document._id, document);
		if (this.#kept.size <= MAX_DOCUMENTS) return;
		const [oldest] = this.#kept.keys();
		if (oldest !== undefined) this.#kept.delete(oldest);
	}

	/** Another writer changed it, or its state is in doubt. */
	forget(id: DocumentId): void {
		this.#kept.delete(id);
	}

	clear(): void {
		this.#kept.clear();
	}

	/** From memory where possible, the rest in one read. Ids that don't exist are left out. */
	async read(ids: readonly DocumentId[]): Promise<Map<DocumentId, WorkDocument>> {
		const missing = ids.filter((id) => !this.#kept.has(id));
		if (missing.length > 0) {
			for (const document of (await this.#database.read(missing)).values()) this.put(document);
		}
		const found = ids.map((id) => this.#kept.get(id)).filter((document) => document !== undefined);
		return new Map(found.map((document) => [document._id, document]));
	}
}

/** Documents this process read or wrote lately, by id; the least lately used goes first. */
import { type DocumentId, type WorkDocument } from '#lib/domain/document.ts';
import { type Database } from '#server/db/database.ts';

/** More than a city of 5,201 writes on a day: supervisors ask for it soon afterwards. About 3 KB each. */
const MAX_DOCUMENTS = 32_000;

export class Documents {
	#database: Database;
	#maxDocuments: number;
	#kept = new Map<DocumentId, WorkDocument>();
	/** For each read under way, the ids of which nothing newer was heard since it began. */
	#reading = new Set<Set<DocumentId>>();

	constructor(database: Database, maxDocuments = MAX_DOCUMENTS) {
		this.#database = database;
		this.#maxDocuments = maxDocuments;
	}

	peek(id: DocumentId): WorkDocument | undefined {
		const document = this.#kept.get(id);
		if (document) this.#keep(document);
		return document;
	}

	put(document: WorkDocument): void {
		this.#overtake(document._id);
		this.#keep(document);
	}

	/** Another writer changed it, or its state is in doubt. */
	forget(id: DocumentId): void {
		this.#overtake(id);
		this.#kept.delete(id);
	}

	clear(): void {
		for (const asked of this.#reading) asked.clear();
		this.#kept.clear();
	}

	/** From memory where possible, the rest in one read. Ids that don't exist are left out. */
	async read(ids: readonly DocumentId[]): Promise<Map<DocumentId, WorkDocument>> {
		const found = new Map<DocumentId, WorkDocument>();
		const missing = new Set<DocumentId>();
		for (const id of ids) {
			const document = this.peek(id);
			if (document) found.set(id, document);
			else missing.add(id);
		}
		if (missing.size > 0) {
			for (const [id, document] of await this.#fetch(missing)) found.set(id, document);
		}
		return found;
	}

	/** Keeps what it read, except documents that were changed while the read was under way. */
	async #fetch(asked: Set<DocumentId>): Promise<Map<DocumentId, WorkDocument>> {
		this.#reading.add(asked);
		try {
			const documents = await this.#database.read([...asked]);
			for (const [id, document] of documents) if (asked.has(id)) this.#keep(document);
			return documents;
		} finally {
			this.#reading.delete(asked);
		}
	}

	#keep(document: WorkDocument): void {
		this.#kept.delete(document._id);
		this.#kept.set(document._id, document);
		if (this.#kept.size <= this.#maxDocuments) return;
		const [oldest] = this.#kept.keys();
		if (oldest !== undefined) this.#kept.delete(oldest);
	}

	#overtake(id: DocumentId): void {
		for (const asked of this.#reading) asked.delete(id);
	}
}

/**
 * The database without a database server: PouchDB on LevelDB, in this process. One process owns a
 * data directory; a second one is refused when it opens.
 *
 * Other writers don't exist while it is open, so changes are told from write(). Branches come in
 * only by replication while it is closed.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import leveldbAdapter from 'pouchdb-adapter-leveldb';
import PouchDB, { type Stored, type Written } from 'pouchdb-core';
import { type Feed, feedOf, type WorkDocument } from '#lib/domain/document.ts';
import { adjust, EMPTY_TOTAL, type Total, totalOf } from '#lib/domain/total.ts';
import {
	type Change,
	type Database,
	DatabaseUnavailable,
	type Draft,
	type PageRequest,
	type Revision,
	type WriteOutcome
} from './database.ts';
import {
	byWinner,
	firstIdAfter,
	type IdRange,
	isReserved,
	type PageQuery,
	pageQuery,
	rangeOfFeed,
	rangeOfPrefix,
	trimPage
} from './ids.ts';
import { syncedLeveldown } from './synced-leveldown.ts';

PouchDB.plugin(leveldbAdapter);

/** Documents read at a time when all of them are read. */
const SCAN_DOCUMENTS = 1_000;

/** Opens or creates the database `name` under `directory`. Throws {@link DatabaseUnavailable} when another process has it. */
export async function openEmbedded(directory: string, name: string): Promise<Database> {
	return createEmbedded(await openPouch(directory, name));
}

/** The PouchDB under {@link openEmbedded}, for replication and for whoever needs branches. */
export async function openPouch(directory: string, name: string): Promise<PouchDB> {
	await mkdir(directory, { recursive: true });
	const path = join(directory, name);
	const options = {
		adapter: 'leveldb',
		db: syncedLeveldown(),
		// History lives inside the documents, so replaced bodies are dead weight. It halves the rate
		// of bulk updates (16,000 to 8,000 documents a second) and leaves that of new documents alone.
		auto_compaction: true
	};
	const pouch = new PouchDB(path, options);
	try {
		await pouch.info();
	} catch (cause) {
		const reason = 'Another process may have it open.';
		throw new DatabaseUnavailable(`Could not open the database in ${path}. ${reason}`, { cause });
	}
	return pouch;
}

export function createEmbedded(pouch: PouchDB): Database {
	return new EmbeddedDatabase(pouch);
}

class EmbeddedDatabase implements Database {
	readonly #pouch: PouchDB;
	readonly #listeners = new Set<(change: Change) => void>();
	readonly #running = new Set<Promise<unknown>>();
	#isOpen = true;

	constructor(pouch: PouchDB) {
		this.#pouch = pouch;
	}

	read(ids: readonly string[]): Promise<Map<string, WorkDocument>> {
		return this.#run(async () => {
			// Two point reads each; allDocs with keys would open an iterator for every id.
			const documents = await Promise.all(ids.map((id) => this.#get(id, {})));
			return new Map(documents.flatMap((document) => (document ? [[document._id, document]] : [])));
		});
	}

	branches(id: string): Promise<WorkDocument[]> {
		return this.#run(async () => {
			const winner = await this.#get(id, { conflicts: true });
			if (!winner) return [];
			const revs = [winner._rev, ...(winner._conflicts ?? [])];
			const leaves = await Promise.all(revs.map((rev) => this.#get(id, { rev })));
			return leaves.filter((leaf) => leaf !== undefined).sort(byWinner);
		});
	}

	write(documents: readonly Draft[]): Promise<WriteOutcome[]> {
		return this.#run(() => this.#write(documents));
	}

	/** Reads every document once, since PouchDB keeps no list of them: for the start, not for each request. */
	forked(): Promise<string[]> {
		return this.#run(async () => {
			const ids: string[] = [];
			for await (const rows of this.#scan({ include_docs: true, conflicts: true })) {
				for (const { id, doc } of rows) if (doc?._conflicts) ids.push(id);
			}
			return ids;
		});
	}

	removeBranches(id: string, revs: readonly string[]): Promise<void> {
		return this.#run(async () => {
			await this.#write(revs.map((_rev) => ({ _id: id, _rev, _deleted: true })));
		});
	}

	page(feed: Feed, request: PageRequest): Promise<WorkDocument[]> {
		return this.#run(async () =>
			trimPage(await this.#documents(pageQuery(feed, request)), request)
		);
	}

	revisions(feed: Feed): Promise<Revision[]> {
		return this.#run(() => this.#revisions(feed));
	}

	withPrefix(prefix: string): Promise<WorkDocument[]> {
		return this.#run(() => this.#documents(rangeOfPrefix(prefix)));
	}

	totals(feeds?: readonly Feed[]): Promise<Map<Feed, Total>> {
		return this.#run(async () => {
			if (!feeds) return this.#allTotals();
			const totals = feeds.map(async (feed): Promise<[Feed, Total]> => {
				const revisions = await this.#revisions(feed);
				return [feed, totalOf(revisions.map(({ rev }) => rev))];
			});
			return new Map(await Promise.all(totals));
		});
	}

	/** Never calls `onGap`: what this process wrote, it knows. */
	changes(listener: (change: Change) => void): Promise<() => void> {
		const entry = (change: Change) => listener(change);
		this.#listeners.add(entry);
		return Promise.resolve(() => void this.#listeners.delete(entry));
	}

	ping(): Promise<void> {
		return this.#run(async () => void (await this.#pouch.info()));
	}

	/** Waits for what is running, because PouchDB may throw out of a callback when closed under it. */
	async close(): Promise<void> {
		if (!this.#isOpen) return;
		this.#isOpen = false;
		this.#listeners.clear();
		await Promise.allSettled(this.#running);
		await this.#pouch.close();
	}

	async #write(documents: readonly { readonly _id: string }[]): Promise<WriteOutcome[]> {
		const rows = await this.#pouch.bulkDocs(documents);
		const outcomes = documents.map(({ _id }, index) => outcomeOf(_id, rows[index]));
		await this.#announce(outcomes);
		return outcomes;
	}

	/** Tells the listeners what a write did, with the winner and the branches as they are now. */
	async #announce(outcomes: readonly WriteOutcome[]): Promise<void> {
		if (this.#listeners.size === 0) return;
		const written = outcomes.filter((outcome) => outcome.ok);
		const tell = (change: Change) => this.#listeners.forEach((listener) => listener(change));
		for (const { id, rev } of written) if (isFirst(rev)) tell({ id, rev, branches: 1 });
		const later = written.filter(({ rev }) => !isFirst(rev));
		const changes = await Promise.all(later.map(({ id, rev }) => this.#changeOf(id, rev)));
		changes.forEach(tell);
	}

	async #changeOf(id: string, rev: string): Promise<Change> {
		const winner = await this.#get(id, { conflicts: true });
		if (!winner) return { id, rev, branches: 0 };
		return { id, rev: winner._rev, branches: 1 + (winner._conflicts?.length ?? 0) };
	}

	async #get(
		id: string,
		options: { readonly rev?: string; readonly conflicts?: true }
	): Promise<Stored | undefined> {
		try {
			return await this.#pouch.get(id, options);
		} catch (error) {
			if (isMissing(error)) return undefined;
			throw error;
		}
	}

	async #revisions(feed: Feed): Promise<Revision[]> {
		const { rows } = await this.#pouch.allDocs(rangeOfFeed(feed));
		return rows.map(({ id, value }) => ({ id, rev: value.rev }));
	}

	async #allTotals(): Promise<Map<Feed, Total>> {
		const totals = new Map<Feed, Total>();
		for await (const rows of this.#scan({})) {
			for (const { id, value } of rows) {
				const feed = feedOf(id);
				totals.set(feed, adjust(totals.get(feed) ?? EMPTY_TOTAL, undefined, value.rev));
			}
		}
		return totals;
	}

	/** All documents in id order, some at a time, so that other operations get their turn in between. */
	async *#scan(options: { readonly include_docs?: true; readonly conflicts?: true }) {
		for (let startkey = ''; ;) {
			const query = { ...options, startkey, limit: SCAN_DOCUMENTS };
			const { rows } = await this.#pouch.allDocs(query);
			yield rows.filter(({ id }) => !isReserved(id));
			const last = rows.at(-1);
			if (!last || rows.length < SCAN_DOCUMENTS) return;
			startkey = firstIdAfter(last.id);
		}
	}

	async #documents(query: IdRange | PageQuery): Promise<WorkDocument[]> {
		const { rows } = await this.#pouch.allDocs({ ...query, include_docs: true });
		return rows.flatMap(({ id, doc }) => (doc && !isReserved(id) ? [doc] : []));
	}

	/** Runs an operation that close() waits for; whatever it fails with leaves its outcome unknown. */
	async #run<T>(operation: () => Promise<T>): Promise<T> {
		if (!this.#isOpen) throw new DatabaseUnavailable('The database is closed.');
		const running = operation();
		this.#running.add(running);
		try {
			return await running;
		} catch (cause) {
			if (cause instanceof DatabaseUnavailable) throw cause;
			throw new DatabaseUnavailable('The embedded database failed.', { cause });
		} finally {
			this.#running.delete(running);
		}
	}
}

function outcomeOf(id: string, row: Written | undefined): WriteOutcome {
	if (row && 'rev' in row && row.rev !== undefined) return { id, ok: true, rev: row.rev };
	if (row && 'status' in row && row.status === 409) return { id, ok: false, reason: 'conflict' };
	throw new DatabaseUnavailable(`Writing ${id} failed.`, { cause: row });
}

/** A document that was just born has nothing beside it. */
const isFirst = (rev: string): boolean => rev.startsWith('1-');

/** Whether PouchDB says that a document, or a revision of it, is not there. */
export function isMissing(error: unknown): boolean {
	return error instanceof Error && 'status' in error && error.status === 404;
}

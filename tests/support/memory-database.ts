/**
 * The database in memory, for simulations: no files, no timers, revisions that depend on content
 * alone, and faults on demand. Passes the contract of the real ones.
 */
import { createHash } from 'node:crypto';
import { type DocumentId, type Feed, feedOf, type WorkDocument } from '#lib/domain/document.ts';
import { type Total, totalOf } from '#lib/domain/total.ts';
import {
	type Change,
	type Database,
	DatabaseUnavailable,
	type Draft,
	type PageRequest,
	type Revision,
	type WriteOutcome
} from '#server/db/database.ts';
import { byWinner } from '#server/db/ids.ts';

export type MemoryDatabase = Database & {
	/** The next write or removal throws {@link DatabaseUnavailable}, having written nothing or everything. */
	failNextWrite(when: 'before' | 'after'): void;
	/** Writes and removals wait, in order, until {@link resumeWrites}. */
	pauseWrites(): void;
	resumeWrites(): void;
	snapshot(): Snapshot;
	/** Puts back an older copy, as from a backup, and tells every listener of a gap. */
	restore(snapshot: Snapshot): void;
	/** Adds a leaf revision as replication would: `_rev` is taken as it is. */
	fork(document: WorkDocument): void;
	/** Another process's handle on the same documents; faults, listeners and close() are its own. */
	attach(): MemoryDatabase;
};

export function memoryDatabase(): MemoryDatabase {
	return new MemoryHandle(new MemoryStore());
}

/** The live leaf revisions of one document as JSON, the winner first, and the last deleted one. */
type Leaf = { readonly _rev: string; readonly json: string };
type Tree = { readonly leaves: readonly Leaf[]; readonly tombstone?: string };

export type Snapshot = ReadonlyMap<string, ReadonlyMap<string, Tree>>;

type Listener = { readonly onChange: (change: Change) => void; readonly onGap: () => void };

const EMPTY_TREE: Tree = { leaves: [] };

class MemoryStore {
	readonly listeners = new Set<Listener>();
	#treesByFeed = new Map<string, Map<string, Tree>>();

	tree(id: string): Tree {
		return this.#treesByFeed.get(feedOf(id))?.get(id) ?? EMPTY_TREE;
	}

	/** The ids of existing documents, ascending; of one feed when given. */
	ids(feed?: Feed): string[] {
		const trees = feed === undefined ? this.#treesByFeed.values() : [this.#treesByFeed.get(feed)];
		return [...trees]
			.flatMap((byId) => [...(byId ?? [])])
			.flatMap(([id, { leaves }]) => (leaves.length > 0 ? [id] : []))
			.sort();
	}

	write({ _id: id, _rev: replaced, ...content }: Draft): WriteOutcome {
		const { leaves, tombstone } = this.tree(id);
		const known = leaves.some(({ _rev }) => _rev === replaced);
		const isNew = leaves.length === 0 && (replaced === undefined || replaced === tombstone);
		if (!known && !isNew) return { id, ok: false, reason: 'conflict' };
		const rev = nextRev(replaced ?? tombstone, { _id: id, ...content });
		const leaf = { _rev: rev, json: JSON.stringify({ _id: id, _rev: rev, ...content }) };
		const others = leaves.filter(({ _rev }) => _rev !== replaced);
		this.#put(id, { leaves: [...others, leaf] });
		return { id, ok: true, rev };
	}

	remove(id: string, rev: string): void {
		const { leaves } = this.tree(id);
		const remaining = leaves.filter(({ _rev }) => _rev !== rev);
		if (remaining.length === leaves.length) return;
		this.#put(id, { leaves: remaining, tombstone: nextRev(rev, 'deleted') });
	}

	fork(document: WorkDocument): void {
		const { leaves } = this.tree(document._id);
		if (leaves.some(({ _rev }) => _rev === document._rev)) return;
		const leaf = { _rev: document._rev, json: JSON.stringify(document) };
		this.#put(document._id, { leaves: [...leaves, leaf] });
	}

	snapshot(): Snapshot {
		return new Map([...this.#treesByFeed].map(([feed, trees]) => [feed, new Map(trees)]));
	}

	restore(snapshot: Snapshot): void {
		this.#treesByFeed = new Map([...snapshot].map(([feed, trees]) => [feed, new Map(trees)]));
		for (const { onGap } of this.listeners) onGap();
	}

	#put(id: string, { leaves, tombstone }: Tree): void {
		const sorted = leaves.toSorted(byWinner);
		const trees = this.#treesByFeed.get(feedOf(id)) ?? new Map<string, Tree>();
		this.#treesByFeed.set(feedOf(id), trees);
		trees.set(id, { leaves: sorted, ...(tombstone !== undefined && { tombstone }) });
		const change = { id, rev: sorted[0]?._rev ?? tombstone ?? '', branches: sorted.length };
		for (const { onChange } of this.listeners) onChange(change);
	}
}

class MemoryHandle implements MemoryDatabase {
	readonly #store: MemoryStore;
	readonly #listeners = new Set<Listener>();
	#isOpen = true;
	#failure: 'before' | 'after' | undefined;
	#gate: PromiseWithResolvers | undefined;

	constructor(store: MemoryStore) {
		this.#store = store;
	}

	async read(ids: readonly string[]): Promise<Map<string, WorkDocument>> {
		await this.ping();
		return new Map(this.#winners(ids).map((document) => [document._id, document]));
	}

	async branches(id: string): Promise<WorkDocument[]> {
		await this.ping();
		return this.#store.tree(id).leaves.map(parse);
	}

	write(documents: readonly Draft[]): Promise<WriteOutcome[]> {
		// As JSON at once: what the caller does to its objects later can't matter.
		const drafts = documents.map((document) => JSON.parse(JSON.stringify(document)) as Draft);
		return this.#change(() => drafts.map((draft) => this.#store.write(draft)));
	}

	async forked(): Promise<string[]> {
		await this.ping();
		return this.#store.ids().filter((id) => this.#store.tree(id).leaves.length > 1);
	}

	removeBranches(id: string, revs: readonly string[]): Promise<void> {
		return this.#change(() => {
			for (const rev of revs) this.#store.remove(id, rev);
		});
	}

	async page(feed: Feed, { limit, before }: PageRequest): Promise<WorkDocument[]> {
		await this.ping();
		const ids = this.#store.ids(feed).filter((id) => before === undefined || id < before);
		return this.#winners(ids.reverse().slice(0, limit));
	}

	async revisions(feed: Feed): Promise<Revision[]> {
		await this.ping();
		return this.#revisions(feed);
	}

	async withPrefix(prefix: string): Promise<WorkDocument[]> {
		await this.ping();
		return this.#winners(this.#store.ids().filter((id) => id.startsWith(prefix)));
	}

	async totals(feeds?: readonly Feed[]): Promise<Map<Feed, Total>> {
		await this.ping();
		const all = feeds ?? new Set(this.#store.ids().map(feedOf));
		const revsOf = (feed: Feed) => this.#revisions(feed).map(({ rev }) => rev);
		return new Map([...all].map((feed) => [feed, totalOf(revsOf(feed))]));
	}

	async changes(onChange: (change: Change) => void, onGap: () => void): Promise<() => void> {
		await this.ping();
		const listener = { onChange, onGap };
		this.#listeners.add(listener);
		this.#store.listeners.add(listener);
		return () => this.#forget(listener);
	}

	ping(): Promise<void> {
		if (this.#isOpen) return Promise.resolve();
		return Promise.reject(new DatabaseUnavailable('The database is closed.'));
	}

	close(): Promise<void> {
		this.#isOpen = false;
		for (const listener of this.#listeners) this.#forget(listener);
		this.resumeWrites();
		return Promise.resolve();
	}

	failNextWrite(when: 'before' | 'after'): void {
		this.#failure = when;
	}

	pauseWrites(): void {
		this.#gate ??= createGate();
	}

	resumeWrites(): void {
		this.#gate?.resolve();
		this.#gate = undefined;
	}

	snapshot(): Snapshot {
		return this.#store.snapshot();
	}

	restore(snapshot: Snapshot): void {
		this.#store.restore(snapshot);
	}

	fork(document: WorkDocument): void {
		this.#store.fork(document);
	}

	attach(): MemoryDatabase {
		return new MemoryHandle(this.#store);
	}

	async #change<T>(change: () => T): Promise<T> {
		await this.#gate?.opened;
		await this.ping();
		const failure = this.#failure;
		this.#failure = undefined;
		if (failure === 'before') throw new DatabaseUnavailable('Failed before writing.');
		const result = change();
		if (failure === 'after') throw new DatabaseUnavailable('Failed after writing.');
		return result;
	}

	#winners(ids: readonly string[]): WorkDocument[] {
		return ids.flatMap((id) => this.#store.tree(id).leaves.slice(0, 1)).map(parse);
	}

	#revisions(feed: Feed): Revision[] {
		return this.#store.ids(feed).map((id: DocumentId) => {
			return { id, rev: this.#store.tree(id).leaves[0]?._rev ?? '' };
		});
	}

	#forget(listener: Listener): void {
		this.#listeners.delete(listener);
		this.#store.listeners.delete(listener);
	}
}

type PromiseWithResolvers = { readonly opened: Promise<void>; readonly resolve: () => void };

function createGate(): PromiseWithResolvers {
	let resolve = () => {};
	const opened = new Promise<void>((open) => (resolve = open));
	return { opened, resolve };
}

const parse = ({ json }: Leaf): WorkDocument => JSON.parse(json) as WorkDocument;

/** As in CouchDB, the same change to the same revision makes the same revision everywhere. */
function nextRev(replaced: string | undefined, content: unknown): string {
	const generation = replaced === undefined ? 1 : Number.parseInt(replaced) + 1;
	const hash = createHash('md5')
		.update(JSON.stringify([replaced ?? null, content]))
		.digest('hex');
	return `${generation}-${hash}`;
}

/**
 * The database as the server sees it, in our words. Two implementations, embedded.ts (PouchDB on
 * LevelDB, in process) and couch.ts (CouchDB through nano), pass the one suite in
 * database.contract.ts; tests/support/memory-database.ts passes it too, for simulations.
 */
import { type DocumentId, type Feed, type WorkDocument } from '#lib/domain/document.ts';
import { type Total } from '#lib/domain/total.ts';

export type Revision = { readonly id: DocumentId; readonly rev: string };

/** A document to write. `_rev` is the revision it replaces; absent for a new document. */
export type Draft = {
	readonly _id: string;
	readonly _rev?: string | undefined;
	readonly schema: number;
};

export type WriteOutcome =
	| { readonly id: string; readonly ok: true; readonly rev: string }
	| { readonly id: string; readonly ok: false; readonly reason: 'conflict' };

/** A change some writer made, this process included. `branches` counts the leaf revisions left. */
export type Change = { readonly id: string; readonly rev: string; readonly branches: number };

export type PageRequest = { readonly limit: number; readonly before?: string };

export interface Database {
	/** The winning revision of each id that exists, in one request. Unknown and deleted ids are left out. */
	read(ids: readonly string[]): Promise<Map<string, WorkDocument>>;

	/** Every leaf revision of one document that isn't deleted, the winner first. */
	branches(id: string): Promise<WorkDocument[]>;

	/**
	 * Writes a batch that holds each id once; outcomes stand in the order of `documents`. When this
	 * returns, every `ok` row is durable. Throws {@link DatabaseUnavailable} when the outcome of any
	 * row is unknown (time-out, lost connection): read again before writing again.
	 */
	write(documents: readonly Draft[]): Promise<WriteOutcome[]>;

	/** Ids of documents that have more than one branch now: what changes() told nobody while the server was down. */
	forked(): Promise<string[]>;

	/** Deletes losing leaf revisions of one document. Safe to repeat. */
	removeBranches(id: string, revs: readonly string[]): Promise<void>;

	/** Documents of a feed by descending id, at most `limit`, only ids below `before` when given. */
	page(feed: Feed, request: PageRequest): Promise<WorkDocument[]>;

	/** Ids and winning revisions of a feed, ascending. */
	revisions(feed: Feed): Promise<Revision[]>;

	/** All documents whose id starts with `prefix`, ascending. For loading what the server keeps in memory. */
	withPrefix(prefix: string): Promise<WorkDocument[]>;

	/**
	 * Totals of many feeds in one grouped query; a feed without documents is `[0, 0]`. Without an
	 * argument: of every feed that has documents.
	 */
	totals(feeds?: readonly Feed[]): Promise<Map<Feed, Total>>;

	/**
	 * Calls `listener` for every change from now on, in the order the database tells them. Resolves
	 * once it listens; returns its stop. A lost connection is taken up again where it stopped; when
	 * that is impossible `onGap` is called and the listener must forget what it derived.
	 */
	changes(listener: (change: Change) => void, onGap: () => void): Promise<() => void>;

	/** Answers when the database is reachable, throws {@link DatabaseUnavailable} otherwise. */
	ping(): Promise<void>;

	close(): Promise<void>;
}

/** The database didn't answer, or answered something that leaves the outcome unknown. */
export class DatabaseUnavailable extends Error {
	override name = 'DatabaseUnavailable';
}

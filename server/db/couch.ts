/**
 * The database on CouchDB, one node or a cluster, shared by any number of server processes. The
 * address carries the credentials of a user who may create the database.
 *
 * The bodies of documents are handed on as they are stored; whoever reads a kind checks it.
 */
import * as z from 'zod/mini';
import { type Feed, type WorkDocument } from '#lib/domain/document.ts';
import { EMPTY_TOTAL, modulo32, Total } from '#lib/domain/total.ts';
import { followChanges } from './couch-changes.ts';
import { CouchConnection, type CouchLimits } from './couch-connection.ts';
import { IndexKeeper } from './couch-index.ts';
import { FORKED_VIEW_PATH, prepareDatabase, TOTALS_VIEW_PATH } from './couch-setup.ts';
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

export type CouchOptions = Partial<CouchLimits> & {
	/** Waits before a lost change feed is taken up again or the views are updated; may reject when `signal` ends it. */
	readonly sleep: (delayMs: number, signal: AbortSignal) => Promise<unknown>;
};

const DEFAULT_LIMITS: CouchLimits = { requestTimeoutMs: 30_000, connections: 32 };

/** The part of the request time-out for which CouchDB may hold a poll of the change feed. */
const POLL_SHARE = 0.5;

/** Documents of one request when everything with a prefix is loaded. */
const LOAD_DOCUMENTS = 1_000;

const Stored = z.custom<WorkDocument>((value) => typeof value === 'object' && value !== null);
const Documents = z.object({
	rows: z.array(z.object({ doc: z.optional(z.nullable(Stored)) }))
});
const Revisions = z.object({
	rows: z.array(z.object({ id: z.string(), value: z.object({ rev: z.string() }) }))
});
const Ids = z.object({ rows: z.array(z.object({ id: z.string() })) });
const Totals = z.object({ rows: z.array(z.object({ key: z.string(), value: Total })) });
const Leaves = z.array(z.object({ ok: z.optional(Stored) }));
const WriteRows = z.array(
	z.object({ id: z.string(), rev: z.optional(z.string()), error: z.optional(z.string()) })
);
const Anything = z.looseObject({});

/** Opens the database and makes it ready; see {@link prepareDatabase}. */
export async function openCouch(
	url: string,
	name: string,
	{ sleep, ...limits }: CouchOptions
): Promise<Database> {
	const { requestTimeoutMs, connections } = { ...DEFAULT_LIMITS, ...limits };
	const couch = new CouchConnection(url, name, { requestTimeoutMs, connections });
	await prepareDatabase(couch);
	return new CouchDatabase(couch, { sleep, pollMs: requestTimeoutMs * POLL_SHARE });
}

type Removal = { readonly _id: string; readonly _rev: string; readonly _deleted: true };

type FeedTiming = Pick<CouchOptions, 'sleep'> & { readonly pollMs: number };

class CouchDatabase implements Database {
	readonly #couch: CouchConnection;
	readonly #timing: FeedTiming;
	readonly #index: IndexKeeper;
	readonly #stops = new Set<() => void>();

	constructor(couch: CouchConnection, timing: FeedTiming) {
		this.#couch = couch;
		this.#index = new IndexKeeper({ couch, sleep: timing.sleep });
		this.#timing = timing;
	}

	async read(ids: readonly string[]): Promise<Map<string, WorkDocument>> {
		if (ids.length === 0) return new Map();
		const { rows } = await this.#couch.request(Documents, {
			method: 'POST',
			path: '_all_docs',
			query: { include_docs: true },
			body: { keys: ids }
		});
		return new Map(rows.flatMap(({ doc }) => (doc ? [[doc._id, doc]] : [])));
	}

	async branches(id: string): Promise<WorkDocument[]> {
		const path = encodeURIComponent(id);
		const query = { open_revs: 'all' };
		const leaves = (await this.#couch.requestUnless(404, Leaves, { path, query })) ?? [];
		return leaves.flatMap(({ ok }) => (ok && !ok._deleted ? [ok] : [])).sort(byWinner);
	}

	async write(documents: readonly Draft[]): Promise<WriteOutcome[]> {
		return this.#write(documents);
	}

	async forked(): Promise<string[]> {
		const { rows } = await this.#couch.request(Ids, { path: FORKED_VIEW_PATH });
		return rows.map(({ id }) => id);
	}

	/** One by one: CouchDB takes the second row with an id for a conflict, whatever it is about. */
	async removeBranches(id: string, revs: readonly string[]): Promise<void> {
		for (const _rev of revs) await this.#write([{ _id: id, _rev, _deleted: true }]);
	}

	async page(feed: Feed, request: PageRequest): Promise<WorkDocument[]> {
		return trimPage(await this.#documents(pageQuery(feed, request)), request);
	}

	async revisions(feed: Feed): Promise<Revision[]> {
		const query = rangeOfFeed(feed);
		const { rows } = await this.#couch.request(Revisions, { path: '_all_docs', query });
		return rows.map(({ id, value }) => ({ id, rev: value.rev }));
	}

	async withPrefix(prefix: string): Promise<WorkDocument[]> {
		const documents: WorkDocument[] = [];
		const range = rangeOfPrefix(prefix);
		for (let { startkey } = range; ;) {
			const found = await this.#documents({ ...range, startkey, limit: LOAD_DOCUMENTS });
			documents.push(...found.filter(({ _id }) => !isReserved(_id)));
			const last = found.at(-1);
			if (!last || found.length < LOAD_DOCUMENTS) return documents;
			startkey = firstIdAfter(last._id);
		}
	}

	async totals(feeds?: readonly Feed[]): Promise<Map<Feed, Total>> {
		const totals = new Map<Feed, Total>(feeds?.map((feed) => [feed, EMPTY_TOTAL]));
		if (feeds?.length === 0) return totals;
		const keys = feeds && [...totals.keys()];
		const { rows } = await this.#couch.request(Totals, {
			path: TOTALS_VIEW_PATH,
			query: { group: true },
			...(keys && { method: 'POST', body: { keys } })
		});
		for (const { key, value } of rows) totals.set(key, [value[0], modulo32(value[1])]);
		return totals;
	}

	async changes(onChange: (change: Change) => void, onGap: () => void): Promise<() => void> {
		const countBranches = async (id: string) => (await this.branches(id)).length;
		const source = { couch: this.#couch, countBranches, ...this.#timing };
		const stop = await followChanges(source, { onChange, onGap });
		this.#stops.add(stop);
		return () => {
			this.#stops.delete(stop);
			stop();
		};
	}

	async ping(): Promise<void> {
		await this.#couch.request(Anything, {});
	}

	async close(): Promise<void> {
		for (const stop of this.#stops) stop();
		this.#index.stop();
		await this.#couch.close();
	}

	async #write(documents: readonly (Draft | Removal)[]): Promise<WriteOutcome[]> {
		if (documents.length === 0) return [];
		const rows = await this.#couch.request(WriteRows, {
			method: 'POST',
			path: '_bulk_docs',
			body: { docs: documents }
		});
		this.#index.noteWrite();
		return documents.map(({ _id }, index) => outcomeOf(_id, rows[index]));
	}

	async #documents(range: (IdRange & { limit: number }) | PageQuery) {
		const query = { ...range, include_docs: true };
		const { rows } = await this.#couch.request(Documents, { path: '_all_docs', query });
		return rows.flatMap(({ doc }) => (doc ? [doc] : []));
	}
}

function outcomeOf(id: string, row: z.infer<typeof WriteRows>[number] | undefined): WriteOutcome {
	if (row?.id !== id) throw new DatabaseUnavailable(`CouchDB left out the outcome of ${id}.`);
	if (row.error === 'conflict') return { id, ok: false, reason: 'conflict' };
	if (row.rev === undefined) {
		throw new DatabaseUnavailable(`CouchDB answered ${row.error ?? 'nothing'} for ${id}.`);
	}
	return { id, ok: true, rev: row.rev };
}

/** Ids as ranges, and the order of branches: what both back ends must agree on. */
import { type Feed } from '#lib/domain/document.ts';
import { type PageRequest } from './database.ts';

/** Higher than every character an id may hold. */
const HIGHEST = '\uffff';

export type IdRange = { readonly startkey: string; readonly endkey: string };

/** The ids that start with `prefix`, ends included. */
export function rangeOfPrefix(prefix: string): IdRange {
	return { startkey: prefix, endkey: prefix + HIGHEST };
}

/** The ids of a feed. The colon keeps `jab` apart from `jab-c`. */
export function rangeOfFeed(feed: Feed): IdRange {
	return rangeOfPrefix(`${feed}:`);
}

/** The lowest string above `id`; no id holds a zero character. */
export const firstIdAfter = (id: string): string => `${id}\u0000`;

export type PageQuery = IdRange & { readonly descending: true; readonly limit: number };

/** A page by descending id. Neither back end can leave out a start key, so `before` takes a row of its own. */
export function pageQuery(feed: Feed, { limit, before }: PageRequest): PageQuery {
	const { startkey: lowest, endkey: highest } = rangeOfFeed(feed);
	return before === undefined || before > highest
		? { startkey: highest, endkey: lowest, descending: true, limit }
		: { startkey: before, endkey: lowest, descending: true, limit: limit + 1 };
}

/** What of the answer to {@link pageQuery} belongs to the page. */
export function trimPage<Row extends { readonly _id: string }>(
	rows: readonly Row[],
	{ limit, before }: PageRequest
): Row[] {
	return rows.filter((row) => row._id !== before).slice(0, limit);
}

/** Ids the database keeps for itself, such as design documents. */
export const isReserved = (id: string): boolean => id.startsWith('_');

/** Sorts leaf revisions as CouchDB picks the winner: the longest history first, then the greatest hash. */
export function byWinner(a: { readonly _rev: string }, b: { readonly _rev: string }): number {
	const generations = Number.parseInt(b._rev) - Number.parseInt(a._rev);
	return generations || (a._rev < b._rev ? 1 : -1);
}

/**
 * The server's documents on this device and the total of each feed. A total is adjusted in the
 * transaction that changes a document, so it always is the sum of what is stored (I15). Every
 * function here that writes must run inside such a transaction.
 */
import {
	bucketOf,
	type DocumentId,
	type Feed,
	feedOf,
	type WorkDocument
} from '../domain/document.ts';
import { adjust, EMPTY_TOTAL, type Total } from '../domain/total.ts';
import { type Database, type FeedRow } from './database.ts';

export const heldFeeds = (db: Database): Promise<FeedRow[]> => db.feeds.toArray();

type Change = { readonly id: DocumentId; readonly document: WorkDocument | undefined };

/** Stores the server's word verbatim, whatever its kind and schema. */
export function storeDocuments(db: Database, documents: readonly WorkDocument[]): Promise<void> {
	return change(
		db,
		documents.map((document) => ({ id: document._id, document }))
	);
}

/** Forgets documents the server doesn't have. */
export function dropDocuments(db: Database, ids: readonly DocumentId[]): Promise<void> {
	return change(
		db,
		ids.map((id) => ({ id, document: undefined }))
	);
}

async function change(db: Database, changes: readonly Change[]): Promise<void> {
	if (changes.length === 0) return;
	const ids = changes.map(({ id }) => id);
	const before = await db.documents.bulkGet(ids);
	const held = await db.feeds.bulkGet([...new Set(ids.map(feedOf))]);
	const feeds = new Map(held.flatMap((row) => (row ? [[row.feed, row] as const] : [])));

	for (const [index, { id, document }] of changes.entries()) {
		const feed = feedOf(id);
		const row = feeds.get(feed) ?? { feed, total: EMPTY_TOTAL };
		const total = adjust(row.total, before[index]?.rev, document?._rev);
		feeds.set(feed, { ...row, total });
	}
	await db.feeds.bulkPut([...feeds.values()]);
	await db.documents.bulkPut(
		changes.flatMap(({ document }) => (document ? documentRow(document) : []))
	);
	await db.documents.bulkDelete(changes.flatMap(({ id, document }) => (document ? [] : [id])));
}

function documentRow(document: WorkDocument) {
	const { _id: id, _rev: rev } = document;
	return { id, feed: feedOf(id), bucket: bucketOf(id), rev, document };
}

/**
 * Makes the held feeds those of `scope`: new ones begin empty, others are removed with everything
 * made from them. The outbox and the drafts stay. Says which feeds are new.
 */
export async function setScope(db: Database, scope: readonly Feed[]): Promise<Feed[]> {
	const held = new Set(await db.feeds.toCollection().primaryKeys());
	const wanted = new Set(scope);
	const added = [...wanted].filter((feed) => !held.has(feed));
	await db.feeds.bulkAdd(added.map((feed) => ({ feed, total: EMPTY_TOTAL })));
	for (const feed of held) if (!wanted.has(feed)) await removeFeed(db, feed);
	return added;
}

async function removeFeed(db: Database, feed: Feed): Promise<void> {
	await db.documents.where('feed').equals(feed).delete();
	await db.entries.where('id').startsWith(`${feed}:`).delete();
	await db.feeds.delete(feed);
}

/** Where first loads stand: `paged` are the feeds asked to go on, `resume` those with more to come. */
export async function setResume(
	db: Database,
	paged: readonly Feed[],
	resume: Readonly<Record<Feed, DocumentId>>
): Promise<void> {
	const rows = await db.feeds.bulkGet([...new Set([...paged, ...Object.keys(resume)])]);
	await db.feeds.bulkPut(
		rows
			.filter((row) => row !== undefined)
			.map(({ feed, total }) => {
				const below = resume[feed];
				return { feed, total, ...(below !== undefined && { resume: below }) };
			})
	);
}

/** Totals per bucket of one feed, to find where it differs. */
export async function bucketTotals(db: Database, feed: Feed): Promise<Record<string, Total>> {
	const totals: Record<string, Total> = {};
	await db.documents
		.where('feed')
		.equals(feed)
		.each(({ bucket, rev }) => {
			totals[bucket] = adjust(totals[bucket] ?? EMPTY_TOTAL, undefined, rev);
		});
	return totals;
}

/** Ids and revisions of some buckets of one feed; a bucket without documents is an empty one. */
export async function bucketRevisions(
	db: Database,
	feed: Feed,
	buckets: readonly string[]
): Promise<Record<string, Record<DocumentId, string>>> {
	const revisions: Record<string, Record<DocumentId, string>> = {};
	for (const bucket of buckets) revisions[bucket] = {};
	await db.documents
		.where('feed')
		.equals(feed)
		.each(({ id, bucket, rev }) => {
			const found = revisions[bucket];
			if (found) found[id] = rev;
		});
	return revisions;
}

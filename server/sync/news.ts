/**
 * What a device lacks, feed by feed, and the next question where that isn't known yet (design
 * section 6): equal totals → nothing; a remembered total → exactly what came since; an empty or
 * half-loaded feed → the next page; anything else → comparison by buckets.
 */
import { bucketOf, type DocumentId, type Feed, type WorkDocument } from '#lib/domain/document.ts';
import { adjust, EMPTY_TOTAL, sameTotal, type Total } from '#lib/domain/total.ts';
import { MAX_DOCUMENTS, type SyncRequest } from '#lib/protocol/sync.ts';
import { type Database, type Revision } from '#server/db/database.ts';
import { type Documents } from './documents.ts';
import { type Feeds } from './feeds.ts';

/** About how many characters of documents one answer carries before it is gzip'd. */
const MAX_ANSWER_CHARACTERS = 1_500_000;

export type NewsParts = {
	readonly database: Database;
	readonly documents: Documents;
	readonly feeds: Feeds;
};

export type News = {
	readonly documents: WorkDocument[];
	readonly drop: DocumentId[];
	readonly resume: Record<Feed, DocumentId>;
	readonly compare: Record<Feed, string[]>;
};

type Collecting = NewsParts & {
	readonly request: SyncRequest;
	readonly found: Map<DocumentId, WorkDocument>;
	readonly news: News;
	readonly limit: number;
};

/** `own` are the documents of this request's mutations: they come first, whatever else is found. */
export async function collectNews(
	parts: NewsParts,
	request: SyncRequest,
	{ scope, own }: { scope: readonly Feed[]; own: readonly WorkDocument[] }
): Promise<News> {
	const collecting: Collecting = {
		...parts,
		request,
		found: new Map(own.map((document) => [document._id, document])),
		news: { documents: [], drop: [], resume: {}, compare: {} },
		limit: request.limit ?? MAX_DOCUMENTS
	};
	const totals = await parts.feeds.totals(scope);
	const lacking = new Set<DocumentId>();
	const later: Feed[] = [];

	for (const feed of scope) {
		const held = request.held[feed] ?? EMPTY_TOTAL;
		if (sameTotal(held, totals.get(feed))) continue;
		const ids = parts.feeds.since(feed, held);
		if (ids && !request.resume?.[feed]) ids.forEach((id) => lacking.add(id));
		else later.push(feed);
	}
	await addDocuments(
		collecting,
		[...lacking].filter((id) => !collecting.found.has(id))
	);
	for (const feed of later) await askOrPage(collecting, feed);

	return { ...collecting.news, documents: [...collecting.found.values()] };
}

/** Adds documents by id as far as the answer has room; a feed that loses one is compared next. */
async function addDocuments(collecting: Collecting, ids: readonly DocumentId[]): Promise<void> {
	const room = Math.max(0, collecting.limit - collecting.found.size);
	const documents = await collecting.documents.read(ids.slice(0, room));
	for (const document of documents.values()) collecting.found.set(document._id, document);
	for (const id of ids.slice(room)) collecting.news.compare[id.slice(0, id.indexOf(':'))] = [];
}

async function askOrPage(collecting: Collecting, feed: Feed): Promise<void> {
	const { request, news } = collecting;
	const isEmpty = sameTotal(request.held[feed] ?? EMPTY_TOTAL, EMPTY_TOTAL);
	const revisions = request.revisions?.[feed];
	const buckets = request.buckets?.[feed];

	if (isEmpty || request.resume?.[feed]) await addPage(collecting, feed);
	else if (revisions) await addDifferences(collecting, feed, revisions);
	else if (buckets)
		news.compare[feed] = differing(await collecting.database.revisions(feed), buckets);
	else news.compare[feed] = [];
}

async function addPage(collecting: Collecting, feed: Feed): Promise<void> {
	const { request, found, news } = collecting;
	const before = request.resume?.[feed];
	// Always at least one, so that every request gets further.
	const room = Math.max(1, collecting.limit - found.size);
	const page = await collecting.database.page(feed, { limit: room, ...(before ? { before } : {}) });
	const cut = cutToSize(page);
	for (const document of cut) if (!found.has(document._id)) found.set(document._id, document);
	const last = cut.at(-1);
	if (last && (cut.length < page.length || page.length === room)) news.resume[feed] = last._id;
}

function cutToSize(page: readonly WorkDocument[]): WorkDocument[] {
	let characters = 0;
	const end = page.findIndex((document, index) => {
		characters += JSON.stringify(document).length;
		return index > 0 && characters > MAX_ANSWER_CHARACTERS;
	});
	return page.slice(0, end < 0 ? page.length : end);
}

/** Buckets whose totals differ between the server's revisions and the device's word. */
function differing(revisions: readonly Revision[], held: Record<string, Total>): string[] {
	const totals = new Map<string, Total>();
	for (const { id, rev } of revisions) {
		const bucket = bucketOf(id);
		totals.set(bucket, adjust(totals.get(bucket) ?? EMPTY_TOTAL, undefined, rev));
	}
	const names = new Set([...totals.keys(), ...Object.keys(held)]);
	return [...names].filter(
		(name) => !sameTotal(totals.get(name) ?? EMPTY_TOTAL, held[name] ?? EMPTY_TOTAL)
	);
}

async function addDifferences(
	collecting: Collecting,
	feed: Feed,
	held: Record<string, Record<DocumentId, string>>
): Promise<void> {
	const { found, news } = collecting;
	const revisions = await collecting.database.revisions(feed);
	const current = new Map(
		revisions.filter(({ id }) => bucketOf(id) in held).map(({ id, rev }) => [id, rev])
	);
	const device = new Map(Object.values(held).flatMap((bucket) => Object.entries(bucket)));
	const differ = [...current].filter(([id, rev]) => device.get(id) !== rev).map(([id]) => id);
	await addDocuments(
		collecting,
		differ.filter((id) => !found.has(id))
	);
	news.drop.push(
		...[...device.keys()].filter((id) => id.startsWith(`${feed}:`) && !current.has(id))
	);
}

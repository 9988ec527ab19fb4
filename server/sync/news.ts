/**
 * What a device lacks, feed by feed, and the next question where that isn't known yet (design
 * section 6): equal totals → nothing; a remembered total → exactly what came since; an empty or
 * half-loaded feed → the next page; anything else → comparison by buckets.
 */
import {
	bucketOf,
	type DocumentId,
	type Feed,
	feedOf,
	type WorkDocument
} from '#lib/domain/document.ts';
import { adjust, EMPTY_TOTAL, sameTotal, type Total } from '#lib/domain/total.ts';
import { MAX_DOCUMENTS, type SyncRequest } from '#lib/protocol/sync.ts';
import { type Database, type Revision } from '#server/db/database.ts';
import { type Documents } from './documents.ts';
import { type Feeds } from './feeds.ts';

/** What JSON adds to a text, and what a number or a word takes. */
const QUOTES = 3;
const OTHER_VALUE = 8;

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
	readonly room: Room;
};

/** What the answer can still carry; a document is begun while there is any, so that every answer gets further. */
type Room = { documents: number; characters: number };

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
		room: {
			documents: Math.max(0, (request.limit ?? MAX_DOCUMENTS) - own.length),
			characters: MAX_ANSWER_CHARACTERS
		}
	};
	const totals = await parts.feeds.totals(scope);
	const lacking = new Set<DocumentId>();
	const later: Feed[] = [];

	for (const feed of scope) {
		const held = request.held[feed] ?? EMPTY_TOTAL;
		if (sameTotal(held, totals.get(feed))) continue;
		const ids = isUnderWay(request, feed) ? undefined : parts.feeds.since(feed, held);
		if (ids) ids.forEach((id) => lacking.add(id));
		else later.push(feed);
	}
	await addDocuments(
		collecting,
		[...lacking].filter((id) => !collecting.found.has(id))
	);
	for (const feed of later) await askOrPage(collecting, feed);

	return { ...collecting.news, documents: [...collecting.found.values()] };
}

/** Whether the device continues a page or a comparison of this feed, which then runs to its end. */
function isUnderWay({ resume, buckets, revisions }: SyncRequest, feed: Feed): boolean {
	return [resume, buckets, revisions].some((asked) => asked?.[feed] !== undefined);
}

/** Adds documents by id; a feed of which one finds no room, or isn't there after all, is compared next. */
async function addDocuments(collecting: Collecting, ids: readonly DocumentId[]): Promise<void> {
	const { documents, news, room } = collecting;
	const read = await documents.read(ids.slice(0, room.documents));
	const missing = ids.filter((id) => !read.has(id));
	const left = take(collecting, [...read.values()]);
	for (const id of [...missing, ...left]) news.compare[feedOf(id)] = [];
}

/** Puts documents into the answer; returns the ids of those for which there was no room. */
function take({ found, room }: Collecting, documents: readonly WorkDocument[]): DocumentId[] {
	return documents.flatMap((document) => {
		if (found.has(document._id)) return [];
		if (room.documents < 1 || room.characters < 1) return [document._id];
		found.set(document._id, document);
		room.documents -= 1;
		room.characters -= charactersOf(document);
		return [];
	});
}

/** About how long `value` is as JSON. Making the JSON only to measure it would take several times as long. */
function charactersOf(value: unknown): number {
	if (typeof value === 'string') return value.length + QUOTES;
	if (typeof value !== 'object' || value === null) return OTHER_VALUE;
	const fields = value as Readonly<Record<string, unknown>>; // a list reads the same way
	let characters = QUOTES;
	for (const key of Object.keys(fields)) {
		characters += key.length + QUOTES + charactersOf(fields[key]);
	}
	return characters;
}

async function askOrPage(collecting: Collecting, feed: Feed): Promise<void> {
	const { request, news } = collecting;
	const isEmpty = sameTotal(request.held[feed] ?? EMPTY_TOTAL, EMPTY_TOTAL);
	const revisions = request.revisions?.[feed];
	const buckets = request.buckets?.[feed];

	if (isEmpty || request.resume?.[feed]) await addPage(collecting, feed);
	else if (revisions) await addDifferences(collecting, feed, revisions);
	else if (buckets) await askBuckets(collecting, feed, buckets);
	else news.compare[feed] = [];
}

async function addPage(collecting: Collecting, feed: Feed): Promise<void> {
	const { request, database, news, room } = collecting;
	const asked = request.resume?.[feed];
	const before = asked !== undefined && feedOf(asked) === feed ? asked : undefined;
	const limit = room.characters > 0 ? room.documents : 0;
	const page = limit > 0 ? await database.page(feed, { limit, ...(before && { before }) }) : [];
	const left = take(collecting, page);
	if (left.length === 0 && page.length < limit) return;
	const end = left.length > 0 ? page.findIndex(({ _id }) => _id === left[0]) : page.length;
	const last = page[end - 1]?._id ?? before;
	// Nothing was looked at yet: an empty comparison makes the device ask again.
	if (last === undefined) news.compare[feed] = [];
	else news.resume[feed] = last;
}

async function askBuckets(
	{ database, feeds, news }: Collecting,
	feed: Feed,
	held: Record<string, Total>
): Promise<void> {
	const names = differing(await database.revisions(feed), held);
	if (names.length > 0) news.compare[feed] = names;
	// Device and database agree, so it is this process's total that is wrong or old.
	else feeds.forget(feed);
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
	const { database, documents, found, news } = collecting;
	const current = new Map((await database.revisions(feed)).map(({ id, rev }) => [id, rev]));
	const device = new Map(Object.values(held).flatMap((bucket) => Object.entries(bucket)));
	const differ = [...current].filter(
		([id, rev]) => bucketOf(id) in held && device.get(id) !== rev && !found.has(id)
	);
	// Memory may be behind another writer; what was just read from the database is not.
	for (const [id, rev] of differ) if (documents.peek(id)?._rev !== rev) documents.forget(id);
	await addDocuments(
		collecting,
		differ.map(([id]) => id)
	);
	news.drop.push(...[...device.keys()].filter((id) => feedOf(id) === feed && !current.has(id)));
}

/**
 * What travels in `POST /api/sync`. Full description with examples: docs/protocol.md. Absent lists
 * mean empty ones, to keep the idle exchange small.
 */
import * as z from 'zod/mini';
import { DocumentId, Feed, WorkDocument } from '../domain/document.ts';
import { Nip } from '../domain/nip.ts';
import { Refusal } from '../domain/refusal.ts';
import { Total } from '../domain/total.ts';

/** Most mutations one request may carry; a device sends the rest in its next one. */
export const MAX_MUTATIONS = 100;
/** Most documents one answer carries. */
export const MAX_DOCUMENTS = 600;
const MAX_FEEDS = 2_000;

/** A document's revision, in buckets under comparison. */
const Revision = z.string().check(z.maxLength(60));
const Bucket = z.string().check(z.maxLength(60));

/** The server's word on when something counted, signed, so that it stands after a restore too. */
export const Receipt = z.object({
	judgedAt: z.int(),
	receivedAt: z.int(),
	proven: z.boolean(),
	signature: z.string().check(z.maxLength(64))
});
export type Receipt = z.infer<typeof Receipt>;

/**
 * A mutation as delivered. Only the id is needed to answer for it; everything else is judged one by
 * one, so that one unreadable mutation doesn't block the others (I6).
 */
export const Delivery = z.looseObject({
	id: z.string().check(z.minLength(1), z.maxLength(64)),
	/** Which of `contacts` the device held when the person acted; absent for none. */
	contact: z.optional(z.int().check(z.nonnegative())),
	receipt: z.optional(Receipt)
});
export type Delivery = z.infer<typeof Delivery>;

export const DeviceId = z.string().check(z.regex(/^[0-9a-z]{8,32}$/));

export const SyncRequest = z.object({
	protocol: z.int(),
	requestId: z.string().check(z.regex(/^[0-9a-z]{6,32}$/)),
	person: Nip,
	deviceId: DeviceId,
	/** Contact tokens: the newest first, then those the mutations were recorded under. */
	contacts: z.optional(z.array(z.string().check(z.maxLength(200))).check(z.maxLength(50))),
	/** What the device holds of each feed; feeds it holds nothing of are left out. */
	held: z.record(Feed, Total),
	/** {@link digestOfFeeds} of all feeds the device keeps, also the empty ones; absent before the first answer. */
	scope: z.optional(z.int().check(z.nonnegative())),
	mutations: z.optional(z.array(Delivery).check(z.maxLength(MAX_MUTATIONS))),
	/** For feeds being loaded page by page: continue below this id. */
	resume: z.optional(z.record(Feed, DocumentId)),
	buckets: z.optional(z.record(Feed, z.record(Bucket, Total))),
	revisions: z.optional(z.record(Feed, z.record(Bucket, z.record(DocumentId, Revision)))),
	/** Most documents wanted in the answer; a device on a bad line asks for fewer. */
	limit: z.optional(z.int().check(z.gte(1), z.lte(MAX_DOCUMENTS)))
});
export type SyncRequest = z.infer<typeof SyncRequest>;

export const MAX_HELD_FEEDS = MAX_FEEDS;

/**
 * One number for a set of feeds, in any order: the sum, modulo 2³², of a 32-bit hash of each name (FNV-1a over its
 * UTF-16 units, mixed once more so that names which differ alike don't cancel out).
 */
export function digestOfFeeds(feeds: Iterable<Feed>): number {
	let sum = 0;
	for (const feed of feeds) sum = (sum + hash(feed)) >>> 0;
	return sum;
}

function hash(text: string): number {
	let value = 0x811c9dc5;
	for (let index = 0; index < text.length; index += 1) {
		value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
	}
	value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
	value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
	return (value ^ (value >>> 16)) >>> 0;
}

/**
 * `applied`, `already-applied`: done, the document is in `documents` where its feed is in the person's scope.
 * `refused`: the rules say no.
 * `deferred`: not judged yet, keep it and send it again (a newer document, a document still missing
 * after a restore).
 */
export const Outcome = z.enum(['applied', 'already-applied', 'refused', 'deferred']);
export type Outcome = z.infer<typeof Outcome>;

/** What a newer server says of one mutation may be new to a client: that one waits, or can't be explained; the others count (I6). */
export const MutationResult = z.object({
	id: z.string(),
	outcome: z.catch(Outcome, 'deferred'),
	refusal: z.optional(z.catch(Refusal, { type: 'unexplained' })),
	receipt: z.optional(Receipt)
});
export type MutationResult = z.infer<typeof MutationResult>;

export const SyncResponse = z.object({
	protocol: z.int(),
	requestId: z.string(),
	serverTime: z.int(),
	contact: z.string(),
	results: z.optional(z.array(MutationResult)),
	documents: z.optional(z.array(WorkDocument)),
	/** Ids the server doesn't have, found by comparison. */
	drop: z.optional(z.array(DocumentId)),
	/** All feeds of the person's scope; sent when the device's digest tells of other ones. */
	scope: z.optional(z.array(Feed)),
	/** Feeds with more pages below the id. */
	resume: z.optional(z.record(Feed, DocumentId)),
	/** Feeds to compare: an empty list asks for `buckets`, otherwise for `revisions` of these buckets. */
	compare: z.optional(z.record(Feed, z.array(Bucket))),
	/** When to come back: after so many ms, plus a random part of so many. */
	nextSync: z.tuple([z.int(), z.int()])
});
export type SyncResponse = z.infer<typeof SyncResponse>;

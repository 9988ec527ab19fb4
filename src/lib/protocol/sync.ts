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
	held: z.record(Feed, Total),
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
 * `applied`, `already-applied`: done, the document is in `documents`. `refused`: the rules say no.
 * `deferred`: not judged yet, keep it and send it again (a newer document, a document still missing
 * after a restore).
 */
export const Outcome = z.enum(['applied', 'already-applied', 'refused', 'deferred']);
export type Outcome = z.infer<typeof Outcome>;

export const MutationResult = z.object({
	id: z.string(),
	outcome: Outcome,
	refusal: z.optional(Refusal),
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
	/** All feeds of the person's scope; sent when `held` names other ones. */
	scope: z.optional(z.array(Feed)),
	/** Feeds with more pages below the id. */
	resume: z.optional(z.record(Feed, DocumentId)),
	/** Feeds to compare: an empty list asks for `buckets`, otherwise for `revisions` of these buckets. */
	compare: z.optional(z.record(Feed, z.array(Bucket))),
	nextSync: z.object({ afterMs: z.int(), spreadMs: z.int() })
});
export type SyncResponse = z.infer<typeof SyncResponse>;

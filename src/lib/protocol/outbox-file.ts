/**
 * What has not been delivered, as a file a person carries to another device of his. The digest tells a
 * broken copy; it is no signature. Nothing in the file is believed by the server that it would not
 * believe from the device itself.
 */
import * as z from 'zod/mini';
import { Entry } from '../domain/entry.ts';
import { Judged } from '../domain/judged-time.ts';
import { Mutation } from '../domain/mutation.ts';
import { Nip } from '../domain/nip.ts';
import { Refusal } from '../domain/refusal.ts';
import { Receipt } from './sync.ts';

export const OUTBOX_FILE_VERSION = 1;
const APP = 'e-kinerja-outbox';
const MAX_ITEMS = 20_000;

/** One mutation with all that proves its time. */
const CarriedMutation = z.object({
	mutation: Mutation,
	judged: Judged,
	/** The contact token, with the device it was given to. */
	contact: z.optional(z.string().check(z.maxLength(200))),
	contactAt: z.optional(z.int()),
	receipt: z.optional(Receipt),
	snapshot: z.optional(Entry),
	refusal: z.optional(Refusal),
	refusedAt: z.optional(z.int())
});
export type CarriedMutation = z.infer<typeof CarriedMutation>;

/** As much of a file of any version as tells whether it is ours. */
export const AnyOutboxFile = z.looseObject({
	app: z.literal(APP),
	version: z.int().check(z.positive()),
	digest: z.string(),
	content: z.string()
});

/** What the digest is made over, as text. */
export const OutboxContent = z.object({
	person: Nip,
	exportedAt: z.int(),
	items: z.array(CarriedMutation).check(z.maxLength(MAX_ITEMS))
});
export type OutboxContent = z.infer<typeof OutboxContent>;

/** The text of a file. */
export async function writeOutboxFile(carried: OutboxContent): Promise<string> {
	const content = JSON.stringify(carried);
	const digest = await digestOf(content);
	return JSON.stringify({ app: APP, version: OUTBOX_FILE_VERSION, digest, content }, null, '\t');
}

/** Browsers compute digests only for pages that came by https, or from this machine. */
export const canDigest = (): boolean => globalThis.crypto?.subtle !== undefined;

/** SHA-256 in hex. Only where {@link canDigest}. */
export async function digestOf(content: string): Promise<string> {
	const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(content));
	return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

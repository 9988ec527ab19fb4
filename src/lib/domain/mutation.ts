/**
 * A person's intention: named, with a client-made id, about one document, made on one version of
 * it. The list of kinds is the list of everything a person can change. What a mutation does is in
 * apply.ts.
 */
import * as z from 'zod/mini';
import { DocumentId } from './document.ts';
import { EntryContent } from './entry-content.ts';

/** A ULID in lower case; the id of a mutation is the version of the document it makes. */
export const MutationId = z.string().check(z.regex(/^[0-9a-z]{26}$/));
export type MutationId = z.infer<typeof MutationId>;

/** Reasons are read by people; nothing may be only blanks. */
export const Reason = z.string().check(z.maxLength(1_000), z.regex(/\S/));

const intention = {
	id: MutationId,
	documentId: DocumentId,
	/** The version it was made on; null when the document didn't exist. */
	base: z.nullable(MutationId),
	/** Order on its device; grows, with gaps. */
	seq: z.int().check(z.nonnegative()),
	/** The device's clock, corrected by the offset measured at its last contact. */
	recordedAt: z.int().check(z.nonnegative()),
	clockJumped: z.optional(z.boolean())
};

const Kinds = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('entry.submit'), ...intention, content: EntryContent }),
	z.object({ kind: z.literal('entry.withdraw'), ...intention }),
	z.object({
		kind: z.literal('review.approve'),
		...intention,
		/** The reviewer confirms as on time what could not be proven or came late. */
		confirmsTime: z.optional(z.boolean())
	}),
	z.object({ kind: z.literal('review.return'), ...intention, reason: Reason }),
	z.object({ kind: z.literal('review.reject'), ...intention, reason: Reason }),
	z.object({ kind: z.literal('review.undo'), ...intention })
]);

/** Half an emoji is no text: CouchDB refuses the whole batch it stands in, with everybody else's work. */
const HALF_A_CHARACTER = /\p{Surrogate}/u;

function isWholeText(value: unknown): boolean {
	if (typeof value === 'string') return !HALF_A_CHARACTER.test(value);
	if (typeof value !== 'object' || value === null) return true;
	return Object.keys(value).every(isWholeText) && Object.values(value).every(isWholeText);
}

export const Mutation = Kinds.check(z.refine(isWholeText));
export type Mutation = z.infer<typeof Mutation>;
export type MutationKind = Mutation['kind'];

export const MUTATION_KINDS: readonly MutationKind[] = [
	'entry.submit',
	'entry.withdraw',
	'review.approve',
	'review.return',
	'review.reject',
	'review.undo'
];

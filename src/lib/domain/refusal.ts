/**
 * Why the rules say no. Each variant carries what a screen needs to explain who, why and what now;
 * the sentences are in ui/messages.
 */
import * as z from 'zod/mini';
import { Day } from './day.ts';
import { EntryStatus } from './entry.ts';

const ContentRefusal = z.object({
	type: z.literal('content-refused'),
	broken: z.readonly(z.array(z.object({ field: z.string(), rule: z.string() })))
});

export const Refusal = z.discriminatedUnion('type', [
	/** The actor may not do this to this document on these dates; or only who decided may take it back. */
	z.object({ type: z.literal('not-allowed'), byName: z.optional(z.string()) }),
	/** Somebody moved the document since the version this was made on. */
	z.object({
		type: z.literal('version-moved'),
		by: z.string(),
		byName: z.string(),
		kind: z.string(),
		at: z.int(),
		status: EntryStatus
	}),
	/** No such step from this status; who brought it there and when, where there was a step before. */
	z.object({
		type: z.literal('step-refused'),
		step: z.string(),
		status: z.string(),
		byName: z.optional(z.string()),
		at: z.optional(z.int())
	}),
	z.object({ type: z.literal('window-closed'), date: Day, closedAt: z.int() }),
	z.object({ type: z.literal('in-future'), endsAt: z.int() }),
	ContentRefusal,
	/** The server doesn't have the document this is about. */
	z.object({ type: z.literal('document-missing') }),
	/** Not a mutation this server can read: its kind, or the paths that are wrong. */
	z.object({ type: z.literal('malformed'), paths: z.array(z.string()) }),
	/** A newer server said why, in words this program doesn't know. A client's own note, never sent. */
	z.object({ type: z.literal('unexplained') })
]);
export type Refusal = z.infer<typeof Refusal>;
export type RefusalType = Refusal['type'];

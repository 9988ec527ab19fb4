/**
 * A work entry and the steps it may take:
 *
 *      (new) ──submit──▶ submitted ──approve──▶ approved ──undo──▶ submitted
 *                        ▲ │  │  └───reject───▶ rejected ──undo──▶ submitted
 *             submit/undo│ │  └───withdraw────▶ withdrawn
 *                        │ └──return──▶ returned ──withdraw──▶ withdrawn
 *                        └─────────────────┘
 *
 * A document carries its own history; status and content are what the effective items add up to.
 * `expired` and `autoApproved` are never stored, see derived-status.ts.
 */
import * as z from 'zod/mini';
import { parseEntryId, WorkDocument } from './document.ts';
import { EntryContent } from './entry-content.ts';
import { type MutationId, type MutationKind } from './mutation.ts';

export const EntryStatus = z.enum(['submitted', 'returned', 'approved', 'rejected', 'withdrawn']);
export type EntryStatus = z.infer<typeof EntryStatus>;

export type Step = 'submit' | 'withdraw' | 'approve' | 'return' | 'reject' | 'undo';

export const STEP_OF: Record<MutationKind, Step> = {
	'entry.submit': 'submit',
	'entry.withdraw': 'withdraw',
	'review.approve': 'approve',
	'review.return': 'return',
	'review.reject': 'reject',
	'review.undo': 'undo'
};

/** Every status × every step, so adding either fails to compile until each pair is decided. */
const NEXT: Record<EntryStatus | 'new', Record<Step, EntryStatus | null>> = {
	new: {
		submit: 'submitted',
		withdraw: null,
		approve: null,
		return: null,
		reject: null,
		undo: null
	},
	submitted: {
		submit: 'submitted',
		withdraw: 'withdrawn',
		approve: 'approved',
		return: 'returned',
		reject: 'rejected',
		undo: null
	},
	returned: {
		submit: 'submitted',
		withdraw: 'withdrawn',
		approve: null,
		return: null,
		reject: null,
		undo: 'submitted'
	},
	approved: {
		submit: null,
		withdraw: null,
		approve: null,
		return: null,
		reject: null,
		undo: 'submitted'
	},
	rejected: {
		submit: null,
		withdraw: null,
		approve: null,
		return: null,
		reject: null,
		undo: 'submitted'
	},
	withdrawn: {
		submit: null,
		withdraw: null,
		approve: null,
		return: null,
		reject: null,
		undo: null
	}
};

/** Where a step leads, or null when it isn't to be taken from there. */
export const nextStatus = (status: EntryStatus | 'new', step: Step): EntryStatus | null =>
	NEXT[status][step];

/**
 * How a submission stands to its deadline: in time; after a return, too late; or not provable.
 * The last two count when the reviewer confirms them.
 */
export const Timing = z.enum(['on-time', 'late', 'unproven']);
export type Timing = z.infer<typeof Timing>;

/**
 * One mutation that changed this document. Kinds a later program knows are kept as they are, so
 * `kind` is any text here.
 */
export const HistoryItem = z.looseObject({
	id: z.string(),
	/** Highest `n` the writer knew, plus one. Order is (n, id). */
	n: z.int().check(z.positive()),
	kind: z.string(),
	by: z.string(),
	byName: z.string(),
	/** Set when the reviewer acted as Plt or Plh. */
	as: z.optional(z.enum(['ACTING', 'DAILY_ACTING'])),
	base: z.nullable(z.string()),
	recordedAt: z.int(),
	judgedAt: z.int(),
	/** When the server received it; null while only this device knows it. */
	receivedAt: z.nullable(z.int()),
	/** The time could not be proven and was taken from the receipt. */
	unproven: z.optional(z.boolean()),
	timing: z.optional(Timing),
	content: z.optional(EntryContent),
	reason: z.optional(z.string()),
	confirmsTime: z.optional(z.boolean()),
	/** Lost against another branch of the document; shown to its actor. */
	overruled: z.optional(z.boolean())
});
export type HistoryItem = z.infer<typeof HistoryItem>;

export const Entry = z.extend(WorkDocument, {
	_rev: z.optional(z.string()),
	status: EntryStatus,
	content: EntryContent,
	/** Id of the mutation that made the current version. */
	version: z.string(),
	history: z.array(HistoryItem).check(z.minLength(1))
});
export type Entry = z.infer<typeof Entry>;

export const hasMutation = (entry: Entry | undefined, id: MutationId): boolean =>
	entry?.history.some((item) => item.id === id) ?? false;

/** The history item that made the current version. */
export function currentItem(entry: Entry): HistoryItem {
	const item = entry.history.find(({ id }) => id === entry.version);
	if (!item) throw new Error('an entry must contain the item that made its version');
	return item;
}

/** The submission whose content stands. */
export function lastSubmission(entry: Entry): HistoryItem {
	const item = entry.history.findLast(
		({ kind, overruled }) => kind === 'entry.submit' && !overruled
	);
	if (!item) throw new Error('an entry must begin with a submission');
	return item;
}

/** Whether what stands waits for a reviewer's word that it was in time; an approval taken back is none. */
export function needsTimeConfirmation(entry: Entry): boolean {
	const { timing } = lastSubmission(entry);
	if (timing === 'on-time' || timing === undefined) return false;
	return !currentItem(entry).confirmsTime;
}

/** Owner and date, from the id alone. */
export function keyOf(entry: Pick<Entry, '_id'>): { nip: string; date: string } {
	const key = parseEntryId(entry._id);
	if (!key) throw new Error('an entry must have an entry id');
	return key;
}

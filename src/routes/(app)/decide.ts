/** A reviewer's decisions on the versions he was shown, all in one transaction, and taking them back. */
import { type Intention, type MutateRefused } from '#lib/db/mutate.ts';
import { type Entry, needsTimeConfirmation } from '#lib/domain/entry.ts';
import { type Session } from '#lib/state/session.svelte.ts';

export type Decision =
	| { readonly kind: 'review.approve'; readonly confirmsTime: boolean }
	| { readonly kind: 'review.return' | 'review.reject'; readonly reason: string };

export type Decided = {
	/** As they are now. */
	readonly done: readonly Entry[];
	readonly refused: readonly MutateRefused[];
};

/** The one thing decisions need of a session. */
export type Decider = Pick<Session, 'mutateMany'>;

/** `entries` as they were shown: whichever was changed since then is refused, not decided unseen. */
export function decide(
	session: Decider,
	entries: readonly Entry[],
	decision: Decision
): Promise<Decided> {
	return takeAll(
		session,
		entries.map((entry) => intentionOf(entry, decision))
	);
}

/** `entries` as the decisions left them. */
export function undo(session: Decider, entries: readonly Entry[]): Promise<Decided> {
	return takeAll(
		session,
		entries.map(({ _id: documentId, version: base }) => ({ kind: 'review.undo', documentId, base }))
	);
}

function intentionOf(entry: Entry, decision: Decision): Intention {
	const target = { documentId: entry._id, base: entry.version };
	if (decision.kind !== 'review.approve') return { ...decision, ...target };
	const { kind } = decision;
	const confirmsTime = decision.confirmsTime && needsTimeConfirmation(entry);
	return { kind, ...target, ...(confirmsTime && { confirmsTime }) };
}

async function takeAll(session: Decider, intentions: readonly Intention[]): Promise<Decided> {
	const results = await session.mutateMany(intentions);
	if (!results.ok) return { done: [], refused: intentions.map(() => results.error) };
	return {
		done: results.value.flatMap((result) => (result.ok ? [result.value] : [])),
		refused: results.value.flatMap((result) => (result.ok ? [] : [result.error]))
	};
}

/** A reviewer's decisions, one by one on the versions he was shown, and taking them back. */
import { type MutateRefused } from '#lib/db/mutate.ts';
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

/** `entries` as they were shown: whichever was changed since then is refused, not decided unseen. */
export function decide(
	session: Session,
	entries: readonly Entry[],
	decision: Decision
): Promise<Decided> {
	return each(entries, (entry) => {
		const target = { documentId: entry._id, base: entry.version };
		if (decision.kind !== 'review.approve') return session.mutate({ ...decision, ...target });
		const { kind } = decision;
		const confirmsTime = decision.confirmsTime && needsTimeConfirmation(entry);
		return session.mutate({ kind, ...target, ...(confirmsTime && { confirmsTime }) });
	});
}

/** `entries` as the decisions left them. */
export function undo(session: Session, entries: readonly Entry[]): Promise<Decided> {
	return each(entries, ({ _id: documentId, version: base }) =>
		session.mutate({ kind: 'review.undo', documentId, base })
	);
}

async function each(
	entries: readonly Entry[],
	change: (entry: Entry) => ReturnType<Session['mutate']>
): Promise<Decided> {
	const done: Entry[] = [];
	const refused: MutateRefused[] = [];
	for (const entry of entries) {
		const changed = await change(entry);
		if (changed.ok) done.push(changed.value);
		else refused.push(changed.error);
	}
	return { done, refused };
}

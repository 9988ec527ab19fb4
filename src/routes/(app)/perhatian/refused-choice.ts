/** What a person may do with a change the server refused, and what it looks like beside the server's. */
import { type OutboxRow } from '#lib/db/database.ts';
import { type Entry } from '#lib/domain/entry.ts';
import { type Facts } from '#lib/domain/facts.ts';
import { type Difference, differences } from '#lib/ui/content-words.ts';
import { messages } from '#lib/ui/messages/messages.ts';
import { possibleKinds } from '../possible.ts';

export type RefusedChoice = {
	/** Make the same change again, on what stands now. */
	readonly mayRepeat: boolean;
	/** Bring the content back into the form. */
	readonly mayReuse: boolean;
	/** Letting go removes the only copy of what was written. */
	readonly isOnlyCopy: boolean;
};

type Refused = Pick<OutboxRow, 'mutation' | 'refusal' | 'snapshot'>;

type Standing = {
	/** As it stands: the server's last word and what waits. */
	readonly entry: Entry | undefined;
	readonly facts: Facts;
	/** No later change of the same entry was refused with it. */
	readonly isNewest: boolean;
};

export function choiceOf(
	{ mutation, refusal }: Refused,
	{ entry, facts, isNewest }: Standing
): RefusedChoice {
	const hasContent = mutation.kind === 'entry.submit';
	const mayRepeat = entry
		? possibleKinds(entry, facts).has(mutation.kind)
		: hasContent && facts.isOwner;
	const isAboutContent = refusal?.type === 'content-refused' || refusal?.type === 'window-closed';
	return {
		mayRepeat: mayRepeat && !isAboutContent,
		mayReuse: hasContent && isNewest && facts.isOwner && (isAboutContent || !entry || !mayRepeat),
		isOnlyCopy: hasContent && entry === undefined
	};
}

/** The server's content against mine; for a decision, what I had seen against what stands. */
export function comparisonOf(
	{ mutation, snapshot }: Refused,
	entry: Entry
): { readonly lines: Difference[]; readonly before: string; readonly after: string } {
	const text = messages.attention;
	if (mutation.kind === 'entry.submit') {
		const lines = differences(mutation.content, entry.content);
		return { lines, before: text.mine, after: text.theirs };
	}
	const lines = snapshot ? differences(snapshot.content, entry.content) : [];
	return { lines, before: text.seen, after: text.theirs };
}

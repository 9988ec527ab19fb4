/** What the person could do with an entry now. The rule itself is asked, so a button never lies. */
import { apply } from '#lib/domain/apply.ts';
import { type Entry } from '#lib/domain/entry.ts';
import { type Facts } from '#lib/domain/facts.ts';
import { type Mutation, MUTATION_KINDS, type MutationKind } from '#lib/domain/mutation.ts';

const NO_ID = '0'.repeat(26);

export function possibleKinds(entry: Entry, facts: Facts): ReadonlySet<MutationKind> {
	return new Set(MUTATION_KINDS.filter((kind) => isPossible(kind, entry, facts)));
}

/** The same of one kind alone, where there are many entries. */
export const isPossible = (kind: MutationKind, entry: Entry, facts: Facts): boolean =>
	apply(entry, attempt(kind, entry, facts), facts).ok;

function attempt(kind: MutationKind, entry: Entry, { judged }: Facts): Mutation {
	const { _id: documentId, version: base, content } = entry;
	const common = { id: NO_ID, documentId, base, seq: 0, recordedAt: judged.at };
	switch (kind) {
		case 'entry.submit':
			return { kind, ...common, content };
		case 'review.return':
		case 'review.reject':
			return { kind, ...common, reason: '-' };
		case 'entry.withdraw':
		case 'review.approve':
		case 'review.undo':
			return { kind, ...common };
	}
}

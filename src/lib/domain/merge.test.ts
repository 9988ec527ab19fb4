import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aContent, aMutation, anEntry, BUDI, SITI, someFacts } from '#tests/support/factories.ts';
import { apply } from './apply.ts';
import { type Entry } from './entry.ts';
import { isMergeOf, mergeEntries } from './merge.ts';
import { MUTATION_KINDS } from './mutation.ts';

/** A branch: `entry` and whatever of these steps the rules let happen. */
function grow(entry: Entry, kinds: readonly (typeof MUTATION_KINDS)[number][]): Entry {
	let branch = entry;
	for (const kind of kinds) {
		const actor = kind.startsWith('entry.') ? SITI : BUDI;
		const content = aContent({ note: kind });
		const mutation = aMutation(kind, {
			documentId: entry._id,
			base: branch.version,
			...(kind === 'entry.submit' && { content })
		});
		const next = apply(branch, mutation, someFacts({}, { actor }));
		if (next.ok) branch = next.value;
	}
	return branch;
}

const steps = fc.array(fc.constantFrom(...MUTATION_KINDS), { maxLength: 5 });

test('I14: merging loses no item, does not depend on the order, and converges', () => {
	fc.assert(
		fc.property(steps, steps, steps, steps, (common, ...own) => {
			const trunk = grow(anEntry(), common);
			const [a, b, c] = own.map((kinds) => grow(trunk, kinds)) as [Entry, Entry, Entry]; // three in, three out
			const all = mergeEntries([a, b, c]);
			const ids = new Set([a, b, c].flatMap(({ history }) => history.map(({ id }) => id)));
			expect(new Set(all.history.map(({ id }) => id))).toEqual(ids);
			for (const other of [
				mergeEntries([c, a, b]),
				mergeEntries([mergeEntries([a, b]), c]),
				mergeEntries([a, mergeEntries([c, b])]),
				mergeEntries([all, b])
			]) {
				expect(isMergeOf(other, all)).toBe(true);
				expect(other.content).toEqual(all.content);
			}
		})
	);
});

test('I13: an approval of what was edited on the other side does not approve the edit', () => {
	const entry = anEntry();
	const merged = mergeEntries([grow(entry, ['entry.submit']), grow(entry, ['review.approve'])]);
	const effective = merged.history.filter(({ overruled }) => !overruled);
	expect(effective).toHaveLength(2);
	expect(merged.history).toHaveLength(3);
});

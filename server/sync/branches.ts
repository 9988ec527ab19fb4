/**
 * Heals entries that have two branches (I14): after a cluster split or a replication the database
 * keeps both and picks a winner by hash. The winner is rewritten only when it lacks an item, then the
 * losing leaves are removed, so that two databases that replicate come to rest.
 */
import { isNewer, kindOf } from '#lib/domain/document.ts';
import { Entry } from '#lib/domain/entry.ts';
import { isMergeOf, mergeEntries } from '#lib/domain/merge.ts';
import { type Database } from '#server/db/database.ts';

/**
 * Merges the branches of one document. Safe to repeat and to run in several processes: a race ends
 * in a conflict, and the change that won it comes round again. Returns whether it did anything.
 * Kinds other than entries keep the database's winner.
 */
export async function healBranches(database: Database, id: string): Promise<boolean> {
	const branches = await database.branches(id);
	const [winner, ...losers] = branches;
	if (!winner || losers.length === 0) return false;
	// A newer program's branch is its to merge: here it would lose what this program doesn't know.
	if (branches.some(isNewer)) return false;

	if (kindOf(id) === 'entry') {
		const entries = branches.map((branch) => Entry.safeParse(branch));
		// A branch that can't be read may hold items that would be lost: it is repaired by a person.
		if (!entries.every((entry) => entry.success)) return false;
		const [first, ...rest] = entries.map((entry) => entry.data); // every() checked
		if (!first) return false;
		const merged = mergeEntries([first, ...rest]);
		if (!isMergeOf(first, merged)) {
			const [outcome] = await database.write([merged]);
			if (!outcome?.ok) return false;
		}
	}
	await database.removeBranches(
		id,
		losers.map(({ _rev }) => _rev)
	);
	return true;
}

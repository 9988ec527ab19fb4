/**
 * Many wishes at one tap, in one transaction: a battery that ends in the middle leaves none of them
 * half done, and screens look once. Each is judged by its own document alone (I5), so one refused wish
 * keeps no other back; a failing storage takes them all back. All bear the moment of the tap: that is how
 * they are found again as one.
 */
import { type Entry } from '../domain/entry.ts';
import { type Result } from '../domain/result.ts';
import { type Refusal } from '../domain/refusal.ts';
import { type Database } from './database.ts';
import { type Intention, type Person, record, tablesToRecord } from './mutate.ts';
import { type StorageFailure, storing } from './storage-failure.ts';

/** One result for each intention, in their order. */
export type MutatedMany = Result<Result<Entry, Refusal>[], StorageFailure>;

/** Records what a person wants of many entries. Says of each what it is now, or why not. */
export async function mutateMany(
	db: Database,
	person: Person,
	intentions: readonly Intention[]
): Promise<MutatedMany> {
	// Made before the transaction, so that a repeated one recognises what the first had written.
	const wishes = intentions.map((intention) => ({ id: person.tools.newId(), intention }));
	const at = person.tools.now();
	const tapping = { ...person, tools: { ...person.tools, now: () => at } };
	return storing(db, () =>
		db.transaction('rw', tablesToRecord(db), async () => {
			const results: Result<Entry, Refusal>[] = [];
			for (const wish of wishes) results.push(await record(db, tapping, wish));
			return results;
		})
	);
}

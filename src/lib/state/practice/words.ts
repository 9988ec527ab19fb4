/** What the invented supervisor says. The screens know the reader's language and leave his words here. */
import { type Database } from '#lib/db/database.ts';
import { storing } from '#lib/db/storage-failure.ts';

const KEY = 'practiceReason';

export async function keepReturnReason(db: Database, reason: string): Promise<void> {
	await storing(db, () => db.meta.put({ key: KEY, value: reason }));
}

export async function returnReason(db: Database): Promise<string> {
	const { value } = (await db.meta.get(KEY)) ?? {};
	return typeof value === 'string' ? value : '…';
}

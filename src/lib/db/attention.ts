/** How much waits for the person: in the navigation, and on the app's icon, also while the app is closed. */
import { type Nip } from '../domain/nip.ts';
import { type Database } from './database.ts';
import { returnedOf } from './entries.ts';
import { refusedRows } from './outbox.ts';

export async function attentionCount(db: Database, nip: Nip): Promise<number> {
	const [returned, refused] = await Promise.all([returnedOf(db, nip), refusedRows(db)]);
	const refusedIds = new Set(refused.map(({ documentId }) => documentId));
	return refused.length + returned.filter(({ id }) => !refusedIds.has(id)).length;
}

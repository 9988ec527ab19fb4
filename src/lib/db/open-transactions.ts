/**
 * The transactions this page has open. A page that is left may be kept by the browser to go back to, and
 * stands still as it was; WebKit then goes on holding what its transactions had opened, and no later
 * page could write. So they are given up: nobody was told of them yet, and what is typed is a draft.
 */
import { type DBCoreTransaction, type Dexie } from 'dexie';

const open = new Set<DBCoreTransaction>();

export function followTransactions(db: Dexie): void {
	db.use({
		stack: 'dbcore',
		name: 'open-transactions',
		create: (core) => ({
			...core,
			transaction(...args) {
				const transaction = core.transaction(...args);
				const ended = () => void open.delete(transaction);
				const events = transaction as IDBTransaction; // what Dexie's lowest layer gives
				events.addEventListener('complete', ended);
				events.addEventListener('abort', ended);
				open.add(transaction);
				return transaction;
			}
		})
	});
}

/** How many there were. */
export function giveUpTransactions(): number {
	const given = [...open];
	open.clear();
	for (const transaction of given) {
		try {
			transaction.abort();
		} catch {
			// It was ending by itself.
		}
	}
	return given.length;
}

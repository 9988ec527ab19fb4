/** The same database, telling each request before it is made; for metrics and for tests of cost (I11). */
import { type Database } from './database.ts';

export type Operation = Exclude<keyof Database, 'close' | 'changes'>;

export function counted(database: Database, count: (operation: Operation) => void): Database {
	const telling =
		<A extends unknown[], R>(operation: Operation, work: (...args: A) => R) =>
		(...args: A): R => {
			count(operation);
			return work(...args);
		};
	return {
		read: telling('read', (ids: readonly string[]) => database.read(ids)),
		branches: telling('branches', (id: string) => database.branches(id)),
		forked: telling('forked', () => database.forked()),
		write: telling('write', (documents: Parameters<Database['write']>[0]) =>
			database.write(documents)
		),
		removeBranches: telling('removeBranches', (id: string, revs: readonly string[]) =>
			database.removeBranches(id, revs)
		),
		page: telling('page', (...args: Parameters<Database['page']>) => database.page(...args)),
		revisions: telling('revisions', (feed: string) => database.revisions(feed)),
		withPrefix: telling('withPrefix', (prefix: string) => database.withPrefix(prefix)),
		totals: telling('totals', (feeds?: readonly string[]) => database.totals(feeds)),
		ping: telling('ping', () => database.ping()),
		changes: (listener, onGap) => database.changes(listener, onGap),
		close: () => database.close()
	};
}

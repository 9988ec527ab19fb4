/** Queries that are asked again whenever what they read changes, in this tab or another. */
// eslint-disable-next-line no-restricted-imports -- here it is made to miss nothing
import { liveQuery, type Observable } from 'dexie';

/**
 * As Dexie's `liveQuery`, for every query: Dexie follows what is read behind an `await` only where the
 * function it is given is itself written as `async`, and most queries are not.
 */
export const watch = <T>(query: () => Promise<T>): Observable<T> =>
	liveQuery(async () => await query());

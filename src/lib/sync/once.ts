/** One sync of one person under the lock, as the engine of a page and the service worker run it. */
import { type Database } from '../db/database.ts';
import { type Result } from '../domain/result.ts';
import { type CycleFailure, type CycleParts, type CycleReport, runCycle } from './cycle.ts';
import { type WithLock } from './lock.ts';

export function syncOnce(
	db: Database,
	parts: CycleParts & { readonly signal: AbortSignal },
	withLock: WithLock
): Promise<Result<CycleReport, CycleFailure>> {
	return withLock(() => runCycle(db, parts), parts.signal);
}

/** One sync at a time per person on this device, across tabs and workers (I10). */
import { type Nip } from '../domain/nip.ts';

export type WithLock = <T>(run: () => Promise<T>, signal: AbortSignal) => Promise<T>;

/** The part of Web Locks that is used. */
interface Locks {
	request<T>(name: string, options: { signal: AbortSignal }, run: () => Promise<T>): Promise<T>;
}

/** Without Web Locks (old Safari) two tabs may sync at once, which costs a request and harms nothing (I3). */
export function createSyncLock(nip: Nip, locks: Locks | undefined): WithLock {
	return (run, signal) => (locks ? locks.request(`ekinerja-sync-${nip}`, { signal }, run) : run());
}

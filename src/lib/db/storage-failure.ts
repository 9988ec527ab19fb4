/**
 * What can go wrong with the device's own storage, as values a screen can explain, and the one retry
 * that helps: iOS drops the connection to IndexedDB of a tab that was in the background, and every
 * access fails until the database is opened again.
 */
import { type Dexie } from 'dexie';
import { err, ok, type Result } from '../domain/result.ts';

export type StorageFailure =
	{ readonly type: 'storage-full' } | { readonly type: 'storage-failed'; readonly detail: string };

/**
 * Runs `work`, which must be safe to run twice, and tells a storage failure as a value. Anything else
 * it throws is a bug and is thrown on.
 */
export async function storing<T>(
	db: Dexie,
	work: () => PromiseLike<T>
): Promise<Result<T, StorageFailure>> {
	try {
		return ok(await withReopening(db, work));
	} catch (error) {
		const failure = storageFailureOf(error);
		if (!failure) throw error;
		return err(failure);
	}
}

async function withReopening<T>(db: Dexie, work: () => PromiseLike<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (!namesOf(error).some((name) => LOST_CONNECTION.has(name)) || isClosedForGood(db))
			throw error;
		db.close({ disableAutoOpen: false });
		await db.open();
		return await work();
	}
}

const LOST_CONNECTION: ReadonlySet<string> = new Set(['DatabaseClosedError', 'UnknownError']);

const closedForGood = new WeakSet<Dexie>();

/** Closes so that nothing opens it again: another tab needs a newer version, or the person left. */
export function closeForGood(db: Dexie): void {
	closedForGood.add(db);
	db.close();
}

const isClosedForGood = (db: Dexie): boolean => closedForGood.has(db);

const STORAGE_ERRORS: ReadonlySet<string> = new Set([
	'AbortError',
	'BulkError',
	'DatabaseClosedError',
	'InvalidStateError',
	'MissingAPIError',
	'ModifyError',
	'OpenFailedError',
	'TimeoutError',
	'TransactionInactiveError',
	'UnknownError',
	'VersionError'
]);

export function storageFailureOf(error: unknown): StorageFailure | undefined {
	const names = namesOf(error);
	if (names.includes('QuotaExceededError')) return { type: 'storage-full' };
	const known = names.find((name) => STORAGE_ERRORS.has(name));
	return known === undefined ? undefined : { type: 'storage-failed', detail: known };
}

/** Names of an error and of those it wraps: Dexie hides the browser's reason in `inner` or `failures`. */
function namesOf(error: unknown): string[] {
	if (typeof error !== 'object' || error === null) return [];
	const { name, inner, failures } = error as {
		name?: unknown;
		inner?: unknown;
		failures?: unknown;
	};
	const wrapped = Array.isArray(failures) ? [inner, ...(failures as unknown[])] : [inner];
	return [...(typeof name === 'string' ? [name] : []), ...wrapped.flatMap(namesOf)];
}

// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- whoever imports this from outside server/ needs it too
/// <reference path="./untyped-packages.d.ts" />
/**
 * LevelDB whose every write is on the disk before it is acknowledged. PouchDB's adapter never asks
 * for that, so what it acknowledged survives a crash of the process but not a power cut; this
 * forces `sync` at the only points through which writes reach LevelDB.
 */
import leveldown, { type LevelStore } from 'leveldown';

const SYNC = { sync: true };

/** Makes every kind of write to `store` synchronous. */
export function syncWrites(store: LevelStore): LevelStore {
	const put = store._put.bind(store);
	const del = store._del.bind(store);
	const batch = store._batch.bind(store);
	const chainedBatch = store._chainedBatch.bind(store);

	store._put = (key, value, options, callback) =>
		put(key, value, { ...options, ...SYNC }, callback);
	store._del = (key, options, callback) => del(key, { ...options, ...SYNC }, callback);
	store._batch = (operations, options, callback) =>
		batch(operations, { ...options, ...SYNC }, callback);
	store._chainedBatch = () => {
		const chain = chainedBatch();
		const write = chain._write.bind(chain);
		chain._write = (options, callback) => write({ ...options, ...SYNC }, callback);
		return chain;
	};
	return store;
}

let opened = 0;

/**
 * The `db` option for one PouchDB. PouchDB shares an open store between all databases whose `db`
 * function has the same name and path; a name of its own lets LevelDB's lock refuse the second.
 */
export function syncedLeveldown(): (location: string) => LevelStore {
	const open = (location: string) => syncWrites(leveldown(location));
	opened += 1;
	return Object.defineProperty(open, 'name', { value: `syncedLeveldown${opened}` });
}

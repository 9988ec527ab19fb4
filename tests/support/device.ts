/**
 * A whole device without a browser: its own IndexedDB, the real database, mutate() and sync. Many can
 * live in one process. Killing a tab is `restart`: what was committed is all that is left.
 */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { Database } from '#lib/db/database.ts';
import { storeDocuments } from '#lib/db/feeds.ts';
import { rememberContact } from '#lib/db/meta.ts';
import { type Intention, mutate, type MutateOptions } from '#lib/db/mutate.ts';
import { type WorkDocument } from '#lib/domain/document.ts';
import { newUlid } from '#lib/domain/ulid.ts';
import { type CycleParts, runCycle } from '#lib/sync/cycle.ts';

export type DeviceParts = {
	readonly nip: string;
	readonly deviceId: string;
	readonly transport: CycleParts['transport'];
	/** The device's own clock, right or wrong. */
	readonly clock: { now(): number };
	readonly random: () => number;
};

export type Device = ReturnType<typeof createDevice>;

export function createDevice({ nip, deviceId, transport, clock, random }: DeviceParts) {
	const options = { indexedDB: new IDBFactory(), IDBKeyRange };
	const tools = {
		now: () => clock.now(),
		random,
		newId: () => newUlid(clock.now(), random)
	};
	let db = new Database(nip, options);

	return {
		nip,
		deviceId,
		tools,
		get db() {
			return db;
		},
		mutate: (intention: Intention, more: MutateOptions = {}) =>
			mutate(db, { tools, actor: nip }, { intention, ...more }),
		sync: (signal?: AbortSignal) =>
			runCycle(db, { transport, tools, person: nip, deviceId, ...(signal && { signal }) }),
		/** A signed word of the server on its time, as a sign-in brings it. */
		meet: (token: string, serverTime: number) =>
			rememberContact(db, { token, serverTime, deviceNow: clock.now() }),
		/** Puts documents there as if an answer had brought them. */
		hold: (...documents: WorkDocument[]) =>
			db.transaction('rw', db.documents, db.feeds, async () => storeDocuments(db, documents)),
		/** The tab is killed and opened again over the same storage. */
		restart() {
			db.close();
			db = new Database(nip, options);
		},
		close: () => db.close()
	};
}

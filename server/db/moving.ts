/**
 * Moves a database by PouchDB's replication, which keeps every revision as it is: devices go on comparing
 * totals of revisions as if nothing had happened. Where it was interrupted it goes on, because it writes
 * its place down on both sides after each batch.
 */
import httpAdapter from 'pouchdb-adapter-http';
import PouchDB from 'pouchdb-core';
import replication from 'pouchdb-replication';
import * as z from 'zod/mini';
import { CouchConnection } from './couch-connection.ts';
import { prepareDatabase } from './couch-setup.ts';
import { DatabaseUnavailable } from './database.ts';
import { isMissing } from './embedded.ts';
import { pagesOfLeaves } from './leaves.ts';

PouchDB.plugin(httpAdapter);
PouchDB.plugin(replication);

const REQUEST_TIMEOUT_MS = 60_000;
/** After each of these the place is written down. */
const BATCH_DOCUMENTS = 500;

export type Target = {
	readonly exists: () => Promise<boolean>;
	/** Makes it what the server needs; safe to repeat. */
	readonly prepare: () => Promise<void>;
	readonly pouch: PouchDB;
	readonly close: () => Promise<void>;
};

/** A database on CouchDB, which need not exist yet. */
export function couchTarget(url: string, name: string): Target {
	const limits = { requestTimeoutMs: REQUEST_TIMEOUT_MS, connections: 2 };
	const couch = new CouchConnection(url, name, limits);
	const address = `${url.replace(/\/+$/, '')}/${name}`;
	return {
		exists: async () => (await couch.requestUnless(404, z.looseObject({}), {})) !== undefined,
		prepare: () => prepareDatabase(couch),
		pouch: new PouchDB(address, { adapter: 'http', skip_setup: true, fetch: fetchInTime }),
		close: () => couch.close()
	};
}

/** PouchDB has no time-out of its own. */
function fetchInTime(url: string, init: RequestInit = {}): Promise<Response> {
	const timeout = AbortSignal.timeout(REQUEST_TIMEOUT_MS);
	const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
	return fetch(url, { ...init, signal });
}

/**
 * Brings every revision that `target` lacks. Throws {@link DatabaseUnavailable} where it was interrupted;
 * another call goes on from there.
 */
export async function move(
	source: PouchDB,
	target: PouchDB,
	onMoved: (documents: number) => void
): Promise<void> {
	let told = 0;
	const moving = source.replicate.to(target, { batch_size: BATCH_DOCUMENTS });
	moving.on('change', ({ docs_written: written }) => {
		onMoved(written - told);
		told = written;
	});
	try {
		await moving;
	} catch (cause) {
		throw new DatabaseUnavailable('The replication was interrupted.', { cause });
	}
}

/** How many revisions of `target` never were in `source`: other data, or work done there since. */
export async function countStrange(source: PouchDB, target: PouchDB): Promise<number> {
	let strange = 0;
	for await (const page of pagesOfLeaves(target)) {
		const revs: Record<string, string[]> = {};
		for (const { id, rev } of page) (revs[id] ??= []).push(rev);
		const unknown = Object.entries(await source.revsDiff(revs));
		for (const [id, { missing }] of unknown) {
			const known = await revisionsOf(source, id);
			strange += missing.filter((rev) => !known.has(rev)).length;
		}
	}
	return strange;
}

/** Those of a document's past too, whose content is gone. */
async function revisionsOf(pouch: PouchDB, id: string): Promise<Set<string>> {
	const leaves = await pouch
		.get(id, { open_revs: 'all', revs: true })
		.catch((error: unknown) => (isMissing(error) ? [] : Promise.reject(error as Error)));
	return new Set(
		leaves.flatMap(({ ok }) => {
			const { start = 0, ids = [] } = ok?._revisions ?? {};
			return ids.map((hash, index) => `${start - index}-${hash}`);
		})
	);
}

/**
 * What PouchDB's own replication costs on the line for the same work: pull and push of one person's
 * documents between a database on disk and CouchDB. Bodies as they travel; neither side compresses.
 */
import httpAdapter from 'pouchdb-adapter-http';
import PouchDB from 'pouchdb-core';
import replication from 'pouchdb-replication';
import { type WorkDocument } from '#lib/domain/document.ts';
import { openPouch } from '#server/db/embedded.ts';
import { requestCouch } from './couch-request.ts';
import { type Place } from './place.ts';

PouchDB.plugin(httpAdapter);
PouchDB.plugin(replication);

export type PouchOptions = {
	readonly couchUrl: string;
	readonly place: Place;
	/** What a supervisor holds. */
	readonly many: readonly WorkDocument[];
	/** What an employee holds, and the entries he records then. */
	readonly own: readonly WorkDocument[];
	readonly recorded: readonly WorkDocument[];
};

type Cost = { requests: number; bytes: number };

export async function measurePouch({ couchUrl, place, many, own, recorded }: PouchOptions) {
	const reader = await openPair(couchUrl, place, many);
	const firstLoad = await reader.costOf(() => reader.local.replicate.from(reader.remote));
	await reader.local.close();

	const writer = await openPair(couchUrl, place, own);
	const sync = async () => {
		await writer.local.replicate.to(writer.remote);
		await writer.local.replicate.from(writer.remote);
	};
	await sync();
	await writer.local.bulkDocs(recorded.map(withoutRevision));
	const deliver = await writer.costOf(sync);
	const idle = await writer.costOf(sync);
	await writer.local.close();
	return { deliver, idle, firstLoad: { documents: many.length, ...firstLoad } };
}

const withoutRevision = ({ _rev: _made, ...draft }: WorkDocument) => draft;

/** A CouchDB database with `documents`, and an empty one here. */
async function openPair(couchUrl: string, place: Place, documents: readonly WorkDocument[]) {
	const name = place.freshName();
	await requestCouch(couchUrl, 'PUT', name);
	const docs = documents.map(withoutRevision);
	await requestCouch(couchUrl, 'POST', { to: `${name}/_bulk_docs`, body: { docs } });
	const cost: Cost = { requests: 0, bytes: 0 };
	const remote = new PouchDB(`${couchUrl}/${name}`, { fetch: countingFetch(cost) });
	const local = await openPouch(place.directory, name);
	return {
		local,
		remote,
		async costOf(work: () => PromiseLike<unknown>): Promise<Cost> {
			Object.assign(cost, { requests: 0, bytes: 0 });
			await work();
			return { ...cost };
		}
	};
}

const countingFetch =
	(cost: Cost) =>
	async (url: string, init: RequestInit = {}): Promise<Response> => {
		// PouchDB takes name and password out of the address and puts them into a header.
		const response = await fetch(url, init);
		const body = await response.arrayBuffer();
		cost.requests += 1;
		cost.bytes +=
			(typeof init.body === 'string' ? Buffer.byteLength(init.body) : 0) + body.byteLength;
		return new Response(body, response);
	};

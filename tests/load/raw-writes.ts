/**
 * A program of its own: writes documents in bulk to a fresh database with nothing around it, as fast as
 * the database takes them, and prints how many a second. Arguments: the file with one document a line,
 * the name of the database, and its directory or the address of CouchDB.
 */
import { readFile } from 'node:fs/promises';
import { MAX_BATCH_DOCUMENTS } from '#server/sync/committer.ts';
import { openPouch } from '#server/db/embedded.ts';
import { requestCouch } from './couch-request.ts';

/** As many as the committer has. */
const WRITERS = 2;

type Bulk = {
	write(documents: readonly unknown[]): Promise<readonly object[]>;
	end(): Promise<unknown>;
};

const [file = '', name = '', where = ''] = process.argv.slice(2);
const documents = (await readFile(file, 'utf8')).trim().split('\n').map(parse);
const bulk = where.startsWith('http') ? await openBareCouch() : await openBareEmbedded();

const startedAt = performance.now();
let next = 0;
const writer = async () => {
	while (next < documents.length) {
		const batch = documents.slice(next, next + MAX_BATCH_DOCUMENTS);
		next += batch.length;
		const rows = await bulk.write(batch);
		if (!rows.every((row) => 'rev' in row)) throw new Error('every bare write must succeed');
	}
};
await Promise.all(Array.from({ length: WRITERS }, writer));
const seconds = (performance.now() - startedAt) / 1_000;
await bulk.end();
process.stdout.write(`${documents.length / seconds}\n`);

function parse(line: string): unknown {
	return JSON.parse(line);
}

async function openBareEmbedded(): Promise<Bulk> {
	const pouch = await openPouch(where, name);
	return { write: (batch) => pouch.bulkDocs(batch), end: () => pouch.close() };
}

async function openBareCouch(): Promise<Bulk> {
	await requestCouch(where, 'PUT', name);
	return {
		async write(docs) {
			const to = `${name}/_bulk_docs`;
			return (await requestCouch(where, 'POST', { to, body: { docs } })) as object[];
		},
		end: () => requestCouch(where, 'DELETE', name)
	};
}

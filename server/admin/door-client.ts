/** The databases as a command sees them through the door of a running server. */
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import * as z from 'zod/mini';
import { type Database, DatabaseUnavailable } from '#server/db/database.ts';
import { doorPath, type DoorRequest } from './door.ts';

/** What commands need of a database. */
export type Store = Pick<Database, 'read' | 'write' | 'withPrefix'>;
export type Stores = {
	readonly work: Store;
	readonly accounts: Store;
	readonly close: () => Promise<void>;
};

/** Accounts are kept in the same outer shape as work, but under ids of their own. */
const Stored = z.array(z.looseObject({ _id: z.string(), _rev: z.string(), schema: z.int() }));
const Outcomes = z.array(
	z.union([
		z.object({ id: z.string(), ok: z.literal(true), rev: z.string() }),
		z.object({ id: z.string(), ok: z.literal(false), reason: z.literal('conflict') })
	])
);

/** Nobody listens: no server runs, or the one that did is gone. */
const NOBODY = new Set(['ENOENT', 'ECONNREFUSED']);
const hasCode = (error: unknown): error is Error & { readonly code: unknown } =>
	error instanceof Error && 'code' in error;

/** The databases of the server that runs on this data directory, or nothing when none runs. */
export async function knockAtDoor(directory: string): Promise<Stores | undefined> {
	const path = doorPath(directory);
	if (path === undefined) return undefined;
	try {
		await send(path, { ask: 'read', of: 'work', ids: [] });
	} catch (error) {
		if (hasCode(error) && NOBODY.has(String(error.code))) return undefined;
		throw error;
	}
	return {
		work: storeBehind(path, 'work'),
		accounts: storeBehind(path, 'accounts'),
		close: () => Promise.resolve()
	};
}

function storeBehind(path: string, of: DoorRequest['of']): Store {
	return {
		read: async (ids) => {
			const documents = Stored.parse(await send(path, { ask: 'read', of, ids: [...ids] }));
			return new Map(documents.map((document) => [document._id, document]));
		},
		withPrefix: async (prefix) => Stored.parse(await send(path, { ask: 'withPrefix', of, prefix })),
		write: async (documents) =>
			Outcomes.parse(await send(path, { ask: 'write', of, documents: [...documents] }))
	};
}

async function send(socketPath: string, body: DoorRequest): Promise<unknown> {
	// A connection for each: a kept one may belong to a server that has stopped since.
	const sending = request({ socketPath, method: 'POST', path: '/', agent: false });
	sending.end(JSON.stringify(body));
	const [response] = (await once(sending, 'response')) as [IncomingMessage];
	const chunks: Buffer[] = [];
	for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk);
	if (response.statusCode !== 200) {
		throw new DatabaseUnavailable(`The running server answered ${response.statusCode}.`);
	}
	return JSON.parse(Buffer.concat(chunks).toString());
}

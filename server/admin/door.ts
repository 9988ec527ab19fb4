/**
 * The door beside the running server: a Unix socket in the data directory through which commands on
 * this machine read and write, because only one process can have the embedded database open. What
 * they write goes through the server's own databases, so its memory learns of it as of any change.
 *
 * Its directory is open to the user the server runs as alone, who could read the database files
 * anyway. There is no other lock, and it is never reachable from a network.
 */
import { chmod, mkdir, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join, relative, resolve } from 'node:path';
import * as z from 'zod/mini';
import { type Database } from '#server/db/database.ts';

/** What every system takes. A longer path would be cut, and the socket lie where everybody can open it. */
const MAX_PATH_BYTES = 100;

/**
 * Where the socket of a data directory lies, said from here if that is shorter; nothing where no path is
 * short enough.
 */
export function doorPath(directory: string): string | undefined {
	const whole = resolve(directory, 'door', 'admin.sock');
	const fromHere = relative(process.cwd(), whole);
	const path = fromHere.length < whole.length ? fromHere : whole;
	return Buffer.byteLength(path) <= MAX_PATH_BYTES ? path : undefined;
}

const MAX_REQUEST_BYTES = 64 * 1_024 * 1_024;
const OWNER_ONLY = 0o700;

const Draft = z.looseObject({
	_id: z.string(),
	_rev: z.optional(z.string()),
	schema: z.int()
});

/** What may be asked, each with the database it is asked of. */
export const DoorRequest = z.discriminatedUnion('ask', [
	z.object({ ask: z.literal('read'), of: z.enum(['work', 'accounts']), ids: z.array(z.string()) }),
	z.object({ ask: z.literal('withPrefix'), of: z.enum(['work', 'accounts']), prefix: z.string() }),
	z.object({ ask: z.literal('write'), of: z.enum(['work', 'accounts']), documents: z.array(Draft) })
]);
export type DoorRequest = z.infer<typeof DoorRequest>;

type Databases = { readonly work: Database; readonly accounts: Database };
type Door = { readonly close: () => Promise<void> };

/**
 * Opens the door to databases this process owns. A socket left by a process that died is replaced. Throws
 * where the system has no such sockets, or its path is too long for one.
 */
export async function openDoor(directory: string, databases: Databases): Promise<Door> {
	const path = doorPath(directory);
	if (path === undefined)
		throw new Error('the path of the data directory is too long for a socket');
	const parent = join(path, '..');
	await mkdir(parent, { recursive: true, mode: OWNER_ONLY });
	await chmod(parent, OWNER_ONLY);
	await rm(path, { force: true });
	const server = createServer((request, response) => void serve(databases, request, response));
	await new Promise<void>((done, reject) => {
		server.once('error', reject);
		server.listen(path, done);
	});
	return {
		close: () =>
			new Promise((done) => {
				server.close(() => done());
				server.closeIdleConnections();
			})
	};
}

async function serve(
	databases: Databases,
	request: IncomingMessage,
	response: ServerResponse
): Promise<void> {
	const answer = (status: number, body: unknown) => {
		response.writeHead(status, { 'content-type': 'application/json' });
		response.end(JSON.stringify(body));
	};
	try {
		const asked = DoorRequest.safeParse(JSON.parse(await readBody(request)));
		if (asked.success) answer(200, await perform(databases, asked.data));
		else answer(400, {});
	} catch {
		// Whatever failed, the command can only be told that nothing is known of its request.
		answer(503, {});
	}
}

async function readBody(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	let bytes = 0;
	for await (const chunk of request as AsyncIterable<Buffer>) {
		bytes += chunk.length;
		if (bytes > MAX_REQUEST_BYTES) throw new Error('a command must not ask for so much at once');
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString();
}

async function perform(databases: Databases, asked: DoorRequest): Promise<unknown> {
	const database = databases[asked.of];
	switch (asked.ask) {
		case 'read':
			return [...(await database.read(asked.ids)).values()];
		case 'withPrefix':
			return database.withPrefix(asked.prefix);
		case 'write':
			return database.write(asked.documents);
	}
}

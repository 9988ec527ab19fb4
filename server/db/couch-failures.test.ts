/** How couch.ts behaves when CouchDB doesn't answer, answers late, half or wrongly. Needs no CouchDB. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openCouch } from './couch.ts';
import { CouchRefused } from './couch-connection.ts';
import { type Change, type Database, DatabaseUnavailable } from './database.ts';

type Respond = (response: ServerResponse, request: IncomingMessage) => void;

const REQUEST_TIMEOUT_MS = 300;
const SECRET = 'text that only its owner and his supervisor may read';
const DOCUMENT = { _id: 'all:settings', schema: 1, text: SECRET };

const json = (status: number, body: unknown): Respond => {
	return (response) => {
		response.writeHead(status, { 'content-type': 'application/json' });
		response.end(JSON.stringify(body));
	};
};
const silence: Respond = () => {};
const halfAnAnswer: Respond = (response) => {
	response.writeHead(201, { 'content-type': 'application/json' });
	response.write('[{"ok":true,"id":"all:set');
};
const hangUp: Respond = (response) => response.destroy();

/** Answers what opening asks for; `answers` decides the rest by path. */
async function openOn(answers: Readonly<Record<string, Respond>>) {
	const requests: string[] = [];
	const defaults: Readonly<Record<string, Respond>> = {
		'/work': json(200, { update_seq: '5-a', instance_start_time: '1' }),
		'/work/_security': json(200, { members: { roles: ['_admin'] } }),
		'/work/_design/feeds': (response, { method }) =>
			json(method === 'PUT' ? 201 : 404, { ok: true })(response, {} as IncomingMessage)
	};
	const server = createServer((request, response) => {
		const address = new URL(request.url ?? '', 'http://localhost');
		requests.push(address.pathname + address.search);
		request.resume();
		const respond = answers[address.pathname] ?? defaults[address.pathname] ?? silence;
		respond(response, request);
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const { port } = server.address() as AddressInfo;
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	const sleep = () => new Promise((resolve) => setTimeout(resolve, 1));
	const options = { sleep, requestTimeoutMs: REQUEST_TIMEOUT_MS };
	const db = await openCouch(`http://admin:pass%2Dword@127.0.0.1:${port}`, 'work', options);
	onTestFinished(() => db.close());
	return { db, requests };
}

async function failureOf(db: Database): Promise<unknown> {
	return db.write([DOCUMENT]).then(
		() => undefined,
		(error: unknown) => error
	);
}

test.each<[string, Respond]>([
	['no answer at all', silence],
	['half an answer', halfAnAnswer],
	['a connection that breaks', hangUp],
	['an error of the server', json(500, { error: 'internal_server_error', reason: 'no quorum' })],
	['an overloaded proxy', json(503, {})],
	['a refused password', json(401, { error: 'unauthorized', reason: 'Account locked' })],
	['an answer of another shape', json(201, { hello: 'world' })],
	['a row with an error', json(201, [{ id: DOCUMENT._id, error: 'forbidden', reason: 'no' }])],
	['a row without an outcome', json(201, [{ id: DOCUMENT._id }])],
	['a row about another document', json(201, [{ id: 'all:other', rev: '1-a' }])],
	['too few rows', json(201, [])]
])('%s to a write leaves its outcome unknown', async (_, respond) => {
	const { db } = await openOn({ '/work/_bulk_docs': respond });
	expect(await failureOf(db)).toBeInstanceOf(DatabaseUnavailable);
});

test('a request that CouchDB blames is not taken for an outage', async () => {
	const tooLarge = json(413, { error: 'too_large', reason: 'request entity too large' });
	const { db } = await openOn({ '/work/_bulk_docs': tooLarge });
	expect(await failureOf(db)).toBeInstanceOf(CouchRefused);
});

test('an error says what failed, and shows neither documents nor the password', async () => {
	const { db } = await openOn({ '/work/_bulk_docs': json(500, { reason: 'no quorum' }) });
	const shown = inspect(await failureOf(db), { depth: 9 });
	expect(shown).toContain('POST _bulk_docs');
	expect(shown).toContain('no quorum');
	expect(shown).not.toMatch(new RegExp(`${SECRET}|pass-word|pass%2Dword|Basic `));
});

test('a server that is down is told when the database is opened', async () => {
	const nowhere = 'http://admin:admin@127.0.0.1:1';
	const options = { sleep: () => Promise.resolve(), requestTimeoutMs: REQUEST_TIMEOUT_MS };
	await expect(openCouch(nowhere, 'work', options)).rejects.toThrow(DatabaseUnavailable);
});

/** A change feed that answers each poll with the next of `answers`, then stays silent. */
async function followOn(answers: readonly Respond[], state: Respond) {
	const remaining = [...answers];
	let isOpen = false;
	const { db, requests } = await openOn({
		'/work': (...exchange) => {
			const before = json(200, { update_seq: '5-a', instance_start_time: '1' });
			return (isOpen ? state : before)(...exchange);
		},
		'/work/_changes': (...exchange) => (remaining.shift() ?? silence)(...exchange)
	});
	const told: (Change | 'gap')[] = [];
	await db.changes(
		(change) => told.push(change),
		() => told.push('gap')
	);
	isOpen = true;
	const polledSince = () =>
		requests.filter((url) => url.includes('_changes')).map((url) => /since=(\d+)/.exec(url)?.[1]);
	return { told, polledSince };
}

const poll = (seq: string, id: string, rev = '1-a') =>
	json(200, { results: [{ seq, id, changes: [{ rev }] }], last_seq: seq });
const sameState = json(200, { update_seq: '7-c', instance_start_time: '1' });
const A_CHANGE = { id: 'all:a', rev: '1-a', branches: 1 };
const B_CHANGE = { id: 'all:b', rev: '1-a', branches: 1 };

test.each<[string, Respond]>([
	['a cut', hangUp],
	['a poll that hangs', silence],
	['an error of the server', json(500, {})]
])('after %s the change feed goes on where it stopped', async (_, trouble) => {
	const answers = [poll('6-b', 'all:a'), trouble, poll('7-c', 'all:b')];
	const { told, polledSince } = await followOn(answers, sameState);
	await vi.waitFor(() => expect(told).toEqual([A_CHANGE, B_CHANGE]), { timeout: 3_000 });
	expect(polledSince().slice(0, 3)).toEqual(['5', '6', '6']);
});

test.each<[string, Respond, Respond]>([
	['another database', hangUp, json(200, { update_seq: '9-z', instance_start_time: '2' })],
	['an older copy', hangUp, json(200, { update_seq: '2-z', instance_start_time: '1' })],
	[
		'a database that does not know the place',
		json(400, { error: 'bad_request' }),
		json(200, { update_seq: '9-z', instance_start_time: '2' })
	]
])('%s at the same address is told as a gap', async (_, trouble, state) => {
	const answers = [poll('6-b', 'all:a'), trouble, poll('10-c', 'all:b')];
	const { told } = await followOn(answers, state);
	await vi.waitFor(() => expect(told).toEqual([A_CHANGE, 'gap', B_CHANGE]), { timeout: 3_000 });
});

test('a feed that begins again is told as a gap before its changes', async () => {
	const answers = [poll('6-b', 'all:a'), poll('1-x', 'all:b')];
	const { told } = await followOn(answers, sameState);
	await vi.waitFor(() => expect(told).toEqual([A_CHANGE, 'gap', B_CHANGE]), { timeout: 3_000 });
});

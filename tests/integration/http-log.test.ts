/** What the log of a busy and of a failing server says, and what it never says. */
import { expect, test } from 'vitest';
import { DatabaseUnavailable } from '#server/db/database.ts';
import { aContent, aMutation, BUDI, SITI } from '#tests/support/factories.ts';
import {
	aSync,
	DEVICE,
	type OfficeServer,
	PASSWORD,
	START_CODE,
	withOfficeServer
} from '#tests/support/office-server.ts';

const events = ({ log }: OfficeServer) =>
	log.text
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line) as Record<string, unknown>);

/** One day at the doors: right and wrong, whole and broken. Gives the secrets that went through. */
async function visit({ send, signIn }: OfficeServer): Promise<string[]> {
	const cookie = await signIn(SITI);
	const mutations = [aMutation('entry.submit', { content: aContent({ note: 'rahasia dapur' }) })];
	const headers = { cookie };
	await send('/api/sync', { body: aSync(SITI, { mutations }), headers });
	await send('/api/sync', { body: `{"person":"${SITI}","note":"rahasia dapur"`, headers });
	await send(`/api/sync?person=${SITI}`, { body: aSync(SITI), headers });
	await send(`/orang/${SITI}?nama=Siti`, { headers: { ...headers, accept: 'text/html' } });
	await send(`/api/${SITI}/%zz`, { headers });
	const wrong = { person: SITI, password: 'tebakan pertama', deviceId: DEVICE };
	for (let count = 0; count < 6; count += 1) await send('/api/session', { body: wrong });
	const started = await signIn(BUDI, START_CODE);
	const change = { person: BUDI, deviceId: DEVICE, current: START_CODE, next: 'pasar ikan sore' };
	await send('/api/password', { body: change, headers: { cookie: started } });
	await send('/api/session/end', { body: { person: SITI, deviceId: DEVICE }, headers });
	const tokens = [cookie, started].map((pair) => pair.split('=')[1] ?? '');
	return [...tokens, ...tokens.map((token) => token.slice(0, token.indexOf('.')))];
}

const PERSONAL = [SITI, BUDI, 'Siti', 'Budi', DEVICE, 'ek_', PASSWORD, START_CODE];
const SAID = ['tebakan pertama', 'pasar ikan sore', 'rahasia dapur'];

test('no number, name, password, cookie or body is in the log of a day', () =>
	withOfficeServer(async (server) => {
		const secrets = await visit(server);
		expect(events(server).length).toBeGreaterThan(12);
		const found = [...PERSONAL, ...SAID, ...secrets].filter((each) =>
			server.log.text.includes(each)
		);
		expect(found).toEqual([]);
	}));

test('nor in the log of a day on which everything fails', () =>
	withOfficeServer(async (server) => {
		const cause = new Error(`no document t${SITI}:person`);
		const fail = () => Promise.reject(new Error(`account:${SITI} is damaged`, { cause }));
		await server.signIn(SITI);
		server.accounts.replace({ read: fail, write: fail });
		const body = { person: SITI, password: PASSWORD, deviceId: DEVICE };
		expect((await server.send('/api/session', { body })).status).toBe(500);
		const [failure] = events(server).filter(({ event }) => event === 'failure');
		expect(failure).toMatchObject({
			error: 'Error: account:<number> is damaged',
			causes: ['Error: no document t<number>:person']
		});
		expect(PERSONAL.filter((each) => server.log.text.includes(each))).toEqual([]);
	}));

test('a request is one line: its route as a pattern, its status, its time and an id', () =>
	withOfficeServer(async (server) => {
		await server.signIn(SITI);
		const [line] = events(server);
		expect(line).toEqual({
			level: 30,
			time: expect.any(Number) as number,
			event: 'request',
			requestId: 'request-1',
			method: 'POST',
			route: '/api/session',
			status: 200,
			durationMs: 0
		});
	}));

test('a failure names the request it belongs to', () =>
	withOfficeServer(async (server) => {
		server.accounts.replace({ read: () => Promise.reject(new Error('a fault of ours')) });
		await server.send('/api/session', {
			body: { person: SITI, password: PASSWORD, deviceId: DEVICE }
		});
		const [failure, request] = events(server);
		expect(failure).toMatchObject({ event: 'failure', requestId: 'request-1' });
		expect(request).toMatchObject({ event: 'request', requestId: 'request-1', status: 500 });
	}));

test('a database that is away is told to the device and is no failure of the server', () =>
	withOfficeServer(async (server) => {
		server.accounts.replace({ read: () => Promise.reject(new DatabaseUnavailable('away')) });
		const body = { person: SITI, password: PASSWORD, deviceId: DEVICE };
		expect((await server.send('/api/session', { body })).status).toBe(503);
		expect(events(server).map(({ event }) => event)).toEqual(['request']);
	}));

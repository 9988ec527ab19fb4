/** Bodies as nobody should send them. Each is refused by its name, and the server goes on. */
import { describe, expect, test } from 'vitest';
import { gzipSync } from 'node:zlib';
import { Problem, PROBLEM_CONTENT_TYPE } from '#lib/protocol/problem.ts';
import { type SyncRequest, SyncResponse } from '#lib/protocol/sync.ts';
import { aMutation, SITI } from '#tests/support/factories.ts';
import {
	aSync,
	type OfficeServer,
	type Sent,
	withOfficeServer
} from '#tests/support/office-server.ts';

const MIB = 1024 ** 2;
const GZIP = { 'content-encoding': 'gzip' };
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
const text = JSON.stringify(aSync(SITI));

const manyFeeds = (count: number): SyncRequest['held'] =>
	Object.fromEntries(Array.from({ length: count }, (_, at) => [`j${at}`, [0, 0]]));
const manyMutations = (count: number) => Array.from({ length: count }, () => ({ id: 'unread' }));

async function isAlive({ send, signIn }: OfficeServer): Promise<boolean> {
	const cookie = await signIn(SITI);
	return (await send('/api/sync', { body: aSync(SITI), headers: { cookie } })).ok;
}

const REFUSED: [string, number, string, Sent][] = [
	['no body', 400, 'bad-request', { method: 'POST' }],
	['an empty body', 400, 'bad-request', { body: '' }],
	['text that is no JSON', 400, 'bad-request', { body: '{"protocol":' }],
	['half of a body', 400, 'bad-request', { body: text.slice(0, text.length / 2) }],
	['bytes that are no text', 400, 'bad-request', { body: Buffer.from([0xff, 0xfe, 0x00, 0x80]) }],
	['another shape', 400, 'bad-request', { body: [1, 'two', null] }],
	['a number that is none', 400, 'bad-request', { body: aSync('1990') }],
	['nesting 33 deep', 400, 'bad-request', { body: `{"more":${nested(32)},${text.slice(1)}` }],
	['nesting without end', 400, 'bad-request', { body: '['.repeat(MIB) }],
	['a key __proto__', 400, 'bad-request', { body: `{"__proto__":{},${text.slice(1)}` }],
	[
		'a key __proto__ in disguise',
		400,
		'bad-request',
		{ body: `{"__pr\\u006fto_\\u005F":{},${text.slice(1)}` }
	],
	['more than a mebibyte', 413, 'too-large', { body: Buffer.alloc(MIB + 1, 0x20) }],
	['gzip that is none', 400, 'bad-request', { body: text, headers: GZIP }],
	['gzip broken off', 400, 'bad-request', { body: gzipSync(text).subarray(0, 60), headers: GZIP }],
	[
		'8 MiB of blanks in 8 KiB of gzip',
		413,
		'too-large',
		{ body: gzipSync(Buffer.alloc(8 * MIB + 1, 0x20)), headers: GZIP }
	],
	[
		'half a gibibyte of blanks in half a mebibyte of gzip',
		413,
		'too-large',
		{ body: gzipSync(Buffer.alloc(512 * MIB, 0x20)), headers: GZIP }
	],
	[
		'another compression',
		415,
		'wrong-content-type',
		{ body: text, headers: { 'content-encoding': 'br' } }
	],
	[
		'another type',
		415,
		'wrong-content-type',
		{ body: text, headers: { 'content-type': 'text/plain' } }
	],
	[
		'a form of another site',
		415,
		'wrong-content-type',
		{ body: text, headers: { 'content-type': 'application/x-www-form-urlencoded' } }
	]
];

describe('a body that is refused', () => {
	test.each(REFUSED)('%s: %i %s, and the server lives', (_name, status, type, sent) =>
		withOfficeServer(async (server) => {
			const answer = await server.send('/api/sync', sent);
			expect(answer.status).toBe(status);
			expect(answer.headers.get('content-type')).toBe(PROBLEM_CONTENT_TYPE);
			expect(Problem.parse(await answer.json())).toMatchObject({ type, status });
			expect(server.log.text).not.toContain('failure');
			expect(await isAlive(server)).toBe(true);
		})
	);

	test('says where it is wrong, never what stood there', () =>
		withOfficeServer(async ({ send }) => {
			const answer = await send('/api/session', { body: { person: 'Siti', password: '' } });
			const problem = Problem.parse(await answer.json());
			expect(problem.paths?.sort()).toEqual(['deviceId', 'password', 'person']);
			expect(JSON.stringify(problem)).not.toContain('Siti');
		}));

	test.each([
		['more feeds than anybody has', { held: manyFeeds(2_001) }, 'held'],
		['more mutations than go into one', { mutations: manyMutations(101) }, 'mutations']
	])('I11: %s are refused by name', (_name, over, path) =>
		withOfficeServer(async ({ send, signIn }) => {
			const headers = { cookie: await signIn(SITI) };
			const answer = await send('/api/sync', { body: aSync(SITI, over), headers });
			expect(answer.status).toBe(400);
			expect(await answer.json()).toMatchObject({ type: 'bad-request', paths: [path] });
		})
	);

	test('to an address that is none takes no memory from others, however often', () =>
		withOfficeServer(async (server) => {
			const body = gzipSync(Buffer.alloc(8 * MIB, 0x20));
			const statuses = new Set<number>();
			for (let count = 0; count < 30; count += 1)
				statuses.add((await server.send('/api/none', { body, headers: GZIP })).status);
			expect([...statuses]).toEqual([404]);
			expect(await isAlive(server)).toBe(true);
		}));
});

describe('gzip', () => {
	test('is understood and given', () =>
		withOfficeServer(async ({ send, signIn }) => {
			const headers = { ...GZIP, cookie: await signIn(SITI), 'accept-encoding': 'gzip' };
			const answer = await send('/api/sync', { body: gzipSync(text), headers });
			expect(answer.headers.get('content-encoding')).toBe('gzip');
			expect(SyncResponse.parse(await answer.json()).requestId).toBe('request1');
		}));

	test.each(['identity', 'gzip;q=0', 'br'])('is not given to who accepts %s', (accepted) =>
		withOfficeServer(async ({ send, signIn }) => {
			const headers = { cookie: await signIn(SITI), 'accept-encoding': accepted };
			const answer = await send('/api/sync', { body: text, headers });
			expect(answer.headers.get('content-encoding')).toBeNull();
			expect(SyncResponse.parse(await answer.json()).requestId).toBe('request1');
		})
	);
});

describe('the envelope', () => {
	test.each([
		['of a newer protocol', aSync(SITI, { protocol: 2 })],
		['of an older protocol', aSync(SITI, { protocol: 0 })],
		['of a shape nobody knows yet', { protocol: 9, items: {} }]
	])('%s: 426 before anything else is judged', (_name, body) =>
		withOfficeServer(async ({ send }) => {
			const answer = await send('/api/sync', { body });
			expect(answer.status).toBe(426);
			expect(await answer.json()).toMatchObject({ type: 'protocol-unsupported' });
		})
	);

	test('without a protocol is a mistake, not a version', () =>
		withOfficeServer(async ({ send }) => {
			expect((await send('/api/sync', { body: { person: SITI } })).status).toBe(400);
		}));
});

test('I6: a mutation nobody knows is refused alone, and those around it are applied', () =>
	withOfficeServer(async ({ send, signIn }) => {
		const [first, last] = [aMutation('entry.submit'), aMutation('entry.submit', { seq: 3 })];
		const unknown = { ...aMutation('entry.withdraw'), kind: 'entry.paint', seq: 2 };
		const broken = { id: 'short', kind: 7 };
		const body = aSync(SITI, { mutations: [first, unknown, broken, last] });
		const headers = { cookie: await signIn(SITI) };
		const answer = await send('/api/sync', { body, headers });
		const { results } = SyncResponse.parse(await answer.json());
		expect(results?.map(({ outcome, refusal }) => refusal?.type ?? outcome)).toEqual([
			'applied',
			'malformed',
			'malformed',
			'applied'
		]);
	}));

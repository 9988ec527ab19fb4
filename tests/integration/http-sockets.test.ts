/** Connections as bad lines and bad neighbours make them. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { Problem } from '#lib/protocol/problem.ts';
import { SyncResponse } from '#lib/protocol/sync.ts';
import { Admission } from '#server/http/admission.ts';
import { DEFAULT_BODY_LIMITS } from '#server/http/body.ts';
import { createLog } from '#server/http/log.ts';
import { createHttpServer, type ServerParts } from '#server/http/server.ts';
import { Metrics } from '#server/metrics/metrics.ts';
import { aMutation, SITI } from '#tests/support/factories.ts';
import { aSync, withOfficeServer } from '#tests/support/office-server.ts';

const PATH = '/api/sync';
const AT_ONCE = 20;

function asBytes(body: string, headers: Record<string, string> = {}): Buffer {
	const all = {
		host: '127.0.0.1',
		'content-type': 'application/json',
		'content-length': String(Buffer.byteLength(body)),
		...headers
	};
	const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
	return Buffer.from(`POST ${PATH} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
}

async function opened(port: number): Promise<Socket> {
	const socket = connect(port, '127.0.0.1');
	// A connection the server cuts is what some of these tests wait for.
	socket.on('error', () => undefined);
	await once(socket, 'connect');
	return socket;
}

/** Everything that comes back until the server closes or a whole answer is there. */
async function answerTo(socket: Socket): Promise<string> {
	let answer = '';
	for await (const chunk of socket as AsyncIterable<Buffer>) {
		answer += chunk.toString();
		const [head = '', body = ''] = answer.split('\r\n\r\n');
		const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? Infinity);
		if (body.length >= length) break;
	}
	return answer;
}

async function cutAfter(port: number, bytes: Buffer): Promise<void> {
	const socket = await opened(port);
	await new Promise((resolve) => socket.write(bytes, resolve));
	socket.destroy();
	await once(socket, 'close');
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
	for (let tries = 0; !(await holds()); tries += 1) {
		if (tries > 500) throw new Error('it never came to be');
		await delay(10);
	}
}

test('I3: a delivery cut after any byte takes nobody’s place, and arrives once in the end', () =>
	withOfficeServer(
		async ({ port, signIn, send, work, log }) => {
			const mutation = aMutation('entry.submit');
			const headers = { cookie: await signIn(SITI) };
			const body = aSync(SITI, { mutations: [mutation] });
			const bytes = asBytes(JSON.stringify(body), headers);
			const isStored = async () => (await work.database.read([mutation.documentId])).size === 1;

			for (let from = 0; from < bytes.length; from += AT_ONCE) {
				const cuts = Array.from({ length: AT_ONCE }, (_, index) => from + index);
				const whole = cuts.filter((length) => length < bytes.length);
				await Promise.all(whole.map((length) => cutAfter(port, bytes.subarray(0, length))));
			}
			expect(await isStored()).toBe(false);
			// Cut after the last byte it may be done or not; a device that heard nothing tries again.
			await until(async () => {
				await cutAfter(port, bytes);
				return isStored();
			});

			const answer = await send(PATH, { body, headers });
			const { results } = SyncResponse.parse(await answer.json());
			expect(results).toMatchObject([{ outcome: 'already-applied' }]);
			expect(log.text).not.toContain('failure');
		},
		// Far fewer places than there are cuts: one that is never given back is missed.
		{ MAX_IN_FLIGHT: '2', MAX_QUEUE: String(AT_ONCE * 3) }
	));

test('a delivery that arrives byte by byte is one', () =>
	withOfficeServer(async ({ port, signIn }) => {
		const bytes = asBytes(JSON.stringify(aSync(SITI)), { cookie: await signIn(SITI) });
		const socket = await opened(port);
		socket.setNoDelay(true);
		for (const byte of bytes) {
			socket.write(Buffer.from([byte]));
			await new Promise((resolve) => setImmediate(resolve));
		}
		expect(await answerTo(socket)).toContain('HTTP/1.1 200');
		socket.destroy();
	}));

describe('limits', () => {
	/** The doors alone, with limits a test can reach; `sync` is what stands behind them. */
	async function withDoors(
		over: Partial<ServerParts> & { admission?: Admission },
		use: (port: number) => Promise<void>
	): Promise<void> {
		const now = () => Date.now();
		const metrics = new Metrics();
		const server = await createHttpServer({
			handlers: callsBut({}),
			status: { isDatabaseUp: () => Promise.resolve(true), metrics, metricsToken: undefined, now },
			admission: new Admission({ now, random: () => 0 }),
			pages: { directory: '/', policy: '' },
			metrics,
			log: createLog('silent', { write: () => undefined }),
			newId: () => 'request',
			sleep: async (ms) => void (await delay(ms, undefined, { ref: false })),
			publicOrigins: [],
			trustProxy: false,
			...over
		});
		const port = await server.listen({ host: '127.0.0.1', port: 0 });
		await use(port).finally(() => server.drain(1_000));
	}

	const body = JSON.stringify(aSync(SITI));
	const whole = asBytes(body);

	/** Calls that nobody makes here, but one. */
	const callsBut = (over: Partial<ServerParts['handlers']>): ServerParts['handlers'] => {
		const refused = () => Promise.reject(new Error('not asked for here'));
		return {
			authenticate: () => ({ ok: true, value: undefined }),
			sync: () => Promise.resolve({ ok: true, value: {} as SyncResponse }),
			signIn: refused,
			signOut: refused,
			endOthers: refused,
			listDevices: refused,
			endSession: refused,
			changePassword: refused,
			...over
		};
	};

	async function ask(port: number, bytes = whole): Promise<string> {
		const socket = await opened(port);
		socket.write(bytes);
		const answer = await answerTo(socket);
		socket.destroy();
		return answer;
	}

	test('I10: a body that never ends is ended, and gives its place to others', () => {
		const limits = { maxInFlight: 1, maxQueue: 1, maxWaitMs: 15_000 };
		const admission = new Admission({ now: () => Date.now(), random: () => 0 }, limits);
		const timeouts = { requestMs: 1_500, keepAliveMs: 20_000, checkEveryMs: 50 };
		return withDoors({ admission, timeouts }, async (port) => {
			const slow = await opened(port);
			slow.write(whole.subarray(0, -1));
			await until(() => admission.queued === 1);
			expect(await ask(port)).toContain('HTTP/1.1 503');
			await once(slow.resume(), 'close');
			await until(() => admission.queued === 0);
			expect(await ask(port)).toContain('HTTP/1.1 200');
		});
	});

	test('a body is kept as it travelled until its turn, and only then looked into', () => {
		const limits = { maxInFlight: 1, maxQueue: 5, maxWaitMs: 15_000 };
		const admission = new Admission({ now: () => Date.now(), random: () => 0 }, limits);
		let finish: () => void = () => undefined;
		const finished = new Promise<void>((resolve) => (finish = resolve));
		const sync = async () => (await finished, { ok: true, value: {} as SyncResponse } as const);
		return withDoors({ admission, handlers: callsBut({ sync }) }, async (port) => {
			const first = ask(port);
			await until(() => admission.inFlight === 1);
			const second = ask(port, asBytes('no json'));
			await until(() => admission.queued === 1);
			expect(await Promise.race([second, delay(50, 'nothing yet')])).toBe('nothing yet');
			finish();
			expect(await first).toContain('HTTP/1.1 200');
			expect(await second).toContain('HTTP/1.1 400');
		});
	});

	test('who can not be let in is told so before his body is there, with a time to come back', () => {
		const limits = { maxInFlight: 1, maxQueue: 0, maxWaitMs: 15_000 };
		const admission = new Admission({ now: () => Date.now(), random: () => 0 }, limits);
		return withDoors({ admission }, async (port) => {
			const headersAlone = whole.subarray(0, -Buffer.byteLength(body));
			const answer = await ask(port, headersAlone);
			expect(answer).toContain('HTTP/1.1 503');
			expect(answer).toMatch(/retry-after: \d+/i);
			const problem = Problem.parse(JSON.parse(answer.split('\r\n\r\n')[1] ?? ''));
			expect(problem).toMatchObject({ type: 'overloaded', retryAfterMs: 5 });
		});
	});

	test('a body that announces too much is refused before any of it is there', () =>
		withDoors({}, async (port) => {
			const announced = asBytes('', { 'content-length': '2000000' });
			expect(await ask(port, announced)).toContain('HTTP/1.1 413');
		}));

	test('a body that announces nothing and grows too large is refused in words', () =>
		withDoors({}, async (port) => {
			const chunk = `10000\r\n${' '.repeat(0x10000)}\r\n`;
			const head = asBytes('', { 'transfer-encoding': 'chunked' });
			const chunked = head.toString().replace('content-length: 0\r\n', '') + chunk.repeat(17);
			expect(await ask(port, Buffer.from(chunked))).toContain('HTTP/1.1 413');
		}));

	test('bodies that together need too much memory are sent away until there is room', () => {
		const limits = { ...DEFAULT_BODY_LIMITS, maxHeldBytes: Math.ceil(body.length * 1.5) };
		return withDoors({ limits }, async (port) => {
			const first = await opened(port);
			first.write(whole.subarray(0, -1));
			await until(async () => (await ask(port)).includes('HTTP/1.1 503'));
			first.destroy();
			await until(async () => (await ask(port)).includes('HTTP/1.1 200'));
		});
	});
});

import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createProblem, type ProblemType } from '#lib/protocol/problem.ts';
import { type SyncRequest } from '#lib/protocol/sync.ts';
import { anAnswer } from '#tests/support/answers.ts';
import { SITI } from '#tests/support/factories.ts';
import { createVirtualTime } from '#tests/support/virtual-time.ts';
import { createTransport } from './transport.ts';

const REQUEST: SyncRequest = {
	protocol: 1,
	requestId: 'abcdef123456',
	person: SITI,
	deviceId: 'device01',
	held: { all: [0, 0] }
};
const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
const good = () => JSON.stringify(anAnswer(REQUEST));

/** A transport over a network that answers as told. */
function over(answer: (url: string, init: RequestInit) => Response | Promise<Response>) {
	const time = createVirtualTime();
	const transport = createTransport({
		fetch: async (url, init) => answer(url as string, init ?? {}),
		sleep: time.sleep,
		monotonicNow: time.monotonicNow
	});
	return { transport, time };
}

const syncOver = (answer: () => Response | Promise<Response>) =>
	over(answer).transport.sync(REQUEST);

const problemAnswer = (type: ProblemType, more = {}, headers = {}) => {
	const problem = createProblem(type, more);
	return new Response(JSON.stringify(problem), {
		status: problem.status,
		headers: { 'content-type': 'application/problem+json', ...headers }
	});
};

/** A body that says some chunks and then what `end` does. */
function aBody(chunks: string[], end: 'close' | 'error' | 'silence') {
	return new ReadableStream<Uint8Array>({
		start(controller) {
			for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
			if (end === 'close') controller.close();
			if (end === 'error') controller.error(new TypeError('network error'));
		}
	});
}

describe('an answer of ours', () => {
	test('is read', async () => {
		const answer = await syncOver(() => new Response(good(), { headers: JSON_TYPE }));
		expect(answer).toEqual({ ok: true, value: anAnswer(REQUEST) });
	});

	test('goes to one address, with the cookie of this site alone', async () => {
		let asked: [string, RequestInit] | undefined;
		const { transport } = over((...request) => {
			asked = request;
			return new Response(good(), { headers: JSON_TYPE });
		});
		await transport.sync(REQUEST);
		expect(asked).toMatchObject([
			'/api/sync',
			{ method: 'POST', credentials: 'same-origin', cache: 'no-store', redirect: 'error' }
		]);
	});

	test('a long request travels gzip’d, a short one as it is', async () => {
		const bodies: [unknown, unknown][] = [];
		const { transport } = over((_url, { body, headers }) => {
			bodies.push([body, (headers as Record<string, string>)['content-encoding']]);
			return new Response(good(), { headers: JSON_TYPE });
		});
		await transport.sync(REQUEST);
		const long = { ...REQUEST, contacts: Array.from({ length: 40 }, () => 'contact'.repeat(10)) };
		await transport.sync(long);

		expect(bodies[0]).toEqual([JSON.stringify(REQUEST), undefined]);
		expect(bodies[1]?.[1]).toBe('gzip');
		expect(JSON.parse(gunzipSync(bodies[1]?.[0] as Uint8Array).toString())).toEqual(long);
	});
});

describe('I8: an answer that is not ours changes nothing and says what it is', () => {
	const page = '<html><body>Selamat datang di Wi-Fi kantor</body></html>';
	const html = { 'content-type': 'text/html' };

	test.each<[string, Response, unknown]>([
		[
			'200 with the page of a captive portal',
			new Response(page, { headers: html }),
			{ type: 'not-ours', status: 200 }
		],
		[
			'200 with a page that calls itself JSON',
			new Response('{"welcome":true}', { headers: JSON_TYPE }),
			{ type: 'not-ours', status: 200 }
		],
		[
			'the answer to another request',
			new Response(JSON.stringify(anAnswer({ ...REQUEST, requestId: 'zzzzzz000000' })), {
				headers: JSON_TYPE
			}),
			{ type: 'not-ours', status: 200 }
		],
		[
			'an answer in another shape',
			new Response(JSON.stringify({ ...anAnswer(REQUEST), documents: [{ _id: 'x' }] }), {
				headers: JSON_TYPE
			}),
			{ type: 'not-ours', status: 200 }
		],
		[
			'an answer of another protocol',
			new Response(JSON.stringify({ ...anAnswer(REQUEST), protocol: 2 }), { headers: JSON_TYPE }),
			{ type: 'not-ours', status: 200 }
		],
		[
			'502 of a proxy',
			new Response(page, { status: 502, headers: html }),
			{ type: 'not-ours', status: 502 }
		],
		[
			'401 of a captive portal',
			new Response(page, { status: 401, headers: html }),
			{ type: 'not-ours', status: 401 }
		],
		['204', new Response(null, { status: 204 }), { type: 'not-ours', status: 204 }]
	])('%s', async (_what, response, error) => {
		expect(await syncOver(() => response)).toEqual({ ok: false, error });
	});

	test('an answer cut at any byte', async () => {
		const whole = good();
		for (let length = 1; length < whole.length; length += 1) {
			const answer = await syncOver(
				() => new Response(whole.slice(0, length), { headers: JSON_TYPE })
			);
			expect(answer).toEqual({ ok: false, error: { type: 'cut' } });
		}
	});

	test('a line that breaks in the middle of the answer', async () => {
		const body = aBody([good().slice(0, 30)], 'error');
		const answer = await syncOver(() => new Response(body, { headers: JSON_TYPE }));
		expect(answer).toEqual({ ok: false, error: { type: 'cut' } });
	});
});

describe('a problem told by the server', () => {
	test.each<[ProblemType, object, object, unknown]>([
		['not-signed-in', {}, {}, { type: 'signed-out' }],
		['password-change-required', {}, {}, { type: 'password-change-required' }],
		['protocol-unsupported', {}, {}, { type: 'outdated' }],
		['overloaded', { retryAfterMs: 4_000 }, {}, { type: 'busy', retryAfterMs: 4_000 }],
		['overloaded', {}, { 'retry-after': '7' }, { type: 'busy', retryAfterMs: 7_000 }],
		['database-unavailable', {}, {}, { type: 'busy', retryAfterMs: 0 }],
		['internal', {}, {}, { type: 'busy', retryAfterMs: 0 }]
	])('%s', async (type, more, headers, error) => {
		const answer = await syncOver(() => problemAnswer(type, more, headers));
		expect(answer).toEqual({ ok: false, error });
	});

	test('a proxy that says 503 or 429 is waited for as long as it asks', async () => {
		const answers = await Promise.all(
			[503, 429].map((status) =>
				syncOver(() => new Response('busy', { status, headers: { 'retry-after': '30' } }))
			)
		);
		const busy = { ok: false, error: { type: 'busy', retryAfterMs: 30_000 } };
		expect(answers).toEqual([busy, busy]);
	});

	test('Retry-After may be a date, read by the clock of the answer', async () => {
		const headers = {
			date: 'Tue, 24 Nov 2026 02:00:00 GMT',
			'retry-after': 'Tue, 24 Nov 2026 02:00:45 GMT'
		};
		const answer = await syncOver(() => new Response('', { status: 503, headers }));
		expect(answer).toEqual({ ok: false, error: { type: 'busy', retryAfterMs: 45_000 } });
	});

	test('whatever else is refused is told with the problem', async () => {
		const answer = await syncOver(() => problemAnswer('too-large'));
		expect(answer).toEqual({
			ok: false,
			error: { type: 'refused', problem: createProblem('too-large') }
		});
	});
});

describe('I10: every request ends by itself', () => {
	test('no line', async () => {
		const answer = await syncOver(() => Promise.reject(new TypeError('Failed to fetch')));
		expect(answer).toEqual({ ok: false, error: { type: 'offline' } });
	});

	test('a server that accepts and never answers is given up after 20 seconds', async () => {
		const { transport, time } = over(() => new Promise(() => undefined));
		let answer: unknown;
		void transport.sync(REQUEST).then((value) => (answer = value));
		await time.advance(19_999);
		expect(answer).toBeUndefined();
		await time.advance(1);
		expect(answer).toEqual({ ok: false, error: { type: 'timeout', answering: false } });
	});

	test('an answer that stops is given up 20 seconds after its last byte', async () => {
		let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
		const body = new ReadableStream<Uint8Array>({ start: (given) => (controller = given) });
		const { transport, time } = over(() => new Response(body, { headers: JSON_TYPE }));
		let answer: unknown;
		void transport.sync(REQUEST).then((value) => (answer = value));
		await time.advance(15_000);
		controller?.enqueue(new TextEncoder().encode('{"proto'));
		await time.advance(19_999);
		expect(answer).toBeUndefined();
		await time.advance(1);
		expect(answer).toEqual({ ok: false, error: { type: 'timeout', answering: true } });
	});

	test('a slow answer that goes on is waited for', async () => {
		let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
		const body = new ReadableStream<Uint8Array>({ start: (given) => (controller = given) });
		const { transport, time } = over(() => new Response(body, { headers: JSON_TYPE }));
		const answer = transport.sync(REQUEST);
		const bytes = new TextEncoder().encode(good());
		for (let at = 0; at < bytes.length; at += 50) {
			await time.advance(15_000);
			controller?.enqueue(bytes.slice(at, at + 50));
		}
		controller?.close();
		expect(await answer).toMatchObject({ ok: true });
	});

	test('a letter may be cut in two on the way', async () => {
		const said = { ...anAnswer(REQUEST), contact: 'Žofia 😀' };
		const bytes = new TextEncoder().encode(JSON.stringify(said));
		const body = new ReadableStream<Uint8Array>({
			start(controller) {
				for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
				controller.close();
			}
		});
		const answer = await syncOver(() => new Response(body, { headers: JSON_TYPE }));
		expect(answer).toEqual({ ok: true, value: said });
	});

	test('a sync that is stopped lets go at once', async () => {
		const { transport } = over(() => new Promise(() => undefined));
		const stop = new AbortController();
		const answer = transport.sync(REQUEST, stop.signal);
		stop.abort();
		expect(await answer).toEqual({ ok: false, error: { type: 'offline' } });
	});
});

describe('sessions', () => {
	const SIGNED_IN = {
		person: SITI,
		name: 'Siti Contoh',
		serverTime: 1,
		contact: 'contact-1',
		mustChangePassword: false
	};
	const json = (body: unknown) => new Response(JSON.stringify(body), { headers: JSON_TYPE });
	const asking = { person: SITI, password: 'rahasia', deviceId: 'device01' };

	test('a sign-in brings the name and the first contact', async () => {
		const { transport } = over(() => json(SIGNED_IN));
		expect(await transport.signIn(asking)).toEqual({ ok: true, value: SIGNED_IN });
	});

	test('an answer about somebody else is not ours', async () => {
		const { transport } = over(() => json({ ...SIGNED_IN, person: '1'.repeat(18) }));
		const notOurs = { ok: false, error: { type: 'not-ours', status: 200 } };
		expect(await transport.signIn(asking)).toEqual(notOurs);
		expect(await transport.signOut({ person: SITI, deviceId: 'device01' })).toEqual(notOurs);
	});

	test('too many attempts are told with the time to wait', async () => {
		const { transport } = over(() => problemAnswer('too-many-attempts', { retryAfterMs: 9_000 }));
		expect(await transport.signIn(asking)).toMatchObject({
			error: { type: 'refused', problem: { type: 'too-many-attempts', retryAfterMs: 9_000 } }
		});
	});

	test('a sign-out is told by its echo', async () => {
		const { transport } = over(() => json({ person: SITI }));
		expect(await transport.signOut({ person: SITI, deviceId: 'device01' })).toEqual({
			ok: true,
			value: undefined
		});
	});
});

/** What is served besides the calls: pages, what operators ask, and one shape for all that is wrong. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { Problem, PROBLEM_CONTENT_TYPE, type ProblemType } from '#lib/protocol/problem.ts';
import { DatabaseUnavailable } from '#server/db/database.ts';
import { SITI } from '#tests/support/factories.ts';
import {
	aSync,
	type OfficeServer,
	type Sent,
	withOfficeServer
} from '#tests/support/office-server.ts';

const PAGE: Sent = { headers: { accept: 'text/html' } };
const PAGE_HEADERS = [
	'content-security-policy',
	'cross-origin-opener-policy',
	'permissions-policy',
	'referrer-policy'
];

const headersOf = (answer: Response) =>
	PAGE_HEADERS.filter((name) => answer.headers.get(name) !== null);

const closed = () => Promise.reject(new DatabaseUnavailable('The database is gone.'));

describe('a page', () => {
	test.each(['/', '/riwayat', '/entri/2026-11-24/baru?dari=beranda'])(
		'%s is the shell, under a policy that lets nothing foreign run',
		(path) =>
			withOfficeServer(async ({ send }) => {
				const answer = await send(path, PAGE);
				expect(answer.status).toBe(200);
				expect(headersOf(answer)).toEqual(PAGE_HEADERS);
				const script = /<script>(.*)<\/script>/.exec(await answer.text())?.[1] ?? '';
				const hash = createHash('sha256').update(script).digest('base64');
				const policy = answer.headers.get('content-security-policy')?.split('; ') ?? [];
				expect(policy).toContain("default-src 'none'");
				expect(policy).toContain(`script-src 'self' 'sha256-${hash}'`);
				expect(policy).toContain("frame-ancestors 'none'");
			})
	);

	test('is asked for again each time, so that a new build is seen', () =>
		withOfficeServer(async ({ send }) => {
			expect((await send('/', PAGE)).headers.get('cache-control')).toBe('no-cache');
		}));

	test('never leads outside the build', () =>
		withOfficeServer(async ({ send }) => {
			for (const path of ['/..%2f..%2fetc%2fpasswd', '/%2e%2e/%2e%2e/etc/passwd', '/.%00./x'])
				expect(await (await send(path)).text()).not.toContain('root:');
		}));
});

describe('an answer of the API', () => {
	test('carries no headers of pages and is kept by nobody', () =>
		withOfficeServer(async ({ send, signIn }) => {
			const headers = { cookie: await signIn(SITI) };
			const answers = [
				await send('/api/sync', { body: aSync(SITI), headers }),
				await send('/api/sync', { body: aSync(SITI) }),
				await send('/api/none'),
				await send('/api/health')
			];
			expect(answers.map(({ status }) => status)).toEqual([200, 401, 404, 200]);
			expect(answers.flatMap(headersOf)).toEqual([]);
			for (const { headers: given } of answers) expect(given.get('cache-control')).toBe('no-store');
		}));
});

const broken = ({ work, accounts }: OfficeServer) => {
	work.replace({ ping: closed });
	accounts.replace({ read: () => Promise.reject(new Error('a fault of ours')) });
};
const away = ({ accounts }: OfficeServer) => accounts.replace({ read: closed });
const untouched = () => undefined;
const session = { body: { person: SITI, password: 'salah semua', deviceId: 'device000001' } };
const foreign = { origin: 'https://lain.example' };

const PROBLEMS: [number, ProblemType, string, Sent, (server: OfficeServer) => void][] = [
	[404, 'not-found', '/api/none', {}, untouched],
	[404, 'not-found', '/api/none', PAGE, untouched],
	[404, 'not-found', '/api', PAGE, untouched],
	[404, 'not-found', '/api/none', { body: {} }, untouched],
	[404, 'not-found', '/api/sync', {}, untouched],
	[404, 'not-found', '/api/sync', { method: 'PUT', body: aSync(SITI) }, untouched],
	[404, 'not-found', '/api/session', { method: 'DELETE' }, untouched],
	[404, 'not-found', '/_app/immutable/gone.js', PAGE, untouched],
	[404, 'not-found', '/gone.png', {}, untouched],
	[400, 'bad-request', '/api/%zz', {}, untouched],
	[400, 'bad-request', '/api/sync', { body: 'x' }, untouched],
	[401, 'not-signed-in', '/api/sync', { body: aSync(SITI) }, untouched],
	[401, 'wrong-credentials', '/api/session', session, untouched],
	[403, 'foreign-origin', '/api/session', { ...session, headers: foreign }, untouched],
	[413, 'too-large', '/api/sync', { body: 'x'.repeat(2 ** 20 + 1) }, untouched],
	[426, 'protocol-unsupported', '/api/sync', { body: aSync(SITI, { protocol: 2 }) }, untouched],
	[500, 'internal', '/api/session', session, broken],
	[503, 'database-unavailable', '/api/session', session, away]
];

test.each(PROBLEMS)('a problem has one shape: %i %s', (status, type, path, sent, before) =>
	withOfficeServer(async (server) => {
		before(server);
		const answer = await server.send(path, sent);
		expect(answer.status).toBe(status);
		expect(answer.headers.get('content-type')).toBe(PROBLEM_CONTENT_TYPE);
		expect(Problem.parse(await answer.json())).toMatchObject({ type, status });
	})
);

test('what the server knows of its own faults stays with it', () =>
	withOfficeServer(async (server) => {
		broken(server);
		const answer = await server.send('/api/session', session);
		expect(Object.keys((await answer.json()) as object)).toEqual(['type', 'title', 'status']);
		expect(server.log.text).toContain('a fault of ours');
	}));

test('a wait is told twice, in the header and to the millisecond', () =>
	withOfficeServer(async (server) => {
		away(server);
		const answer = await server.send('/api/session', session);
		expect(answer.headers.get('retry-after')).toBe('10');
		expect(await answer.json()).toMatchObject({ retryAfterMs: 10_000 });
	}));

describe('a request that changes something', () => {
	const OWN = 'https://kinerja.example';
	const settings = { PUBLIC_ORIGIN: OWN };
	const post = ({ send }: OfficeServer, headers: Record<string, string>) =>
		send('/api/session', { ...session, headers });

	test.each([
		['from another site', { origin: 'https://lain.example' }],
		['from another port', { origin: 'http://127.0.0.1:1' }],
		['from a page without origin', { origin: 'null' }],
		['that a browser calls foreign', { 'sec-fetch-site': 'cross-site' }],
		['from a sister site', { 'sec-fetch-site': 'same-site' }]
	])('%s is refused before its password is looked at', (_name, headers) =>
		withOfficeServer(async (server) => {
			expect((await post(server, headers as Record<string, string>)).status).toBe(403);
			const calls = server.accounts.calls.length;
			await post(server, headers);
			expect(server.accounts.calls).toHaveLength(calls);
		}, settings)
	);

	test('from our own pages, at either address, is let in', () =>
		withOfficeServer(async (server) => {
			const own = { origin: server.url, 'sec-fetch-site': 'same-origin' };
			expect((await post(server, own)).status).toBe(401);
			expect((await post(server, { origin: OWN })).status).toBe(401);
			expect((await post(server, {})).status).toBe(401);
		}, settings));
});

describe('/api/health', () => {
	test('says that all is well', () =>
		withOfficeServer(async ({ send }) => {
			const answer = await send('/api/health');
			expect(answer.status).toBe(200);
			expect(await answer.json()).toEqual({ status: 'ok', database: 'up' });
		}));

	test('says so when the database is away', () =>
		withOfficeServer(async ({ send, work }) => {
			work.replace({ ping: closed });
			const answer = await send('/api/health');
			expect(answer.status).toBe(503);
			expect(await answer.json()).toEqual({ status: 'failing', database: 'down' });
		}));
});

describe('/metrics', () => {
	const METRICS_TOKEN = 'sebuah-token-panjang';
	const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
	const forwarded = (name: string) => ({ headers: { [name]: 'for=10.0.0.1' } });

	test('counts requests by route and status, with times that are times', () =>
		withOfficeServer(async ({ send, signIn }) => {
			await signIn(SITI);
			await send('/api/sync', { body: 'x'.repeat(2 ** 20 + 1) });
			const text = await (await send('/metrics')).text();
			const name = 'http_request_duration_seconds';
			expect(text).toContain(`${name}_count{route="/api/session",status="200"} 1`);
			expect(text).toContain(`${name}_sum{route="/api/sync",status="413"} 0`);
			expect(text).not.toContain(SITI);
		}));

	test.each(['x-forwarded-for', 'forwarded'])('is not there for who comes through %s', (name) =>
		withOfficeServer(async ({ send }) => {
			expect((await send('/metrics', forwarded(name))).status).toBe(404);
		})
	);

	test('with a token set, opens to it and to nothing else', () =>
		withOfficeServer(
			async ({ send }) => {
				expect((await send('/metrics', bearer(METRICS_TOKEN))).status).toBe(200);
				expect((await send('/metrics', bearer('sebuah-token-lain-lagi'))).status).toBe(404);
				expect((await send('/metrics')).status).toBe(404);
			},
			{ METRICS_TOKEN }
		));
});

/** Signing in, over HTTP: who gets a session, how long it counts, and what trying passwords costs. */
import { describe, expect, test } from 'vitest';
import { DAY_MS } from '#lib/domain/day.ts';
import { Problem } from '#lib/protocol/problem.ts';
import { SignInResponse } from '#lib/protocol/session.ts';
import { accountId } from '#server/auth/account.ts';
import { sessionName } from '#server/auth/session.ts';
import { BUDI, NOW, RATNA, SITI } from '#tests/support/factories.ts';
import {
	aSync,
	cookieOf,
	DEVICE,
	type OfficeServer,
	PASSWORD,
	START_CODE,
	withOfficeOn,
	withOfficeServer
} from '#tests/support/office-server.ts';
import { DATABASE_KINDS } from '#tests/support/server-process.ts';

const credentials = (person: string, password: string) => ({ person, password, deviceId: DEVICE });

const trySignIn = ({ send }: OfficeServer, person: string, password: string) =>
	send('/api/session', { body: credentials(person, password) });

const sync = ({ send }: OfficeServer, person: string, cookie: string) =>
	send('/api/sync', { body: aSync(person), headers: { cookie } });

const problemOf = async (answer: Response) => Problem.parse(await answer.json());

async function typeOf(answer: Promise<Response>): Promise<string> {
	return (await problemOf(await answer)).type;
}

describe('signing in', () => {
	test('gives the person a session in a cookie no script and no other site can use', () =>
		withOfficeServer(async (server) => {
			const answer = await trySignIn(server, SITI, PASSWORD);
			const said = SignInResponse.parse(await answer.json());
			expect(said).toMatchObject({ person: SITI, name: 'Siti Contoh', serverTime: NOW });
			expect(said.mustChangePassword).toBe(false);
			const attributes = (answer.headers.getSetCookie()[0] ?? '').split('; ').slice(1);
			const seconds = (180 * DAY_MS) / 1_000;
			expect(attributes.sort()).toEqual(
				['HttpOnly', `Max-Age=${seconds}`, 'Path=/api', 'SameSite=Strict'].sort()
			);
		}));

	test('over https the cookie never travels without it', () =>
		withOfficeServer(async ({ send, port }) => {
			const body = credentials(SITI, PASSWORD);
			const headers = { origin: `https://127.0.0.1:${port}` };
			const answer = await send('/api/session', { body, headers });
			expect(answer.headers.getSetCookie()[0]).toMatch(/; Secure/);
		}));

	test('a wrong password and an unknown number get the same answer', () =>
		withOfficeServer(async (server) => {
			const wrong = await trySignIn(server, SITI, 'salah semua');
			const unknown = await trySignIn(server, '199912312025011009', PASSWORD);
			expect([wrong.status, unknown.status]).toEqual([401, 401]);
			expect(await wrong.text()).toBe(await unknown.text());
			expect(wrong.headers.getSetCookie()).toEqual([]);
		}));

	test('a disabled account is told so only with its password', () =>
		withOfficeServer(async (server) => {
			const [account] = await server.accounts.database.withPrefix(accountId(SITI));
			if (!account) throw new Error('Siti has an account');
			await server.accounts.database.write([{ ...account, disabled: true } as typeof account]);
			expect(await typeOf(trySignIn(server, SITI, 'salah semua'))).toBe('wrong-credentials');
			expect(await typeOf(trySignIn(server, SITI, PASSWORD))).toBe('account-disabled');
		}));
});

describe('a start code', () => {
	test('opens nothing but the way to a password of one’s own', () =>
		withOfficeServer(async (server) => {
			const cookie = await server.signIn(BUDI, START_CODE);
			const refused = await sync(server, BUDI, cookie);
			expect(refused.status).toBe(403);
			expect(await typeOf(Promise.resolve(refused))).toBe('password-change-required');

			const body = { person: BUDI, deviceId: DEVICE, current: START_CODE, next: PASSWORD };
			const changed = await server.send('/api/password', { body, headers: { cookie } });
			expect(await changed.json()).toMatchObject({ person: BUDI, mustChangePassword: false });
			expect((await sync(server, BUDI, cookieOf(changed))).status).toBe(200);
			expect(await typeOf(trySignIn(server, BUDI, START_CODE))).toBe('wrong-credentials');
		}));

	test.each([
		['too-short', 'pendek'],
		['same-as-current', START_CODE],
		['from-number', BUDI],
		['from-name', 'Budi 1985'],
		['too-common', 'Rahasia 123']
	])('can not be replaced by a password that is %s', (detail, next) =>
		withOfficeServer(async ({ send, signIn }) => {
			const headers = { cookie: await signIn(BUDI, START_CODE) };
			const body = { person: BUDI, deviceId: DEVICE, current: START_CODE, next };
			const answer = await send('/api/password', { body, headers });
			expect(answer.status).toBe(422);
			expect(await problemOf(answer)).toMatchObject({ type: 'password-refused', detail });
		})
	);
});

describe.each(DATABASE_KINDS)('a session, %s', (kind) => {
	test('I9: no session, no answer', () =>
		withOfficeOn(kind, async (server) => {
			const answer = await sync(server, SITI, '');
			expect(answer.status).toBe(401);
			expect(await typeOf(Promise.resolve(answer))).toBe('not-signed-in');
		}));

	test('I9: a colleague’s cookie opens nothing, under his name or under another', () =>
		withOfficeOn(kind, async (server) => {
			const cookie = await server.signIn(RATNA);
			const renamed = cookie.replace(sessionName(RATNA), sessionName(SITI));
			expect(await typeOf(sync(server, SITI, cookie))).toBe('not-signed-in');
			expect(await typeOf(sync(server, SITI, renamed))).toBe('not-signed-in');
		}));

	test('two people on one computer each have their own', () =>
		withOfficeOn(kind, async (server) => {
			const both = `${await server.signIn(SITI)}; ${await server.signIn(RATNA)}`;
			expect((await sync(server, SITI, both)).status).toBe(200);
			expect((await sync(server, RATNA, both)).status).toBe(200);
		}));

	test('ends when it is signed out, which may be repeated, and leaves the person’s others', () =>
		withOfficeOn(kind, async (server) => {
			const cookie = await server.signIn(SITI);
			const other = await server.signIn(SITI);
			const end = () =>
				server.send('/api/session/end', {
					body: { person: SITI, deviceId: DEVICE },
					headers: { cookie }
				});
			expect([(await end()).status, (await end()).status]).toEqual([200, 200]);
			expect(await typeOf(sync(server, SITI, cookie))).toBe('not-signed-in');
			expect((await sync(server, SITI, other)).status).toBe(200);
		}));

	test('signed out elsewhere by one, the others end and it does not, also when repeated', () =>
		withOfficeOn(kind, async (server) => {
			const [lost, held] = [await server.signIn(SITI), await server.signIn(SITI)];
			const colleague = await server.signIn(RATNA);
			const endOthers = (cookie: string) => {
				const body = { person: SITI, deviceId: DEVICE };
				return server.send('/api/session/end-others', { body, headers: { cookie } });
			};
			expect(await typeOf(endOthers(colleague))).toBe('not-signed-in');
			expect([(await endOthers(held)).status, (await endOthers(held)).status]).toEqual([200, 200]);
			expect(await typeOf(sync(server, SITI, lost))).toBe('not-signed-in');
			expect(await typeOf(endOthers(lost))).toBe('not-signed-in');
			expect((await sync(server, SITI, held)).status).toBe(200);
			server.clock.now += 1;
			expect((await sync(server, SITI, await server.signIn(SITI))).status).toBe(200);
			expect((await sync(server, RATNA, colleague)).status).toBe(200);
		}));

	test('a new password ends the sessions of all other devices', () =>
		withOfficeOn(kind, async (server) => {
			const [lost, held] = [await server.signIn(SITI), await server.signIn(SITI)];
			const body = { person: SITI, deviceId: DEVICE, current: PASSWORD, next: 'pasar ikan sore' };
			const changed = await server.send('/api/password', { body, headers: { cookie: held } });
			expect(await typeOf(sync(server, SITI, lost))).toBe('not-signed-in');
			expect((await sync(server, SITI, cookieOf(changed))).status).toBe(200);
		}));

	test('counts for 180 days and then no more', () =>
		withOfficeOn(kind, async (server) => {
			const cookie = await server.signIn(SITI);
			server.clock.now = NOW + 180 * DAY_MS - 1;
			expect((await sync(server, SITI, cookie)).status).toBe(200);
			server.clock.now = NOW + 180 * DAY_MS;
			expect(await typeOf(sync(server, SITI, cookie))).toBe('not-signed-in');
		}));
});

describe('trying passwords', () => {
	async function tryWrong(server: OfficeServer, times: number): Promise<Response[]> {
		const answers: Response[] = [];
		for (let count = 0; count < times; count += 1)
			answers.push(await trySignIn(server, SITI, 'salah semua'));
		return answers;
	}

	test('costs nothing at first, then a wait that is told', () =>
		withOfficeServer(async (server) => {
			const answers = await tryWrong(server, 5);
			expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 429]);
			expect(answers[4]?.headers.get('retry-after')).toBe('1');
			expect(await problemOf(answers[4] as Response)).toMatchObject({
				type: 'too-many-attempts',
				retryAfterMs: 1_000
			});
		}));

	test('never makes anybody wait for more than a minute, and then the right one is taken', () =>
		withOfficeServer(async (server) => {
			await tryWrong(server, 4);
			const waits: number[] = [];
			for (let round = 0; round < 9; round += 1) {
				const refused = await problemOf(await trySignIn(server, SITI, PASSWORD));
				waits.push(refused.retryAfterMs ?? 0);
				server.clock.now += refused.retryAfterMs ?? 0;
				if (round < 8) await tryWrong(server, 1);
			}
			const seconds = [1, 2, 4, 8, 16, 32, 60, 60, 60];
			expect(waits).toEqual(seconds.map((wait) => wait * 1_000));
			expect((await trySignIn(server, SITI, PASSWORD)).status).toBe(200);
			expect((await trySignIn(server, SITI, 'salah semua')).status).toBe(401);
		}));

	test('locks out nobody else behind the same address, and no session that exists', () =>
		withOfficeServer(async (server) => {
			const cookie = await server.signIn(SITI);
			await tryWrong(server, 10);
			expect((await trySignIn(server, RATNA, PASSWORD)).status).toBe(200);
			expect((await sync(server, SITI, cookie)).status).toBe(200);
		}));

	test('many at once count as many', () =>
		withOfficeServer(async (server) => {
			const tries = Array.from({ length: 12 }, () => trySignIn(server, SITI, 'salah semua'));
			const statuses = (await Promise.all(tries)).map(({ status }) => status);
			expect(statuses.filter((status) => status === 401)).toHaveLength(4);
		}));
});

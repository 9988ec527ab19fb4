/** The devices a person is signed in on, over HTTP: who sees them, what is kept of them, ending one; on each database. */
import { describe, expect, test } from 'vitest';
import { DAY_MS } from '#lib/domain/day.ts';
import { Problem } from '#lib/protocol/problem.ts';
import { type SignedInDevice, SessionsResponse } from '#lib/protocol/session.ts';
import { sessionListId } from '#server/auth/session-list.ts';
import { BUDI, NOW, RATNA, SITI, TODAY } from '#tests/support/factories.ts';
import {
	aSync,
	cookieOf,
	type OfficeServer,
	PASSWORD,
	START_CODE,
	withOfficeOn
} from '#tests/support/office-server.ts';
import { DATABASE_KINDS } from '#tests/support/server-process.ts';

const PHONE = {
	deviceId: 'phone00001',
	agent: 'Mozilla/5.0 (Linux; Android 10; K) Chrome/140.0 Mobile'
};
const LAPTOP = {
	deviceId: 'laptop0001',
	agent: 'Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0'
};
type Device = typeof PHONE;

async function signIn({ send }: OfficeServer, person: string, device: Device): Promise<string> {
	const password = person === BUDI ? START_CODE : PASSWORD;
	const body = { person, password, deviceId: device.deviceId };
	return cookieOf(await send('/api/session', { body, headers: { 'user-agent': device.agent } }));
}

type Asked = { readonly cookie: string; readonly device?: Device; readonly person?: string };

function ask({ send }: OfficeServer, path: string, asked: Asked, more = {}, headers = {}) {
	const { cookie, device = PHONE, person = SITI } = asked;
	const body = { person, deviceId: device.deviceId, ...more };
	return send(path, { body, headers: { cookie, 'user-agent': device.agent, ...headers } });
}

async function devicesOf(server: OfficeServer, asked: Asked): Promise<SignedInDevice[]> {
	const answer = await ask(server, '/api/sessions', asked);
	return [...SessionsResponse.parse(await answer.json()).devices];
}

const end = (server: OfficeServer, asked: Asked, session: string) =>
	ask(server, '/api/sessions/end', asked, { session });

const sync = ({ send }: OfficeServer, cookie: string, { deviceId }: Device) =>
	send('/api/sync', { body: aSync(SITI, { deviceId }), headers: { cookie } });

const typeOf = async (answer: Response) => Problem.parse(await answer.json()).type;

describe.each(DATABASE_KINDS)('the list of devices, %s', (kind) => {
	test('tells each by browser and system, when it signed in and which one asks', () =>
		withOfficeOn(kind, async (server) => {
			const cookie = await signIn(server, SITI, PHONE);
			server.clock.now += 1;
			await signIn(server, SITI, LAPTOP);
			await signIn(server, RATNA, LAPTOP);
			expect(await devicesOf(server, { cookie })).toMatchObject([
				{
					kind: { browser: 'chrome', system: 'android' },
					signedInAt: NOW,
					seenOn: TODAY,
					isThis: true
				},
				{ kind: { browser: 'firefox', system: 'windows' }, signedInAt: NOW + 1, isThis: false }
			]);
		}));

	test('a sync moves the day on which a device was seen', () =>
		withOfficeOn(kind, async (server) => {
			const [phone, laptop] = [
				await signIn(server, SITI, PHONE),
				await signIn(server, SITI, LAPTOP)
			];
			server.clock.now += DAY_MS;
			expect((await sync(server, phone, PHONE)).status).toBe(200);
			const seen = await devicesOf(server, { cookie: laptop, device: LAPTOP });
			expect(seen.map(({ seenOn }) => seenOn)).toEqual(['2026-11-25', '2026-11-25']);
			server.clock.now += DAY_MS;
			const later = await devicesOf(server, { cookie: laptop, device: LAPTOP });
			expect(later.map(({ seenOn }) => seenOn)).toEqual(['2026-11-26', '2026-11-25']);
		}));

	test('I9: is for the person alone, with a password of his own, from our own pages', () =>
		withOfficeOn(kind, async (server) => {
			const cookie = await signIn(server, SITI, PHONE);
			const colleague = await signIn(server, RATNA, LAPTOP);
			const newcomer = await signIn(server, BUDI, LAPTOP);
			const foreign = { origin: 'https://lain.example' };
			const answers = [
				await ask(server, '/api/sessions', { cookie: colleague }),
				await ask(server, '/api/sessions', { cookie: newcomer, person: BUDI }),
				await ask(server, '/api/sessions', { cookie }, {}, foreign)
			];
			expect(await Promise.all(answers.map(typeOf))).toEqual([
				'not-signed-in',
				'password-change-required',
				'foreign-origin'
			]);
		}));

	test('nothing but the coarse words is kept: no user agent, no address, no token', () =>
		withOfficeOn(kind, async (server) => {
			const cookie = await signIn(server, SITI, PHONE);
			await devicesOf(server, { cookie });
			const isStored = async () =>
				(await server.accounts.database.withPrefix(sessionListId(SITI))).length > 0;
			await expect.poll(isStored, { timeout: 5_000 }).toBe(true);
			const [stored] = await server.accounts.database.withPrefix(sessionListId(SITI));
			const [kept] = (stored as unknown as { sessions: object[] }).sessions;
			expect(Object.keys(kept ?? {}).sort()).toEqual(['deviceId', 'epoch', 'id', 'kind', 'seenOn']);
			const secret = cookie.slice(cookie.lastIndexOf('.') + 1);
			expect(JSON.stringify(stored)).not.toContain(secret);
			expect(server.log.text).not.toContain('Mozilla');
			expect(server.log.text).not.toContain(SITI);
		}));
});

describe.each(DATABASE_KINDS)('ending one session, %s', (kind) => {
	test('ends that device’s and no other, also when repeated', () =>
		withOfficeOn(kind, async (server) => {
			const [phone, laptop] = [
				await signIn(server, SITI, PHONE),
				await signIn(server, SITI, LAPTOP)
			];
			const again = await signIn(server, SITI, LAPTOP);
			const asked = { cookie: phone };
			const other = (await devicesOf(server, asked)).find(({ isThis }) => !isThis);
			const { session = 'none' } = other ?? {};
			const statuses = [(await end(server, asked, session)).status];
			statuses.push((await end(server, asked, session)).status);
			expect(statuses).toEqual([200, 200]);
			expect(await typeOf(await sync(server, laptop, LAPTOP))).toBe('not-signed-in');
			expect(await typeOf(await sync(server, again, LAPTOP))).toBe('not-signed-in');
			expect((await sync(server, phone, PHONE)).status).toBe(200);
			expect(await devicesOf(server, asked)).toHaveLength(1);
		}));

	test('I9: of somebody else, or from a foreign page, ends nothing', () =>
		withOfficeOn(kind, async (server) => {
			const cookie = await signIn(server, SITI, PHONE);
			const colleague = await signIn(server, RATNA, LAPTOP);
			const [own] = await devicesOf(server, { cookie });
			const session = own?.session ?? 'none';
			const asRatna = { cookie: colleague, person: RATNA };
			expect((await end(server, asRatna, session)).status).toBe(200);
			expect(await typeOf(await end(server, { cookie: colleague }, session))).toBe('not-signed-in');
			const foreign = { 'sec-fetch-site': 'cross-site' };
			const answer = await ask(server, '/api/sessions/end', { cookie }, { session }, foreign);
			expect(await typeOf(answer)).toBe('foreign-origin');
			expect((await sync(server, cookie, PHONE)).status).toBe(200);
		}));

	test('the name of a session opens nothing and what is no name is refused', () =>
		withOfficeOn(kind, async (server) => {
			const cookie = await signIn(server, SITI, PHONE);
			const [own] = await devicesOf(server, { cookie });
			const forged = `${cookie.split('=')[0]}=${own?.session}`;
			expect(await typeOf(await sync(server, forged, PHONE))).toBe('not-signed-in');
			expect(await typeOf(await end(server, { cookie }, '../x'))).toBe('bad-request');
		}));

	test('a session that ended is not listed: signed out, ended elsewhere, or by a new password', () =>
		withOfficeOn(kind, async (server) => {
			const cookie = await signIn(server, SITI, PHONE);
			const laptop = await signIn(server, SITI, LAPTOP);
			await ask(server, '/api/session/end', { cookie: laptop, device: LAPTOP });
			expect(await devicesOf(server, { cookie })).toHaveLength(1);
			await signIn(server, SITI, LAPTOP);
			await ask(server, '/api/session/end-others', { cookie });
			expect(await devicesOf(server, { cookie })).toHaveLength(1);
			server.clock.now += 1;
			await signIn(server, SITI, LAPTOP);
			const change = { current: PASSWORD, next: 'pasar ikan sore' };
			const changed = await ask(server, '/api/password', { cookie }, change);
			const left = await devicesOf(server, { cookie: cookieOf(changed) });
			expect(left).toMatchObject([{ kind: { browser: 'chrome' }, isThis: true }]);
		}));
});

import { describe, expect, test } from 'vitest';
import { SITI } from '#tests/support/factories.ts';
import { Passwords, refusePassword } from './passwords.ts';

const PASSWORD = 'pasar ikan pagi';

const somePasswords = (limits?: { maxRunning: number; maxWaiting: number }) =>
	new Passwords({ now: () => 0, random: () => 0.5 }, limits);

async function hashOf(password: string): Promise<string> {
	const hashed = await somePasswords().hash(password);
	if (!hashed.ok) throw new Error('nothing else is hashed here');
	return hashed.value;
}

describe('hash', () => {
	test('gives argon2id of the cost that was decided, with a salt of its own', async () => {
		const [one, other] = [await hashOf(PASSWORD), await hashOf(PASSWORD)];
		expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
		expect(other).not.toBe(one);
	});
});

describe('verify', () => {
	test.each([
		['the password', PASSWORD, true],
		['another one', 'pasar ikan sore', false],
		['the password in capitals', PASSWORD.toUpperCase(), false],
		['nothing', '', false]
	])('%s: %s is right: %s', async (_name, given, isRight) => {
		const known = await hashOf(PASSWORD);
		expect(await somePasswords().verify(given, known)).toEqual({ ok: true, value: isRight });
	});

	test('the same text typed on two keyboards is the same', async () => {
		const known = await hashOf('caf\u00e9 senja');
		const typed = await somePasswords().verify('cafe\u0301 senja', known);
		expect(typed).toEqual({ ok: true, value: true });
	});

	test('without a hash no password is right', async () => {
		expect(await somePasswords().verify('', undefined)).toEqual({ ok: true, value: false });
	});
});

describe('the queue', () => {
	test('who finds it full is told when it will be empty; the others are served', async () => {
		const passwords = somePasswords({ maxRunning: 1, maxWaiting: 2 });
		const asked = Array.from({ length: 4 }, () => passwords.hash(PASSWORD));
		const answers = await Promise.all(asked);
		expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, false]);
		// Two waiting of 40 ms each, and half of the two seconds over which returns are spread.
		const error = { type: 'overloaded', status: 503, retryAfterMs: 1_080 };
		expect(answers[3]).toMatchObject({ ok: false, error });
	});

	test('is open again when the work is done, also when it failed', async () => {
		const passwords = somePasswords({ maxRunning: 1, maxWaiting: 0 });
		await expect(passwords.verify(PASSWORD, 'no hash at all')).rejects.toThrow();
		expect(await passwords.hash(PASSWORD)).toMatchObject({ ok: true });
		expect(await passwords.hash(PASSWORD)).toMatchObject({ ok: true });
	});
});

describe('refusePassword', () => {
	const current = 'kode awal siti';

	test.each([
		['tujuh 7', 'too-short'],
		['😀😀😀😀', 'too-short'],
		[current, 'same-as-current'],
		[SITI, 'from-number'],
		[`${SITI.slice(0, 8)}`, 'from-number'],
		['1990 01 01', 'from-number'],
		['01011990', 'from-number'],
		['Siti1990', 'from-name'],
		['ratu_2026!', 'from-name'],
		['Siti Ratu 1', 'from-name'],
		['siti beli ikan', undefined],
		['aaaaaaaaaa', 'too-common'],
		['Bismillah 1', 'too-common'],
		['CONTOH-2026', 'too-common'],
		['pasar ikan pagi', undefined],
		['12 345 678 910', undefined],
		['ayam jantan', undefined],
		['😀 kucing hitam', undefined]
	])('%s: %s', (next, refused) => {
		expect(refusePassword(next, { person: SITI, name: 'Siti Ratu, S.Kom.', current })).toBe(
			refused
		);
	});
});

import { expect, test } from 'vitest';
import { createPasswordLock, opensLock } from './lock.ts';

const PASSWORD = 'kata sandi é 👩🏽‍⚕️';

test('only the same password opens a lock', async () => {
	const lock = await createPasswordLock(PASSWORD, 1_000);
	if (!lock) throw new Error('this test needs WebCrypto');
	expect(await opensLock(lock, PASSWORD)).toBe(true);
	expect(await opensLock(lock, PASSWORD.normalize('NFD'))).toBe(true);
	expect(await opensLock(lock, `${PASSWORD} `)).toBe(false);
	expect(await opensLock(lock, '')).toBe(false);
});

test('two people with one password have different locks, made slowly enough', async () => {
	const [one, two] = await Promise.all([createPasswordLock('x'), createPasswordLock('x')]);
	expect(one?.verifier).not.toEqual(two?.verifier);
	expect(one?.iterations).toBeGreaterThanOrEqual(210_000);
});

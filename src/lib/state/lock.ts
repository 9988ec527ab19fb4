/**
 * The lock of a person's data on a device he signed out of, or shares: PBKDF2 over his password, made
 * at each successful sign-in, so that it opens without a line. It keeps colleagues out of the app;
 * it doesn't encrypt what the browser stores.
 */
import { type PasswordLock } from '#lib/db/device.ts';

/** About half a second on a cheap phone. */
const ITERATIONS = 310_000;
const SALT_BYTES = 16;
const VERIFIER_BITS = 256;

/** Nothing where the browser has no WebCrypto (a page that came over plain http). */
export async function createPasswordLock(
	password: string,
	iterations = ITERATIONS
): Promise<PasswordLock | undefined> {
	if (!globalThis.crypto?.subtle) return undefined;
	const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
	return { salt, iterations, verifier: await derive(password, { salt, iterations }) };
}

export async function opensLock(lock: PasswordLock, password: string): Promise<boolean> {
	if (!globalThis.crypto?.subtle) return false;
	const found = await derive(password, lock);
	// Compared to the end, so that the time it takes tells nothing.
	const difference = found.reduce((sum, byte, at) => sum | (byte ^ (lock.verifier[at] ?? 256)), 0);
	return difference === 0;
}

async function derive(
	password: string,
	{ salt, iterations }: Pick<PasswordLock, 'salt' | 'iterations'>
): Promise<Uint8Array<ArrayBuffer>> {
	const typed = new TextEncoder().encode(password.normalize('NFC'));
	const key = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits']);
	const way = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
	return new Uint8Array(await crypto.subtle.deriveBits(way, key, VERIFIER_BITS));
}

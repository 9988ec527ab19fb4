/** Keyed hashes for everything this server signs. Each purpose has its own key, made from one secret. */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

const KEY_BYTES = 32;
/** 132 bits as 22 characters: out of reach for guessing, short enough to travel with every request. */
export const MAC_CHARACTERS = 22;

export type Mac = (...parts: readonly (string | number | boolean)[]) => string;

export function createMac(secret: Buffer, purpose: string): Mac {
	const key = Buffer.from(hkdfSync('sha256', secret, '', `ekinerja ${purpose}`, KEY_BYTES));
	return (...parts) => {
		// As JSON, so that no two lists of parts ever read the same.
		const digest = createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url');
		return digest.slice(0, MAC_CHARACTERS);
	};
}

export function sameMac(a: string, b: string): boolean {
	const [left, right] = [Buffer.from(a), Buffer.from(b)];
	return left.length === right.length && timingSafeEqual(left, right);
}

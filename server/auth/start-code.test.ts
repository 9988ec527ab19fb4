import { describe, expect, test } from 'vitest';
import { createMac } from './mac.ts';
import { isStartCode, isStartCodeSeal, sealStartCode, startCodeOf } from './start-code.ts';

const mac = createMac(Buffer.alloc(32, 7), 'start-code');
const [SITI, BUDI] = ['198609262015052001', '199001012015051002'];
const CODE = 'k1m0-9qxd-0a1b-zz3t';
const seal = sealStartCode(mac, SITI, CODE);

test('a code has sixteen characters of five bits each, in groups of four', () => {
	const code = startCodeOf(Uint8Array.from({ length: 16 }, (_, index) => index * 17));
	expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){3}$/);
	expect(new Set(Array.from({ length: 256 }, (_, byte) => charOf(byte))).size).toBe(32);
});

const charOf = (byte: number): string => startCodeOf(new Uint8Array(16).fill(byte)).charAt(0);

describe('isStartCode', () => {
	test.each([CODE, 'K1M0 9QXD 0A1B ZZ3T', 'kImo-9qxd-oalb-zz3t', 'k1m09qxd0a1bzz3t'])(
		'%s is the code, however it was typed',
		(code) => {
			expect(isStartCode(mac, SITI, { code, seal })).toBe(true);
		}
	);

	test('another code, another person and another server’s secret are refused', () => {
		const stranger = createMac(Buffer.alloc(32, 8), 'start-code');
		expect(isStartCode(mac, SITI, { code: CODE.replace('9', '8'), seal })).toBe(false);
		expect(isStartCode(mac, BUDI, { code: CODE, seal })).toBe(false);
		expect(isStartCode(stranger, SITI, { code: CODE, seal })).toBe(false);
	});
});

test('what is stored does not hold the code and is told apart from a password’s hash', () => {
	expect(seal).not.toContain('9qxd');
	expect([isStartCodeSeal(seal), isStartCodeSeal('$argon2id$v=19$m=1')]).toEqual([true, false]);
});

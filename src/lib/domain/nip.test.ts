import { expect, test } from 'vitest';
import { formatNip, parseNip } from './nip.ts';

test.each([
	['19860926 201505 1 001', 'PNS'],
	['198104212021211003', 'PPPK']
] as const)('the published number %s is valid for a %s', (text, type) => {
	expect(parseNip(text, type)).toMatchObject({ ok: true });
});

test.each([
	['19860926201505100', 'PNS', 'not-18-digits'],
	['198613262015051001', 'PNS', 'birth-date'],
	['198104212021211003', 'PNS', 'appointment'],
	['198609261990051001', 'PNS', 'appointment'],
	['198609262015053001', 'PNS', 'sex'],
	['198609262015051000', 'PNS', 'serial']
] as const)('%s of a %s is refused for its %s', (text, type, reason) => {
	expect(parseNip(text, type)).toEqual({ ok: false, error: { type: 'nip-refused', reason } });
});

test('a number is printed in its groups', () => {
	expect(formatNip('198609262015051001')).toBe('19860926 201505 1 001');
});

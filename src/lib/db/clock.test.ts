import { describe, expect, test } from 'vitest';
import { correctedNow, seeClock } from './clock.ts';

const CLOCK = { offsetMs: 5_000, highestSeenAt: 1_000_000, jumped: false };

describe('the device’s clock (I12)', () => {
	test('time that passes is noted now and then', () => {
		expect(seeClock(CLOCK, 1_030_000)).toBe(CLOCK);
		expect(seeClock(CLOCK, 1_060_000)).toEqual({ ...CLOCK, highestSeenAt: 1_060_000 });
	});

	test('a small correction is no jump', () => {
		expect(seeClock(CLOCK, 1_000_000 - 120_000)).toBe(CLOCK);
	});

	test('a step back is a jump, and stays one until the next contact', () => {
		const jumped = seeClock(CLOCK, 1_000_000 - 120_001);
		expect(jumped).toEqual({ ...CLOCK, jumped: true });
		expect(seeClock(jumped, 2_000_000)).toMatchObject({ jumped: true });
	});

	test('a step forward looks like a sleep and is none', () => {
		expect(seeClock(CLOCK, 90_000_000)).toMatchObject({ jumped: false });
	});

	test('the corrected time is a whole number of milliseconds, never negative', () => {
		expect(correctedNow(CLOCK, 1_000.4)).toBe(6_000);
		expect(correctedNow({ ...CLOCK, offsetMs: -9_000 }, 1_000)).toBe(0);
	});
});

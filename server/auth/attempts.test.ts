import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BUDI, NOW, SITI } from '#tests/support/factories.ts';
import { Attempts, waitAfterMs } from './attempts.ts';

const HOUR_MS = 3_600_000;

function setUp() {
	const clock = { now: NOW };
	const attempts = new Attempts(() => clock.now);
	const begin = (times: number) => Array.from({ length: times }, () => attempts.begin(SITI));
	return { clock, attempts, begin };
}

describe('waitAfterMs', () => {
	test.each([
		[0, 0],
		[3, 0],
		[4, 1_000],
		[5, 2_000],
		[9, 32_000],
		[10, 60_000],
		[1_000_000, 60_000]
	])('after %i failures it is %i ms', (failures, waitMs) => {
		expect(waitAfterMs(failures)).toBe(waitMs);
	});
});

describe('begin', () => {
	test('four attempts are free, the fifth waits', () => {
		expect(setUp().begin(5)).toEqual([0, 0, 0, 0, 1_000]);
	});

	test('an attempt that had to wait is none: asking again and again makes nothing longer', () => {
		const { begin, clock } = setUp();
		begin(100);
		clock.now += 400;
		expect(begin(1)).toEqual([600]);
	});

	test('whatever is tried and when, nobody waits for more than a minute', () => {
		const pauses = fc.array(fc.nat(120_000), { maxLength: 60 });
		fc.assert(
			fc.property(pauses, (pausesMs) => {
				const { attempts, clock } = setUp();
				for (const pauseMs of pausesMs) {
					clock.now += pauseMs;
					expect(attempts.begin(SITI)).toBeLessThanOrEqual(60_000);
				}
			})
		);
	});

	test('an account waits alone, whoever else stands behind the same address', () => {
		const { attempts, begin } = setUp();
		begin(20);
		expect(attempts.begin(BUDI)).toBe(0);
	});

	test.each([
		['an hour', HOUR_MS, [0, 0, 0, 0, 1_000]],
		['less than an hour', HOUR_MS - 1, [0, 2_000, 2_000, 2_000, 2_000]]
	])('%s after the last failure it knows or has forgotten them', (_name, pauseMs, waits) => {
		const { begin, clock } = setUp();
		begin(4);
		clock.now += pauseMs;
		expect(begin(5)).toEqual(waits);
	});

	test('the memory is bounded: whoever was tried longest ago is forgotten first', () => {
		const { attempts } = setUp();
		for (let count = 0; count < 4; count += 1) attempts.begin('first');
		for (let count = 0; count < 4; count += 1) attempts.begin('second');
		for (let count = 0; count < 49_999; count += 1) attempts.begin(`account ${count}`);
		expect([attempts.begin('second'), attempts.begin('first')]).toEqual([1_000, 0]);
	});
});

describe('how an attempt ends', () => {
	test('the right password makes all failures forgotten', () => {
		const { attempts, begin, clock } = setUp();
		begin(4);
		clock.now += 1_000;
		begin(1);
		attempts.succeed(SITI);
		expect(begin(4)).toEqual([0, 0, 0, 0]);
	});

	test('one that was never judged is not counted', () => {
		const { attempts } = setUp();
		for (let count = 0; count < 50; count += 1) {
			expect(attempts.begin(SITI)).toBe(0);
			attempts.cancel(SITI);
		}
	});

	test('nothing is made of one that never began', () => {
		const { attempts } = setUp();
		attempts.cancel(SITI);
		attempts.succeed(SITI);
		expect(attempts.begin(SITI)).toBe(0);
	});
});

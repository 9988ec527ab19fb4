import { expect, test } from 'vitest';
import { DrainRate } from './drain-rate.ts';

function setUp() {
	const clock = { now: 1_000 };
	const rate = new DrainRate(() => clock.now);
	const finish = (count: number, everyMs: number) => {
		for (let done = 0; done < count; done += 1) {
			clock.now += everyMs;
			rate.finishOne();
		}
	};
	const perSecond = (inFlight = 0) => rate.perSecond({ inFlight, overMs: 500 });
	return { clock, rate, finish, perSecond };
}

test('nothing is known before anything had to wait for long enough', () => {
	const { rate, finish, perSecond } = setUp();
	finish(50, 100);
	expect(perSecond()).toBeUndefined();
	rate.begin();
	finish(4, 100);
	expect(perSecond()).toBeUndefined();
	finish(1, 100);
	expect(perSecond()).toBe(10);
});

test('only the last seconds count', () => {
	const { rate, finish, perSecond } = setUp();
	rate.begin();
	finish(100, 100);
	finish(600, 10);
	expect(perSecond()).toBeCloseTo(100, 0);
});

test('a standstill lowers it little by little', () => {
	const { clock, rate, finish, perSecond } = setUp();
	rate.begin();
	finish(500, 10);
	clock.now += 1_000;
	expect(perSecond()).toBeCloseTo(83, 0);
	clock.now += 14_000;
	expect(perSecond()).toBeCloseTo(25, 0);
});

test('before the first group commit, what is in flight counts as about to be finished', () => {
	const { clock, rate, perSecond } = setUp();
	rate.begin();
	clock.now += 1_000;
	expect(perSecond(256)).toBe(256);
});

test('what was measured is remembered when nothing waits any more, until something has again', () => {
	const { clock, rate, finish, perSecond } = setUp();
	rate.begin();
	finish(100, 10);
	rate.end(0);
	clock.now += 60_000;
	expect(perSecond()).toBe(100);
	rate.begin();
	expect(perSecond()).toBe(100);
	finish(10, 100);
	expect(perSecond()).toBe(10);
});

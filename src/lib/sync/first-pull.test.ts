import { expect, test } from 'vitest';
import { firstPullMs } from './first-pull.ts';

const LAST = { at: 1_000_000, afterMs: 900_000, spreadMs: 60_000 };
const half = () => 0.5;

test('a new device asks at once', () => {
	expect(firstPullMs(undefined, 0, half)).toBe(0);
});

test('an app opened again soon comes back when the server said', () => {
	expect(firstPullMs(LAST, 1_300_000, half)).toBe(600_000 + 30_000);
});

test('after that time the apps of an office are spread over some seconds', () => {
	expect(firstPullMs(LAST, 9_000_000, half)).toBe(5_000);
});

test('a clock set back does not make it wait longer than the server said', () => {
	expect(firstPullMs(LAST, 0, half)).toBe(900_000 + 30_000);
});

import { expect, test } from 'vitest';
import { retryDelayMs } from './backoff.ts';

test('I10: the wait is anywhere between nothing and a bound that doubles up to two minutes', () => {
	const bounds = [1, 2, 3, 4, 5, 6, 7, 20].map((attempt) => retryDelayMs(attempt, () => 1));
	expect(bounds).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 120_000, 120_000]);
	expect(retryDelayMs(5, () => 0)).toBe(0);
});

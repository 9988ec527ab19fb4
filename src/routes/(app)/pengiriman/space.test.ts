import { expect, test } from 'vitest';
import { spaceOf } from './space.ts';

const MEGABYTE = 1_048_576;

test.each([
	['enough', 100, 40, 60, false],
	['little', 100, 51, 49, true],
	['more used than promised', 100, 120, 0, true]
])('%s', (_name, quota, used, free, isLow) => {
	const estimate = { usedBytes: used * MEGABYTE, quotaBytes: quota * MEGABYTE, persisted: false };
	expect(spaceOf(estimate)).toMatchObject({ freeBytes: free * MEGABYTE, isLow });
});

test('a browser that doesn’t say warns of nothing', () => {
	expect(spaceOf({ usedBytes: 1, persisted: true })).toMatchObject({
		freeBytes: undefined,
		isLow: false
	});
});

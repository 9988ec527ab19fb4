import { expect, test } from 'vitest';
import { sidewaysOf, startsAtRim, verdictOf } from './swipe.ts';

test.each([
	[{ dx: 120, dy: 10 }, 'right'],
	[{ dx: -120, dy: -10 }, 'left'],
	[{ dx: 60, dy: 0 }, undefined],
	[{ dx: 120, dy: 90 }, undefined],
	[{ dx: 0, dy: 300 }, undefined]
])('%o means %s', (drawn, verdict) => {
	expect(verdictOf(drawn)).toBe(verdict);
});

test('nothing is shown while it may be a tap or a scroll', () => {
	expect(sidewaysOf({ dx: 5, dy: 0 })).toBe(0);
	expect(sidewaysOf({ dx: 40, dy: 40 })).toBe(0);
	expect(sidewaysOf({ dx: 40, dy: 4 })).toBe(40);
	expect(sidewaysOf(undefined)).toBe(0);
});

test('a finger that begins at the rim goes back a page, it decides nothing', () => {
	expect([5, 100, 355].map((x) => startsAtRim(x, 360))).toEqual([true, false, true]);
});

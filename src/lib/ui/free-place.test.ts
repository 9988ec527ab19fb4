import { describe, expect, test } from 'vitest';
import { liftClear } from './free-place.ts';

const BOX = { top: 500, bottom: 560 };
const MOST_PX = 200;

describe('liftClear', () => {
	test('leaves it where it is when it covers nothing, or only touches', () => {
		expect(liftClear(BOX, [], MOST_PX)).toBe(0);
		expect(
			liftClear(
				BOX,
				[
					{ top: 400, bottom: 500 },
					{ top: 560, bottom: 600 }
				],
				MOST_PX
			)
		).toBe(0);
	});

	test('lifts it just above what it would cover', () => {
		expect(liftClear(BOX, [{ top: 540, bottom: 640 }], MOST_PX)).toBe(20);
		expect(liftClear(BOX, [{ top: 480, bottom: 510 }], MOST_PX)).toBe(80);
	});

	test('and above what it would cover there, in whatever order they come', () => {
		const near = { top: 450, bottom: 490 };
		const under = { top: 530, bottom: 590 };
		const clear = { top: 300, bottom: 380 };
		expect(liftClear(BOX, [clear, near, under], MOST_PX)).toBe(110);
		expect(liftClear(BOX, [under, near, clear], MOST_PX)).toBe(110);
	});

	test('has no answer where it would have to go further than it may', () => {
		const tall = [{ top: 360, bottom: 600 }];
		expect(liftClear(BOX, tall, MOST_PX)).toBe(200);
		expect(liftClear(BOX, tall, MOST_PX - 1)).toBeUndefined();
	});
});

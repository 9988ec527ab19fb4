import { describe, expect, test } from 'vitest';
import { nextCard, type Step } from './next-card.ts';

/**
 *  0 1 2
 *  3
 *        of another group:
 *  4 5
 */
const ROWS = [
	[100, 400, 700].map((left) => ({ left, top: 200 })),
	[{ left: 100, top: 360 }],
	[100, 400].map((left) => ({ left, top: 600 }))
].flat();

const walk = (from: number, step: Step) => nextCard(ROWS, from, step);

describe('in rows of several', () => {
	test('down goes to the card below, or the nearest of the next row or group', () => {
		expect([0, 1, 2, 3, 4, 5].map((from) => walk(from, 'below'))).toEqual([3, 3, 3, 4, 4, 5]);
	});

	test('up goes to the card above, or the nearest of the row before', () => {
		expect([0, 2, 3, 4, 5].map((from) => walk(from, 'above'))).toEqual([0, 2, 0, 3, 3]);
	});

	test('to the right and to the left they follow each other, from row to row', () => {
		expect([0, 2, 5].map((from) => walk(from, 'right'))).toEqual([1, 3, 5]);
		expect([0, 1, 4].map((from) => walk(from, 'left'))).toEqual([0, 0, 3]);
	});

	test('the keys for one after the other don’t ask how they lie', () => {
		expect([0, 2, 5].map((from) => walk(from, 'next'))).toEqual([1, 3, 5]);
		expect([0, 3, 5].map((from) => walk(from, 'previous'))).toEqual([0, 2, 4]);
	});
});

test('below stays in its column where the rows are full', () => {
	const grid = [0, 1, 2, 3, 4, 5].map((index) => ({
		left: (index % 3) * 300,
		top: Math.floor(index / 3) * 160
	}));
	expect([0, 1, 2].map((from) => nextCard(grid, from, 'below'))).toEqual([3, 4, 5]);
	expect([3, 4, 5].map((from) => nextCard(grid, from, 'above'))).toEqual([0, 1, 2]);
});

test('a part of a pixel makes no row', () => {
	const row = [200, 200.0001, 199.9999].map((top, index) => ({ left: index * 300, top }));
	expect([0, 1, 2].map((from) => nextCard(row, from, 'below'))).toEqual([0, 1, 2]);
	expect([0, 1, 2].map((from) => nextCard(row, from, 'above'))).toEqual([0, 1, 2]);
});

describe('in one column', () => {
	const column = [200, 360, 520].map((top) => ({ left: 100, top }));

	test('down and up go from one to the next, sideways nowhere', () => {
		expect([0, 2].map((from) => nextCard(column, from, 'below'))).toEqual([1, 2]);
		expect([0, 2].map((from) => nextCard(column, from, 'above'))).toEqual([0, 1]);
		expect([1, 1]).toEqual([nextCard(column, 1, 'right'), nextCard(column, 1, 'left')]);
	});
});

test('from none of them every step leads to the first', () => {
	for (const step of ['next', 'previous', 'below', 'above', 'right'] as const) {
		expect(walk(-1, step)).toBe(0);
	}
});

import { expect, test } from 'vitest';
import { keepCards } from './entry-cards.ts';

function aList() {
	const cardsFor = keepCards();
	return (ids: string) => {
		const cards = cardsFor([...ids]);
		return [...ids].map((id) => cards.get(id));
	};
}

test('an entry keeps its card, whatever comes and goes around it', () => {
	const cardsOf = aList();
	expect(cardsOf('abc')).toEqual([0, 1, 2]);
	expect(cardsOf('xbc')).toEqual([3, 1, 2]);
	expect(cardsOf('axc')).toEqual([0, 3, 2]);
});

test('a list of others takes over the cards from the first', () => {
	const cardsOf = aList();
	expect(cardsOf('ab')).toEqual([0, 1]);
	expect(cardsOf('xyz')).toEqual([0, 1, 2]);
});

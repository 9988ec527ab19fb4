/** Finds names by what a person types: word by word, in any order, with a letter or two wrong. */

const LONG_WORD = 8;
const SHORT_WORD = 4;
/** Shorter ones are found within too many words. */
const ROOT = 5;

/** Small and without accents: `Édukasi` → `edukasi`. */
export const plainText = (text: string): string =>
	text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Letters and digits alone, as words. */
export const wordsOf = (text: string): string[] =>
	plainText(text)
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean);

const typosAllowed = (word: string): number =>
	word.length >= LONG_WORD ? 2 : word.length >= SHORT_WORD ? 1 : 0;

/**
 * The fewest letters to add, drop or replace so that `typed` becomes `word` or its beginning, or else any part
 * of it: before a root a prefix changes its first letter, as from `katalog` to `mengatalog`.
 */
function typosIn(typed: string, word: string, part: 'beginning' | 'any'): number {
	let above = Array.from({ length: word.length + 1 }, (_, column) => (part === 'any' ? 0 : column));
	for (let row = 1; row <= typed.length; row += 1) {
		const line = [row];
		for (let column = 1; column <= word.length; column += 1) {
			const replaced = (above[column - 1] ?? 0) + (typed[row - 1] === word[column - 1] ? 0 : 1);
			line.push(Math.min(replaced, (above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1));
		}
		above = line;
	}
	return Math.min(...above);
}

/** How far `typed` is from the nearest of `words`; nothing when it is too far from all. */
function distance(typed: string, words: readonly string[]): number | undefined {
	if (words.some((word) => word.includes(typed))) return 0;
	const part = typed.length >= ROOT ? 'any' : 'beginning';
	const least = Math.min(...words.map((word) => typosIn(typed, word, part)));
	return least <= typosAllowed(typed) ? least : undefined;
}

/** The items whose name has every word of `query`, the best first; all of them for an empty query. */
export function searchByName<T extends { readonly name: string }>(
	items: readonly T[],
	query: string
): T[] {
	const typed = wordsOf(query);
	const found = items.flatMap((item) => {
		const words = wordsOf(item.name);
		const distances = typed.map((word) => distance(word, words));
		if (distances.includes(undefined)) return [];
		return [{ item, typos: distances.reduce<number>((sum, each) => sum + (each ?? 0), 0) }];
	});
	return found.sort((a, b) => a.typos - b.typos).map(({ item }) => item);
}

/** Shorter words, as “dan” and “di”, say too little by themselves. */
const TELLING = 4;

/** The items whose name has at least one longer word of `query`; those with the most of them first. */
export function searchByAnyWord<T extends { readonly name: string }>(
	items: readonly T[],
	query: string
): T[] {
	const typed = wordsOf(query).filter((word) => word.length >= TELLING);
	const found = items.flatMap((item) => {
		const words = wordsOf(item.name);
		const hits = typed.filter((word) => distance(word, words) !== undefined).length;
		return hits > 0 ? [{ item, hits }] : [];
	});
	return found.sort((a, b) => b.hits - a.hits).map(({ item }) => item);
}

/** Whether a text has every word of `query`, a letter or two wrong; each word of all texts is compared once. */
export function similarTo(query: string): (text: string) => boolean {
	const typed = wordsOf(query).map((word) => ({ word, known: new Map<string, boolean>() }));
	const isLike = (word: string, known: Map<string, boolean>, other: string) => {
		const like = known.get(other) ?? distance(word, [other]) !== undefined;
		known.set(other, like);
		return like;
	};
	return (text) => {
		const words = wordsOf(text);
		return typed.every(({ word, known }) => words.some((other) => isLike(word, known, other)));
	};
}

import { expect, test } from 'vitest';
import { entryId } from '#lib/domain/document.ts';
import {
	afterStep,
	aMutation,
	aMutationId,
	RATNA,
	SITI,
	someFacts,
	TODAY
} from '#tests/support/factories.ts';
import { areOfSeveral, whoseAre } from './whose.ts';

const NAMES: Record<string, string> = { [SITI]: 'Umpama 13', [RATNA]: 'Umpama 2' };

const entryOf = (nip: string) => {
	const documentId = entryId(nip, TODAY, aMutationId());
	return afterStep(undefined, aMutation('entry.submit', { documentId }), someFacts());
};

test('each person stands once, by name, with the number of his entries', () => {
	const entries = [SITI, RATNA, SITI].map(entryOf);
	expect(whoseAre(entries, (nip) => NAMES[nip] ?? '')).toEqual([
		{ nip: RATNA, name: 'Umpama 2', count: 1 },
		{ nip: SITI, name: 'Umpama 13', count: 2 }
	]);
});

test('two entries of one person are not of several, of two they are', () => {
	expect(areOfSeveral([SITI, SITI].map(entryOf))).toBe(false);
	expect(areOfSeveral([SITI, RATNA].map(entryOf))).toBe(true);
});

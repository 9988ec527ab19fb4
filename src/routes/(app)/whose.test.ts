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

const entryOf = (nip: string, name: string) => {
	const documentId = entryId(nip, TODAY, aMutationId());
	const facts = { ...someFacts(), actor: { nip, name } };
	return afterStep(undefined, aMutation('entry.submit', { documentId }), facts);
};

test('each person stands once, by name, with the number of his entries', () => {
	const entries = [
		entryOf(SITI, 'Umpama 13'),
		entryOf(RATNA, 'Umpama 2'),
		entryOf(SITI, 'Umpama 13')
	];
	expect(whoseAre(entries)).toEqual([
		{ nip: RATNA, name: 'Umpama 2', count: 1 },
		{ nip: SITI, name: 'Umpama 13', count: 2 }
	]);
});

test('two entries of one person are not of several, of two they are', () => {
	const [first, second] = [entryOf(SITI, 'Siti'), entryOf(SITI, 'Siti')];
	expect(areOfSeveral([first, second])).toBe(false);
	expect(areOfSeveral([first, entryOf(RATNA, 'Ratna')])).toBe(true);
});

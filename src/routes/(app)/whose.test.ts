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
import { areOfSeveral, whatOf, whoseAre } from './whose.ts';

const NAMES: Record<string, string> = { [SITI]: 'Umpama 13', [RATNA]: 'Umpama 2' };

const entryOf = (nip: string) => {
	const documentId = entryId(nip, TODAY, aMutationId());
	return afterStep(undefined, aMutation('entry.submit', { documentId }), someFacts());
};

test('each person stands once, by name, with his entries', () => {
	const [first, other, second] = [entryOf(SITI), entryOf(RATNA), entryOf(SITI)];
	expect(whoseAre([first, other, second], (nip) => NAMES[nip] ?? '')).toEqual([
		{ nip: RATNA, name: 'Umpama 2', entries: [other] },
		{ nip: SITI, name: 'Umpama 13', entries: [first, second] }
	]);
});

test('two entries of one person are not of several, of two they are', () => {
	expect(areOfSeveral([SITI, SITI].map(entryOf))).toBe(false);
	expect(areOfSeveral([SITI, RATNA].map(entryOf))).toBe(true);
});

test('one is named by its activity, several by their number and whose, of several people by the number', () => {
	const [first, second, other] = [entryOf(SITI), entryOf(SITI), entryOf(RATNA)];
	const what = (...entries: (typeof first)[]) => whatOf(entries, (nip) => NAMES[nip] ?? '');
	expect(what(first)).toBe(`${first.content.activity.name} (Umpama 13)`);
	expect(what(first, second)).toBe('2 kegiatan Umpama 13');
	expect(what(first, second, other)).toBe('3 kegiatan');
});

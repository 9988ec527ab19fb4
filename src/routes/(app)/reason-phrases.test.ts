import { expect, test } from 'vitest';
import { hasPhrase, togglePhrase } from './reason-phrases.ts';

const [FIRST, SECOND] = ['Mohon lengkapi uraian.', 'Mohon lampirkan bukti.'];

test('a sentence is put below what stands there', () => {
	expect(togglePhrase('  ', FIRST)).toBe(FIRST);
	expect(togglePhrase('Pak Budi,\n', FIRST)).toBe(`Pak Budi,\n${FIRST}`);
});

test('the same tap again takes it away, and nothing else', () => {
	const typed = ['Pak Budi,', FIRST, SECOND, 'Terima kasih.'].join('\n');
	expect(togglePhrase(typed, FIRST)).toBe(['Pak Budi,', SECOND, 'Terima kasih.'].join('\n'));
	expect(togglePhrase(FIRST, FIRST)).toBe('');
});

test('a sentence that is part of another is not taken for it', () => {
	expect(hasPhrase(FIRST, 'Mohon lengkapi')).toBe(false);
	expect(togglePhrase(FIRST, 'Mohon lengkapi')).toBe(`${FIRST}\nMohon lengkapi`);
});

test('a sentence of several lines is found and taken away as one', () => {
	const own = `${FIRST}\n${SECOND}`;
	expect(hasPhrase(`Halo\n${own}\n`, own)).toBe(true);
	expect(togglePhrase(`Halo\n${own}`, own)).toBe('Halo');
});

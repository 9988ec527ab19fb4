import { describe, expect, test } from 'vitest';
import { aContent, TODAY } from '#tests/support/factories.ts';
import { addDays } from './day.ts';
import { type EntryContent } from './entry-content.ts';
import { isLikelySameWork, isRecordedTwice } from './same-work.ts';

const FIRST = aContent({ description: 'Surat nomor 12', quantity: 2 });
const LATER = { startMinute: 600, endMinute: 660 };

const isSame = (over: Partial<EntryContent>, date = TODAY) => {
	const first = { date: TODAY, content: FIRST };
	const second = { date, content: { ...FIRST, ...over } };
	expect(isLikelySameWork(first, second)).toBe(isLikelySameWork(second, first));
	return isLikelySameWork(first, second);
};

describe('isLikelySameWork', () => {
	test.each<[string, Partial<EntryContent>]>([
		['everything is the same', {}],
		['only the time of day differs', LATER],
		['the times overlap, and more was done', { startMinute: 520, endMinute: 700, quantity: 9 }],
		['both begin together', { endMinute: 500, quantity: 9, description: 'lain' }],
		['the words are written otherwise', { activity: { code: null, name: ' laporan, MENYUSUN! ' } }],
		[
			'one has the code and the other its words',
			{ activity: { code: 'K1', name: 'Menyusun laporan' } }
		],
		['the description differs by case and signs', { ...LATER, description: 'surat, nomor 12.' }]
	])('yes when %s', (_what, over) => {
		expect(isSame(over)).toBe(true);
	});

	test.each<[string, Partial<EntryContent>]>([
		['the activity is another', { activity: { code: null, name: 'Menyusun arsip' } }],
		['it lasted longer at another time', { startMinute: 600, endMinute: 690 }],
		['the quantity is another at another time', { ...LATER, quantity: 3 }],
		['something else is described at another time', { ...LATER, description: 'Surat nomor 13' }],
		['it begins when the other ends, and is longer', { startMinute: 540, endMinute: 660 }]
	])('no when %s', (_what, over) => {
		expect(isSame(over)).toBe(false);
	});

	test('no on another day', () => {
		expect(isSame({}, addDays(TODAY, -1))).toBe(false);
	});

	test('two codes are compared, whatever their words are', () => {
		const as = (code: string, name: string) => ({
			date: TODAY,
			content: aContent({ activity: { code, name } })
		});
		expect(isLikelySameWork(as('K1', 'Surat'), as('K2', 'Surat'))).toBe(false);
		expect(isLikelySameWork(as('K1', 'Surat'), as('K1', 'Surat masuk'))).toBe(true);
	});

	test('no words are not the same words', () => {
		const nameless = { date: TODAY, content: aContent({ activity: { code: null, name: '…' } }) };
		expect(isLikelySameWork(nameless, nameless)).toBe(false);
	});
});

describe('isRecordedTwice', () => {
	const work = (over: Partial<EntryContent> = {}, date = TODAY) => ({
		date,
		content: aContent({ description: 'Surat nomor 12', ...over })
	});

	test.each<[string, Partial<EntryContent>]>([
		['everything is the same', {}],
		['the times share a minute', { startMinute: 539, endMinute: 600 }],
		['both begin together', { endMinute: 500, description: 'lain' }]
	])('yes when %s', (_what, over) => {
		expect(isRecordedTwice(work(), work(over))).toBe(true);
	});

	test('no for routine done again at another time of the day, word for word the same', () => {
		expect(isRecordedTwice(work(), work(LATER))).toBe(false);
		expect(isRecordedTwice(work(), work({ startMinute: 540, endMinute: 600 }))).toBe(false);
	});

	test('no for another activity or another day', () => {
		expect(isRecordedTwice(work(), work({ activity: { code: null, name: 'Arsip' } }))).toBe(false);
		expect(isRecordedTwice(work(), work({}, addDays(TODAY, -1)))).toBe(false);
	});
});

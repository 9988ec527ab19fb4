import { describe, expect, test } from 'vitest';
import { searchByName } from '#lib/domain/search.ts';
import { choicesOf, chosen, chosenUsual } from './choices.ts';

const LETTER = { code: 'S1', name: 'Mengetik surat', unit: 'surat', standardMinutes: 15 };
const ARCHIVE = { code: 'A1', name: 'Mendata arsip', unit: 'berkas', standardMinutes: 20 };
const own = (name: string) => ({ code: null, name, unit: 'kegiatan' });
const APEL = { key: 'apel pagi', addedAt: 1, ...own('Apel pagi') };
const STARRED_LETTER = { key: 'S1', addedAt: 2, code: 'S1', name: 'Surat', unit: 'lembar' };

const catalogue = [ARCHIVE, LETTER];
const names = (items: readonly { name: string }[]) => items.map(({ name }) => name);

describe('choicesOf', () => {
	const choices = choicesOf({
		favourites: [APEL, STARRED_LETTER],
		recent: [
			{ ...own('APEL PAGI'), lastMinutes: 30 },
			{ ...own('Rapat'), lastMinutes: 60 }
		],
		catalogue
	});

	test('a favourite is not offered again as lately used, and the catalogue is whole', () => {
		expect(names(choices.favourites)).toEqual(['APEL PAGI', 'Mengetik surat']);
		expect(names(choices.recent)).toEqual(['Rapat']);
		expect(names(choices.catalogue).sort()).toEqual(['Mendata arsip', 'Mengetik surat']);
	});

	test('everything is there once: favourites, lately used, the rest of the catalogue', () => {
		expect(names(choices.all)).toEqual(['APEL PAGI', 'Mengetik surat', 'Rapat', 'Mendata arsip']);
	});

	test('the catalogue says the unit and the norm, the person how long it took', () => {
		const [apel, letter] = choices.favourites;
		expect(letter).toEqual({ ...LETTER, isFavourite: true });
		expect(apel?.lastMinutes).toBe(30);
	});

	test('a favourite of a former post is still offered', () => {
		const { favourites } = choicesOf({ favourites: [STARRED_LETTER], recent: [], catalogue: [] });
		expect(favourites).toEqual([{ code: 'S1', name: 'Surat', unit: 'lembar', isFavourite: true }]);
	});

	test('one search finds all of them, a letter wrong, the person’s own first', () => {
		const { all } = choicesOf({
			favourites: [APEL],
			recent: [{ ...own('Rapat arsip daerah') }],
			catalogue
		});
		expect(names(searchByName(all, 'arsp'))).toEqual(['Rapat arsip daerah', 'Mendata arsip']);
		expect(names(searchByName(all, 'apel pagu'))).toEqual(['Apel pagi']);
	});
});

describe('chosen', () => {
	const amountOf = (unit: string) => {
		const recent = [{ ...LETTER, unit, lastQuantity: 3 }];
		const { all } = choicesOf({ favourites: [], recent, catalogue });
		return all.filter(({ code }) => code === 'S1').map(chosen)[0];
	};

	test('as much as last time, unless that was counted in something else', () => {
		expect(amountOf('surat')).toMatchObject({ activityCode: 'S1', quantity: '3', unit: 'surat' });
		expect(amountOf('lembar')).toMatchObject({ quantity: '1', unit: 'surat' });
	});

	test('one of what was never done', () => {
		expect(chosen(own('Rapat'))).toMatchObject({ quantity: '1', unit: 'kegiatan' });
	});
});

describe('chosenUsual', () => {
	const usual = { quantity: 4, unit: 'kegiatan', startMinute: 450, endMinute: 480 };

	test('fills the hours, the amount, and the norm of the catalogue', () => {
		const { all } = choicesOf({ favourites: [], recent: [], catalogue });
		const activity = { code: 'A1', name: 'Mendata arsip lama' };
		expect(chosenUsual({ ...usual, activity }, all)).toEqual({
			activityName: 'Mendata arsip',
			activityCode: 'A1',
			standardMinutes: 20,
			unit: 'berkas',
			quantity: '4',
			search: '',
			start: '07:30',
			end: '08:00',
			isNextDay: false,
			hasOwnTimes: false,
			hasOwnEnd: false
		});
	});

	test('work past midnight ends on the next day', () => {
		const night = { ...usual, activity: own('Piket'), startMinute: 1_320, endMinute: 1_500 };
		expect(chosenUsual(night, [])).toMatchObject({ end: '01:00', isNextDay: true });
	});
});

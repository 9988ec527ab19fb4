import { describe, expect, test } from 'vitest';
import { searchByAnyWord, searchByName } from './search.ts';

const NAMES = [
	'Menyusun laporan bulanan',
	'Menjawab surat warga',
	'Rapat koordinasi',
	'Melayani tamu'
];
const items = NAMES.map((name) => ({ name }));
const find = (query: string) => searchByName(items, query).map(({ name }) => name);

describe('searchByName', () => {
	test.each([
		['laporan', 'Menyusun laporan bulanan'],
		['BULAN nyusun', 'Menyusun laporan bulanan'],
		['lapran', 'Menyusun laporan bulanan'],
		['kordinasi', 'Rapat koordinasi'],
		['kordinsi', 'Rapat koordinasi'],
		['surta', 'Menjawab surat warga'],
		['súrat', 'Menjawab surat warga'],
		['susun', 'Menyusun laporan bulanan'],
		['layani', 'Melayani tamu']
	])('%s finds %s', (query, name) => {
		expect(find(query)).toEqual([name]);
	});

	test('a root is found behind a prefix that changes its first letter', () => {
		const works = [{ name: 'Mengatalog buku' }, { name: 'Menulis naskah' }, { name: 'Memilah' }];
		const names = (query: string) => searchByName(works, query).map(({ name }) => name);
		expect(names('katalog')).toEqual(['Mengatalog buku']);
		expect(names('tulis')).toEqual(['Menulis naskah']);
		expect(names('pilah')).toEqual(['Memilah']);
	});

	test('nothing typed is everything, in its order', () => {
		expect(find('  ')).toEqual(NAMES);
	});

	test('every word must be there, and a short word must be right', () => {
		expect(find('surat rapat')).toEqual([]);
		expect(find('tmu')).toEqual([]);
	});

	test('what is spelt right comes first', () => {
		const alike = [{ name: 'Rapat kerja' }, { name: 'Rawat kebun' }];
		expect(searchByName(alike, 'rawat').map(({ name }) => name)).toEqual([
			'Rawat kebun',
			'Rapat kerja'
		]);
	});
});

describe('searchByAnyWord', () => {
	const near = (query: string) => searchByAnyWord(items, query).map(({ name }) => name);

	test('finds what has one of the words, most of them first', () => {
		expect(find('balas surat')).toEqual([]);
		expect(near('balas surat')).toEqual(['Menjawab surat warga']);
		expect(near('rapat laporan bulanan')).toEqual(['Menyusun laporan bulanan', 'Rapat koordinasi']);
	});

	test('short words find nothing by themselves', () => {
		expect(near('di war')).toEqual([]);
	});
});

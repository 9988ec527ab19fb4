import { expect, test } from 'vitest';
import { wrongDataText } from './settings.ts';

const SITI = {
	name: 'Siti Contoh',
	nip: '19900101 201501 2 001',
	position: 'Pustakawan',
	unit: 'Bidang Layanan Perpustakaan'
};

test('the letter to the admin names the post, and in which capacity somebody supervises since when', () => {
	const supervisor = { name: 'Budi Contoh', kind: 'ACTING', since: '2026-07-01' } as const;
	expect(wrongDataText({ ...SITI, supervisor }).split('\n')).toEqual([
		'Kepada admin OPD,',
		'',
		'Mohon periksa data saya di E-Kinerja, karena ada yang keliru.',
		'Nama: Siti Contoh',
		'NIP: 19900101 201501 2 001',
		'Jabatan: Pustakawan',
		'Unit kerja: Bidang Layanan Perpustakaan',
		'Atasan yang tercatat: Budi Contoh (Plt, sejak 1 Jul 2026)',
		'',
		'Yang benar: '
	]);
});

test.each([
	[{ name: 'Budi Contoh', kind: 'DAILY_ACTING', since: undefined }, 'Budi Contoh (Plh)'],
	[
		{ name: 'Budi Contoh', kind: 'DEFINITIVE', since: '2026-07-01' },
		'Budi Contoh (sejak 1 Jul 2026)'
	],
	[{ name: 'Budi Contoh', kind: 'DEFINITIVE', since: undefined }, 'Budi Contoh'],
	[undefined, 'belum diatur']
] as const)('a supervisor %o is written %s', (supervisor, words) => {
	const letter = wrongDataText({ ...SITI, position: undefined, unit: undefined, supervisor });
	expect(letter).toContain(`Atasan yang tercatat: ${words}\n`);
	expect(letter).toContain('Jabatan: belum diatur\nUnit kerja: belum diatur\n');
});

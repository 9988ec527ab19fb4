import { describe, expect, test } from 'vitest';
import { readLines } from './folder.ts';
import { SHEETS } from './rows.ts';
import { parseCsv } from './table.ts';

const csv = (file: string, text: string) => parseCsv(file, new TextEncoder().encode(text));
const PEOPLE = 'nip;nama;jenis_pegawai;jabatan;unit\n';

describe('readLines', () => {
	test('a bad cell is told with file, line and column, and leaves the other rows', () => {
		const table = csv(
			'pegawai.csv',
			`${PEOPLE}198609262015051001;Ana Contoh;PNS;staf;dinas\n123;Budi Contoh;PNS;staf;dinas\n`
		);
		const { lines, bad } = readLines(table, SHEETS.pegawai);
		expect(lines.map(({ line, value }) => [line, value.name])).toEqual([[2, 'Ana Contoh']]);
		expect(bad).toEqual([
			{ file: 'pegawai.csv', line: 3, field: 'nip', reason: 'NIP harus 18 angka' }
		]);
	});

	test('lines are those of the file, empty ones and line breaks in a cell included', () => {
		const table = csv('unit.csv', 'kode,nama\nu1,"Dua\nbaris"\n\nu 2,Salah\n');
		expect(readLines(table, SHEETS.unit).bad).toMatchObject([{ line: 5, field: 'kode' }]);
	});

	test('every bad cell of a row is told at once', () => {
		const table = csv('katalog.csv', 'jabatan,kode,nama,satuan,menit\nstaf,,Menyusun,,0\n');
		const { bad } = readLines(table, SHEETS.katalog);
		expect(bad.map(({ field }) => field)).toEqual(['kode', 'satuan', 'menit']);
	});

	test('a missing column is told once, in the first line', () => {
		const { bad, lines } = readLines(csv('unit.csv', 'kode\nu1\n'), SHEETS.unit);
		expect(lines).toEqual([]);
		expect(bad).toMatchObject([{ line: 1, field: 'nama' }]);
	});

	test('the same person twice is bad the second time', () => {
		const row = '198609262015051001;Ana Contoh;PNS;staf;dinas\n';
		const { bad } = readLines(csv('pegawai.csv', PEOPLE + row + row), SHEETS.pegawai);
		expect(bad).toMatchObject([{ line: 3, field: 'nip', reason: 'sama dengan baris 2' }]);
	});

	test('the columns of SIASN’s export are understood', () => {
		const table = csv(
			'pegawai.csv',
			'nip_baru,gelar_depan,nama,gelar_belakang,jenis_pegawai,status_cpns_pns,jabatan_id,jabatan_nama,unor_id,unor_nama,instansi_kerja_id\n' +
				'198609262015051001,Dr.,Ana Contoh,M.Si.,PNS Daerah,C,A5EB01,Analis,F0-1,Dinas Contoh,I1\n'
		);
		expect(readLines(table, SHEETS.pegawai).lines.map(({ value }) => value)).toEqual([
			{
				nip: '198609262015051001',
				name: 'Dr. Ana Contoh, M.Si.',
				employmentType: 'CPNS',
				position: 'a5eb01',
				unit: 'F0-1',
				postName: 'Analis',
				unitName: 'Dinas Contoh',
				agency: 'I1'
			}
		]);
	});

	test.each([
		['definitif', '198609262015051001', '', 'nip_atasan'],
		['plh', '199001012015051002', '', 'selesai'],
		['plt', '199001012015051002', '2025-12-31', 'selesai']
	])('supervision: %s by %s until "%s" blames %s', (kind, supervisor, until, field) => {
		const row = `198609262015051001,${supervisor},${kind},2026-01-01,${until}\n`;
		const table = csv('atasan.csv', `nip,nip_atasan,jenis,mulai,selesai\n${row}`);
		expect(readLines(table, SHEETS.atasan).bad).toMatchObject([{ line: 2, field }]);
	});
});

test('a file of an older spreadsheet keeps its letters', () => {
	const bytes = Uint8Array.from([...'kode;nama\nu1;Caf'].map((each) => each.charCodeAt(0)));
	const table = parseCsv('unit.csv', Uint8Array.from([...bytes, 0xe9]));
	expect(table.rows[0]?.cells.get('nama')).toBe('Café');
});

test('line ends may be mixed', () => {
	const table = csv('unit.csv', 'kode,nama\r\nu1,Satu\r\nu2,Dua\nu3,Tiga\r\n');
	expect(table.rows.map(({ line }) => line)).toEqual([2, 3, 4]);
});

describe('kedudukan_hukum', () => {
	const HEADER =
		'nip_baru;nama;jenis_pegawai;kedudukan_hukum;jabatan_id;jabatan_nama;unor_id;unor_nama\n';
	const row = (standing: string) =>
		`198609262015051001;ANA CONTOH;PNS Daerah;${standing};J1;Staf;U1;Dinas\n`;
	const readStanding = (standing: string, header = HEADER) =>
		readLines(csv('pegawai.csv', header + row(standing)), SHEETS.pegawai);

	test.each(['Aktif', 'AKTIF', 'PPPK Aktif', 'CPNS Aktif', '01', '1', '71', ''])(
		'"%s" is taken',
		(standing) => {
			const { lines, bad } = readStanding(standing);
			expect(bad).toEqual([]);
			expect(lines).toHaveLength(1);
			expect(lines[0]?.value).not.toHaveProperty('active');
		}
	);

	test.each([
		'Pensiun',
		'Masa Persiapan Pensiun',
		'CLTN',
		'Tugas Belajar',
		'Pemberhentian Sementara',
		'PNS yang dinyatakan hilang',
		'Tidak Aktif',
		'Non Aktif',
		'99'
	])('"%s" is refused with file, line, column and reason', (standing) => {
		const { lines, bad } = readStanding(standing);
		expect(lines).toEqual([]);
		expect(bad).toEqual([
			{
				file: 'pegawai.csv',
				line: 2,
				field: 'kedudukan_hukum',
				reason: `"${standing}" bukan pegawai aktif; hanya yang aktif diberi kartu, akun dan kode awal`
			}
		]);
	});

	test('by its other name it is read too', () => {
		const { bad } = readStanding('Pensiun', HEADER.replace('_hukum', '_hukum_nama'));
		expect(bad).toHaveLength(1);
	});
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Cell, type Sheets, workbook } from '#tests/support/workbook.ts';
import { readFolder } from './folder.ts';

const [ANA, BUDI] = ['198609262015051001', '199001012015051002'];
const PEOPLE: readonly Cell[] = ['NIP', 'Nama', 'Jenis Pegawai', 'Jabatan', 'Unit'];
const person = (nip: Cell, name: string): Cell[] => [nip, name, 'PNS', 'staf', 'dinas'];

async function readFiles(files: Readonly<Record<string, Uint8Array | Sheets>>) {
	const directory = await mkdtemp(join(tmpdir(), 'xlsx-'));
	onTestFinished(() => rm(directory, { recursive: true }));
	for (const [name, content] of Object.entries(files)) {
		const bytes = content instanceof Uint8Array ? content : workbook(content);
		await writeFile(join(directory, name), bytes);
	}
	return readFolder(directory);
}

const readPeople = (...rows: (readonly Cell[])[]) =>
	readFiles({ 'pegawai.xlsx': { Sheet1: [PEOPLE, ...rows] } });

describe('NIP', () => {
	test('as text it is read', async () => {
		const { folder, bad } = await readPeople(person(ANA, 'Ana Contoh'));
		expect(bad).toEqual([]);
		expect(folder.pegawai).toMatchObject([{ line: 2, value: { nip: ANA, name: 'Ana Contoh' } }]);
	});

	test.each(['1.98609262015051E+17', ANA, '198609262015051000'])(
		'as the number %s it has lost digits and is refused with file, row and field',
		async (number) => {
			const { folder, bad } = await readPeople(
				person(BUDI, 'Budi Contoh'),
				person({ number }, 'Ana Contoh')
			);
			expect(folder.pegawai).toHaveLength(1);
			expect(bad).toEqual([
				{
					file: 'pegawai.xlsx',
					line: 3,
					field: 'nip',
					reason: 'NIP tersimpan sebagai angka dan sudah dibulatkan; simpan sebagai teks'
				}
			]);
		}
	);

	test('of a supervisor it is refused alike', async () => {
		const row = [ANA, { number: '1.99001012015051E+17' }, 'definitif', { day: '2026-01-01' }];
		const header = ['nip', 'nip_atasan', 'jenis', 'mulai'];
		const { bad } = await readFiles({ 'atasan.xlsx': { Atasan: [header, row] } });
		expect(bad).toMatchObject([{ file: 'atasan.xlsx', line: 2, field: 'nip_atasan' }]);
		expect(bad[0]?.reason).toContain('simpan sebagai teks');
	});
});

test('days are read from cells of days and from text', async () => {
	const days: Cell[] = [{ day: '2026-08-17' }, '25/12/2026', '2026-01-01', { day: '2026-03-01' }];
	const rows = days.map((day, n) => [day, `Hari ${n}`, 'libur']);
	const { folder, bad } = await readFiles({
		'kalender.xlsx': { kalender: [['tanggal', 'nama', 'jenis'], ...rows] }
	});
	expect(bad).toEqual([]);
	expect(folder.kalender.map(({ value }) => value.on)).toEqual([
		'2026-08-17',
		'2026-12-25',
		'2026-01-01',
		'2026-03-01'
	]);
});

test('empty rows are passed over and counted, also above the names of the columns', async () => {
	const { folder, bad } = await readFiles({
		'pegawai.xlsx': {
			Sheet1: [[], PEOPLE, [], person(ANA, 'Ana Contoh'), [' ', ''], person('1', 'Budi'), []]
		}
	});
	expect(folder.pegawai).toMatchObject([{ line: 4, value: { nip: ANA } }]);
	expect(bad).toMatchObject([{ line: 6, field: 'nip' }]);
});

describe('of several sheets', () => {
	const notes = [['Isi lembar pegawai saja']];
	const people = [PEOPLE, person(ANA, 'Ana Contoh')];

	test('the one named like the file is read', async () => {
		const { folder, bad } = await readFiles({
			'pegawai.xlsx': { Petunjuk: notes, Pegawai: people }
		});
		expect({ bad, people: folder.pegawai.length }).toEqual({ bad: [], people: 1 });
	});

	test('the first is read where none is named so', async () => {
		const { folder, bad } = await readFiles({ 'pegawai.xlsx': { Sheet1: people, Sheet2: notes } });
		expect({ bad, people: folder.pegawai.length }).toEqual({ bad: [], people: 1 });
	});
});

test('what only has the name of a workbook is told; the mark of an open one is passed over', async () => {
	const { bad } = await readFiles({
		'pegawai.xlsx': Buffer.from('bukan buku kerja'),
		'unit.xlsx': Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
		'~$jabatan.xlsx': Buffer.from('kosong')
	});
	expect(bad).toMatchObject([
		{ file: 'pegawai.xlsx', reason: expect.stringContaining('simpan lagi sebagai XLSX') as string },
		{ file: 'unit.xlsx', reason: expect.stringContaining('tanpa kata sandi') as string }
	]);
});

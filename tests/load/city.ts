/**
 * A city of 5,201 civil servants as files for `npm run import`, in the age groups the paper counts in
 * Kupang in 2021. Every number, name and post is made up: everybody was born on the first of a month
 * and is called Contoh, Teladan or the like.
 *
 *     npx tsx tests/load/city.ts FOLDER [PEOPLE]
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Papa from 'papaparse';
import { CALENDAR_2026 } from '#server/admin/calendar-2026.ts';

/** Age in the year counted, and how many; together 5,201. */
export const AGE_GROUPS = [
	{ from: 18, to: 25, people: 47 },
	{ from: 26, to: 35, people: 696 },
	{ from: 36, to: 45, people: 1_725 },
	{ from: 46, to: 58, people: 2_733 }
] as const;
export const CITY_PEOPLE = 5_201;

const COUNTED_IN = 2021;
const TEAM = 12;
const UNITS = 60;
const POSTS = 90;
const ACTIVITIES = 8;
const FIRST_NAMES = ['Agustinus', 'Maria', 'Yohanes', 'Siti', 'Budi', 'Ratna', 'Dewi', 'Petrus'];
const LAST_NAMES = ['Contoh', 'Teladan', 'Misalnya', 'Umpama', 'Ibarat', 'Andai', 'Seumpama'];
const WORKS = ['Menyusun laporan', 'Memeriksa berkas', 'Mengolah data', 'Melayani warga'];

export type Files = Readonly<Record<string, readonly Readonly<Record<string, string | number>>[]>>;

const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n);
const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T; // never empty
const pad = (value: number, length: number): string => String(value).padStart(length, '0');

/** The files of a city of `people`, by name without ending. The oldest lead. */
export function cityFiles(people = CITY_PEOPLE): Files {
	const nips = inventNips().slice(0, people);
	return {
		unit: numbers(UNITS).map((unit) => ({
			kode: `unit-${unit}`,
			nama: `Unit Kerja Contoh ${unit}`,
			instansi: `instansi-${unit % 20}`,
			zona: 'WITA'
		})),
		jabatan: numbers(POSTS).map((post) => ({
			kode: `jabatan-${post}`,
			nama: `Jabatan Contoh ${post}`
		})),
		katalog: numbers(POSTS * ACTIVITIES).map((row) => ({
			jabatan: `jabatan-${Math.floor(row / ACTIVITIES)}`,
			kode: `k${row % ACTIVITIES}`,
			nama: `${pick(WORKS, row)} contoh ${row % ACTIVITIES}`,
			satuan: 'dokumen',
			menit: 15 + (row % 6) * 15
		})),
		pegawai: nips.map((nip, index) => ({
			nip,
			nama: `${pick(FIRST_NAMES, index)} ${pick(LAST_NAMES, Math.floor(index / 8))} ${index + 1}`,
			jenis_pegawai: 'PNS',
			jabatan: `jabatan-${index % POSTS}`,
			unit: `unit-${Math.floor(index / TEAM) % UNITS}`
		})),
		atasan: nips.slice(1).map((nip, index) => ({
			nip,
			nip_atasan: nips[Math.floor(index / TEAM)] ?? '',
			jenis: 'definitif',
			mulai: '2026-01-01',
			selesai: ''
		})),
		kalender: CALENDAR_2026.daysOff.map(({ on, name, kind }) => ({
			tanggal: on,
			nama: name,
			jenis: kind === 'holiday' ? 'libur' : 'cuti bersama'
		})),
		pengaturan: [
			{
				berlaku_mulai: '2026-01-01',
				batas_input: '4 hari',
				hari_perbaikan: 3,
				hari_luring: 7,
				menit_per_hari: 300,
				setuju_otomatis: ''
			}
		]
	};
}

/** Numbers that can be, each once: the oldest first. */
function inventNips(): string[] {
	const serials = new Map<string, number>();
	const ages = AGE_GROUPS.flatMap(({ from, to, people }) =>
		numbers(people).map((n) => from + (n % (to - from + 1)))
	);
	return ages
		.sort((a, b) => b - a)
		.map((age, index) => {
			const birthYear = COUNTED_IN - age;
			const appointed = Math.min(COUNTED_IN, birthYear + Math.min(age, 25));
			const start = `${birthYear}${pad((index % 12) + 1, 2)}01${appointed}03${1 + (index % 2)}`;
			const serial = (serials.get(start) ?? 0) + 1;
			serials.set(start, serial);
			return start + pad(serial, 3);
		});
}

/** Writes the files as CSV. */
export async function writeCity(folder: string, files: Files): Promise<void> {
	await mkdir(folder, { recursive: true });
	for (const [name, rows] of Object.entries(files)) {
		await writeFile(join(folder, `${name}.csv`), `${Papa.unparse([...rows])}\n`);
	}
}

const [program = '', folder, people] = process.argv.slice(1);
if (import.meta.url === pathToFileURL(program).href && folder !== undefined) {
	await writeCity(folder, cityFiles(people === undefined ? CITY_PEOPLE : Number(people)));
}

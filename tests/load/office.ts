/**
 * A city's staff for benches: every number, name and text made up. The first person leads; everybody
 * else is supervised by one of those before him, `TEAM` to a supervisor.
 */
import { addDays, type Day, dayOf, MINUTE_MS } from '#lib/domain/day.ts';
import { entryId, positionId, unitId } from '#lib/domain/document.ts';
import { type EntryContent } from '#lib/domain/entry-content.ts';
import { type CatalogueActivity, type Position } from '#lib/domain/organisation.ts';
import { type Nip } from '#lib/domain/nip.ts';
import { type Draft } from '#server/db/database.ts';
import { type Account, newAccount } from '#server/auth/account.ts';
import {
	aCalendar,
	aPerson,
	aSupervision,
	aUnit,
	definitive,
	someSettings
} from '#tests/support/factories.ts';

export const ZONE = 'WITA';
export const TEAM = 30;
const UNITS = 40;
const POSTS = 100;
const FIRST_BIRTHDAY = '1968-01-01';
const FIRST_NAMES = ['Agustinus', 'Maria', 'Yohanes', 'Siti', 'Budi', 'Ratna', 'Dewi', 'Petrus'];
const LAST_NAMES = ['Contoh', 'Teladan', 'Misalnya', 'Umpama', 'Ibarat', 'Andai', 'Seumpama'];
const FREE_DAYS_A_YEAR = 24;

/** Person number `index`, counted from 0: a birthday of his own, so a number of his own. */
export function nipOf(index: number): Nip {
	const birthday = addDays(FIRST_BIRTHDAY, index).replaceAll('-', '');
	return `${birthday}201501${1 + (index % 2)}001`;
}

export const supervisorOf = (index: number): number => Math.floor((index - 1) / TEAM);

/** Work documents of `people` persons, without anybody's work. */
export function officeOf(people: number): Draft[] {
	const documents = [
		someSettings(),
		aCalendar(freeDays()),
		...numbers(UNITS).map((unit) =>
			aUnit({ _id: unitId(`unit-${unit}`), name: `Unit Kerja Contoh ${unit}`, agency: 'unit-0' })
		),
		...numbers(POSTS).map(aPost),
		...numbers(people).flatMap(aCard)
	];
	return documents.map(({ _rev: _made, ...draft }) => draft);
}

/** Accounts of all of them, with one password hash that was made beforehand. */
export function accountsOf(people: number, hash: string): Account[] {
	return numbers(people).map((index) => newAccount(nipOf(index), { hash, startCode: false }));
}

export const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

function aCard(index: number) {
	const nip = nipOf(index);
	const name = `${pick(FIRST_NAMES, index)} ${pick(LAST_NAMES, index)} ${index}`;
	const person = aPerson(nip, {
		name,
		position: `post-${index % POSTS}`,
		unit: `unit-${Math.floor(index / TEAM) % UNITS}`
	});
	if (index === 0) return [person];
	return [person, aSupervision(nip, [definitive(nipOf(supervisorOf(index)))])];
}

function freeDays(): Day[] {
	return numbers(FREE_DAYS_A_YEAR).map((n) => addDays('2026-01-01', n * 15));
}

const OUTPUTS = ['dokumen', 'laporan', 'kegiatan', 'berkas', 'surat', 'orang'];
const VERBS = ['Menyusun', 'Memeriksa', 'Mengolah', 'Menginput', 'Menyiapkan', 'Memverifikasi'];
const OBJECTS = [
	'laporan realisasi anggaran triwulan',
	'data kehadiran pegawai',
	'surat keluar dan surat masuk',
	'bahan rapat koordinasi dinas',
	'berkas kenaikan pangkat',
	'daftar inventaris barang milik daerah',
	'pertanggungjawaban perjalanan dinas',
	'permohonan izin masyarakat'
];
const DETAILS = [
	'bersama staf bidang di ruang rapat lantai dua',
	'setelah menerima disposisi dari kepala bidang',
	'dan menyerahkannya kepada sekretariat untuk ditandatangani',
	'untuk bulan berjalan, lalu mengarsipkan salinannya',
	'karena ada perbedaan angka dengan laporan minggu lalu',
	'sesuai format terbaru dari badan kepegawaian'
];

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T; // never empty

function aPost(index: number): Position {
	return {
		_id: positionId(`post-${index}`),
		_rev: '',
		schema: 1,
		name: `Jabatan Contoh ${index}`,
		activities: numbers(12).map((n) => activityOf(index + n))
	};
}

function activityOf(seed: number): CatalogueActivity {
	return {
		code: `k-${seed % 48}`,
		name: `${pick(VERBS, seed)} ${pick(OBJECTS, Math.floor(seed / 6))}`,
		unit: pick(OUTPUTS, seed),
		standardMinutes: 30 + (seed % 4) * 15
	};
}

/** What a person types about one hour of work; different every time, as people are. */
export function contentOf(hour: number, random: () => number): EntryContent {
	const seed = Math.floor(random() * 1_000_000);
	const { code, name, unit, standardMinutes } = activityOf(seed);
	const count = 1 + Math.floor(random() * 12);
	const letter = `nomor 800/${seed % 997}/2026`;
	return {
		startMinute: (7 + hour) * 60 + Math.floor(random() * 15),
		endMinute: (7 + hour) * 60 + 30 + Math.floor(random() * 29),
		activity: { code, name },
		description: `${name} ${pick(DETAILS, seed)} (${count} ${unit}, ${letter}).`,
		quantity: count,
		unit,
		effectiveMinutes: Math.min(15, standardMinutes),
		target: null,
		evidence: null,
		note: null
	};
}

export type NewEntry = {
	readonly documentId: string;
	readonly recordedAt: number;
	readonly content: EntryContent;
};

/** Yesterday's work, recorded over the last minutes: whatever time of day the bench runs at, it counts. */
export function newEntry(
	person: { readonly nip: Nip; readonly ulid: string; readonly random: () => number },
	number: number,
	now: number
): NewEntry {
	const date = addDays(dayOf(now, ZONE), -1);
	return {
		documentId: entryId(person.nip, date, person.ulid),
		recordedAt: now - (60 - number) * MINUTE_MS,
		content: contentOf(number % 10, person.random)
	};
}

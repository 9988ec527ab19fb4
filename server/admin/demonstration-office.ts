/**
 * The demonstration office: a regional archive and library of 38 people in the shape of the paper's
 * pilot agency, with a supervisor outside it. Every name and number is invented.
 */
import { type CatalogueActivity } from '#lib/domain/organisation.ts';
import { type EmploymentType, type Nip } from '#lib/domain/nip.ts';

export type Post = {
	readonly id: string;
	readonly name: string;
	readonly activities: CatalogueActivity[];
};
export type Member = {
	readonly nip: Nip;
	readonly name: string;
	readonly employmentType: EmploymentType;
	readonly position: string;
	readonly unit: string;
	/** Absent: not known. */
	readonly supervisor?: Nip;
};

const work = (code: string, ...[name, unit, standardMinutes]: [string, string, number]) => ({
	code,
	name,
	unit,
	standardMinutes
});

const LEADING = [
	work('P1', 'Memimpin rapat koordinasi', 'kegiatan', 90),
	work('P2', 'Memeriksa dan menandatangani naskah dinas', 'naskah', 15),
	work('P3', 'Membimbing dan menilai bawahan', 'orang', 30)
];
const OFFICE = [
	work('K1', 'Mengagendakan surat masuk', 'surat', 10),
	work('K2', 'Mengonsep surat dinas', 'surat', 45),
	work('K3', 'Menyiapkan ruang dan bahan rapat', 'kegiatan', 60)
];
const ARCHIVE = [
	work('A1', 'Mendata arsip inaktif', 'berkas', 20),
	work('A2', 'Memindai dokumen', 'dokumen', 5),
	work('A3', 'Melayani peminjaman arsip', 'permintaan', 25),
	work('A4', 'Menyusun daftar arsip', 'daftar', 120)
];
const LIBRARY = [
	work('L1', 'Melayani pemustaka', 'orang', 10),
	work('L2', 'Mengatalog buku', 'judul', 30),
	work('L3', 'Menata buku di rak', 'rak', 40),
	work('L4', 'Kunjungan perpustakaan keliling', 'kunjungan', 180)
];
const FINANCE = [
	work('U1', 'Memverifikasi kuitansi', 'kuitansi', 10),
	work('U2', 'Menyusun laporan keuangan bulanan', 'laporan', 240)
];

export const POSTS: readonly Post[] = [
	{ id: 'sekda', name: 'Sekretaris Daerah', activities: LEADING },
	{ id: 'kepala', name: 'Kepala Dinas', activities: LEADING },
	{ id: 'sekretaris', name: 'Sekretaris', activities: [...LEADING, ...OFFICE] },
	{ id: 'kabid', name: 'Kepala Bidang', activities: [...LEADING, ...OFFICE] },
	{ id: 'subkoordinator', name: 'Subkoordinator', activities: [...LEADING, ...OFFICE] },
	{ id: 'arsiparis', name: 'Arsiparis', activities: ARCHIVE },
	{ id: 'pustakawan', name: 'Pustakawan', activities: LIBRARY },
	{ id: 'administrasi', name: 'Pengadministrasi Umum', activities: OFFICE },
	{ id: 'keuangan', name: 'Pengelola Keuangan', activities: [...FINANCE, ...OFFICE] }
];

export const UNITS = [
	{ id: 'setda', name: 'Sekretariat Daerah (contoh)', agency: 'setda' },
	{ id: 'dinas', name: 'Dinas Arsip dan Perpustakaan (contoh)', agency: 'dinas' },
	{ id: 'sekretariat', name: 'Sekretariat Dinas', agency: 'dinas' },
	{ id: 'arsip-dinamis', name: 'Bidang Arsip Dinamis', agency: 'dinas' },
	{ id: 'arsip-statis', name: 'Bidang Arsip Statis', agency: 'dinas' },
	{ id: 'layanan', name: 'Bidang Layanan Perpustakaan', agency: 'dinas' },
	{ id: 'pembinaan', name: 'Bidang Pembinaan Perpustakaan', agency: 'dinas' }
] as const;

const FIELDS = ['arsip-dinamis', 'arsip-statis', 'layanan', 'pembinaan'] as const;
const FIRST_NAMES =
	'Adel Bona Cici Doni Elok Fani Gita Hadi Indah Jaya Karin Lius Mira Nando Oktav Putri Rian Sari Tomi Umi Vina Wawan Yanti Zaki Ami Boy Cinta Dani Ester Febi Gilang Hana Ivan Juli Kiki Lina Meli Niko'.split(
		' '
	);

type Pattern = Pick<Member, 'position' | 'unit'> & { readonly chief?: number };

/** Who stands where; `chief` is the place of the supervisor in this list. */
function pattern(): Pattern[] {
	const people: Pattern[] = [
		{ position: 'kepala', unit: 'dinas' },
		{ position: 'sekretaris', unit: 'sekretariat', chief: 0 }
	];
	const add = (person: Pattern) => people.push(person) - 1;
	for (const position of ['administrasi', 'keuangan']) {
		const lead = add({ position: 'subkoordinator', unit: 'sekretariat', chief: 1 });
		for (let count = 0; count < 3; count += 1) add({ position, unit: 'sekretariat', chief: lead });
	}
	for (const unit of FIELDS) {
		const head = add({ position: 'kabid', unit, chief: 0 });
		const position = unit.startsWith('arsip') ? 'arsiparis' : 'pustakawan';
		for (let group = 0; group < 2; group += 1) {
			const lead = add({ position: 'subkoordinator', unit, chief: head });
			for (let count = 0; count < 2; count += 1) add({ position, unit, chief: lead });
		}
	}
	return people;
}

/** Valid by its digits and plainly made up: everybody was born on the first of a month, serials run on. */
function invent(index: number, employmentType: EmploymentType): Nip {
	const pad = (value: number, length: number) => String(value).padStart(length, '0');
	const birthYear = 1968 + (index % 25);
	const birth = `${birthYear}${pad((index % 12) + 1, 2)}01`;
	const appointed = employmentType === 'PPPK' ? '202221' : `${birthYear + 25}03`;
	return `${birth}${appointed}${(index % 2) + 1}${pad(index + 1, 3)}`;
}

/** Places in the pattern held by others than PNS; all of them staff. */
const PPPK_PLACES = new Set([8, 13, 26, 34]);
const CPNS_PLACES = new Set([5, 20]);

function typeOf(place: number): EmploymentType {
	if (PPPK_PLACES.has(place)) return 'PPPK';
	return CPNS_PLACES.has(place) ? 'CPNS' : 'PNS';
}

/** Outside the agency: supervises its head. */
export const OUTER_SUPERVISOR: Member = {
	nip: invent(98, 'PNS'),
	name: 'Sekda Contoh',
	employmentType: 'PNS',
	position: 'sekda',
	unit: 'setda'
};

export const MEMBERS: readonly Member[] = pattern().map(({ chief, position, unit }, index, all) => {
	const nip = (place: number) => invent(place, typeOf(place));
	const isUnknown = index === all.length - 1;
	const supervisor = chief === undefined ? OUTER_SUPERVISOR.nip : nip(chief);
	return {
		nip: nip(index),
		name: `${FIRST_NAMES[index] ?? 'Orang'} Contoh`,
		employmentType: typeOf(index),
		position,
		unit,
		...(!isUnknown && { supervisor })
	};
});

const member = (matches: (one: Member) => boolean): Member => {
	const found = MEMBERS.find(matches);
	if (!found) throw new Error('the demonstration office must have this person');
	return found;
};

const HEAD_OF_FIELD = member(({ position }) => position === 'kabid');

/** The people a visitor may want to be. */
export const CAST = {
	head: member(({ position }) => position === 'kepala'),
	supervisor: member(({ position, unit }) => position === 'subkoordinator' && unit === 'layanan'),
	employee: member(({ position, unit }) => position === 'pustakawan' && unit === 'layanan'),
	/** Absent this week; the Plh stands in for him. */
	headOfField: HEAD_OF_FIELD,
	/** Holds the post of his own supervisor for a week. */
	actingHead: member(({ supervisor }) => supervisor === HEAD_OF_FIELD.nip),
	withoutSupervisor: member(({ supervisor }) => supervisor === undefined),
	newcomer: member(({ position }) => position === 'administrasi')
} as const;

/** What each file of an import may hold: its columns, and how a row becomes a value. */
import { type DayOff } from '#lib/domain/calendar.ts';
import { type Zone } from '#lib/domain/day.ts';
import { type EmploymentType, type Nip } from '#lib/domain/nip.ts';
import { type CatalogueActivity } from '#lib/domain/organisation.ts';
import { err, ok, type Result } from '#lib/domain/result.ts';
import { type SettingsVersion } from '#lib/domain/settings.ts';
import { type Assignment } from '#lib/domain/supervision.ts';
import {
	activeCell,
	assignmentCell,
	dayCell,
	dayOffCell,
	employmentCell,
	nipCell,
	nipOf,
	optional,
	type Parse,
	postCell,
	textCell,
	unitCell,
	wholeNumber,
	windowCell,
	zoneCell
} from './cells.ts';
import { type Row } from './table.ts';

export type BadCell = { readonly field: string; readonly reason: string };
type Read<T> = (row: Row) => Result<T, BadCell[]>;

export type UnitRow = { code: string; name: string; agency: string; zone: Zone };
export type PostRow = { code: string; name: string };
export type CatalogueRow = CatalogueActivity & { post: string };
export type PersonRow = {
	nip: Nip;
	name: string;
	employmentType: EmploymentType;
	position: string;
	unit: string;
	/** What SIASN's export says of the post and the unit themselves; absent in other files. */
	postName?: string;
	unitName?: string;
	agency?: string;
};
export type SupervisionRow = Assignment & { nip: Nip };
export type SettingsRow = Omit<SettingsVersion, 'publishedAt'>;

/** Columns of other programs by the names used here. */
const ALIASES: Readonly<Record<string, string>> = {
	nip_baru: 'nip',
	kedudukan_hukum_nama: 'kedudukan_hukum',
	status_cpns_pns: 'status',
	jabatan_id: 'jabatan',
	unor_id: 'unit',
	unor_nama: 'unit_nama',
	instansi_kerja_id: 'instansi'
};

export const canonicalColumn = (column: string): string => ALIASES[column] ?? column;

type Columns = Readonly<Record<string, readonly [column: string, parse: Parse<unknown>]>>;
type Values<C extends Columns> = {
	-readonly [K in keyof C]: C[K] extends readonly [string, Parse<infer T>] ? T : never;
};

/** Reads the named cells of a row; says of all of them at once which can't be used. */
function read<const C extends Columns>(row: Row, columns: C): Result<Values<C>, BadCell[]> {
	const bad: BadCell[] = [];
	const values = Object.entries(columns).map(([name, [field, parse]]) => {
		const parsed = parse(row.cells.get(field) ?? '');
		if (!parsed.ok) bad.push({ field, reason: parsed.error });
		return [name, parsed.ok ? parsed.value : undefined];
	});
	if (bad.length > 0) return err(bad);
	return ok(Object.fromEntries(values) as Values<C>); // each by the parser of its own column
}

const readUnit: Read<UnitRow> = (row) => {
	const parsed = read(row, {
		code: ['kode', unitCell],
		name: ['nama', textCell],
		agency: ['instansi', optional(textCell)],
		zone: ['zona', zoneCell]
	});
	if (!parsed.ok) return parsed;
	return ok({ ...parsed.value, agency: parsed.value.agency ?? parsed.value.code });
};

const readPost: Read<PostRow> = (row) =>
	read(row, { code: ['kode', postCell], name: ['nama', textCell] });

const MAX_STANDARD_MINUTES = 10_000;

const readCatalogue: Read<CatalogueRow> = (row) =>
	read(row, {
		post: ['jabatan', postCell],
		code: ['kode', textCell],
		name: ['nama', textCell],
		unit: ['satuan', textCell],
		standardMinutes: ['menit', wholeNumber(1, MAX_STANDARD_MINUTES)]
	});

const readPerson: Read<PersonRow> = (row) => {
	const parsed = read(row, {
		nip: ['nip', textCell],
		name: ['nama', textCell],
		front: ['gelar_depan', optional(textCell)],
		back: ['gelar_belakang', optional(textCell)],
		kind: ['jenis_pegawai', employmentCell],
		status: ['status', optional(employmentCell)],
		active: ['kedudukan_hukum', optional(activeCell)],
		position: ['jabatan', postCell],
		unit: ['unit', unitCell],
		postName: ['jabatan_nama', optional(textCell)],
		unitName: ['unit_nama', optional(textCell)],
		agency: ['instansi', optional(textCell)]
	});
	if (!parsed.ok) return parsed;
	const { front, back, kind, status, postName, unitName, agency, active, ...person } = parsed.value;
	const employmentType = kind === 'PNS' ? (status ?? kind) : kind;
	const nip = nipOf(person.nip, employmentType);
	if (!nip.ok) return err([{ field: 'nip', reason: nip.error }]);
	return ok({
		...person,
		nip: nip.value,
		name: fullName(person.name, { front, back }),
		employmentType,
		...(postName !== undefined && { postName }),
		...(unitName !== undefined && { unitName }),
		...(agency !== undefined && { agency })
	});
};

type Titles = { readonly front: string | undefined; readonly back: string | undefined };

/** With the titles as they are written: `Dr. Ana Contoh, M.Si.` */
function fullName(name: string, { front, back }: Titles): string {
	return `${front ? `${front} ` : ''}${name}${back ? `, ${back}` : ''}`;
}

const readSupervision: Read<SupervisionRow> = (row) => {
	const parsed = read(row, {
		nip: ['nip', nipCell],
		supervisor: ['nip_atasan', nipCell],
		kind: ['jenis', assignmentCell],
		validFrom: ['mulai', dayCell],
		validTo: ['selesai', optional(dayCell)]
	});
	if (!parsed.ok) return parsed;
	const { validTo, ...assignment } = parsed.value;
	const refuse = (field: string, reason: string) => err([{ field, reason }]);
	if (assignment.nip === assignment.supervisor && assignment.kind === 'DEFINITIVE') {
		return refuse('nip_atasan', 'tidak boleh menjadi atasan definitif diri sendiri');
	}
	if (validTo === undefined) {
		// What is recorded is never changed, so the end of a stand-in must be known from the start.
		if (assignment.kind !== 'DEFINITIVE') return refuse('selesai', 'harus diisi untuk Plt dan Plh');
		return ok(assignment);
	}
	if (validTo < assignment.validFrom) return refuse('selesai', 'lebih awal dari tanggal mulai');
	return ok({ ...assignment, validTo });
};

const readDayOff: Read<DayOff> = (row) =>
	read(row, { on: ['tanggal', dayCell], name: ['nama', textCell], kind: ['jenis', dayOffCell] });

const MAX_DAYS = 366;
const MINUTES_A_DAY = 1_440;

const readSettings: Read<SettingsRow> = (row) => {
	const parsed = read(row, {
		validFrom: ['berlaku_mulai', dayCell],
		inputWindow: ['batas_input', windowCell],
		returnDays: ['hari_perbaikan', wholeNumber(0, MAX_DAYS)],
		offlineTrustDays: ['hari_luring', wholeNumber(0, MAX_DAYS)],
		requiredMinutesPerDay: ['menit_per_hari', wholeNumber(0, MINUTES_A_DAY)],
		autoApproveDays: ['setuju_otomatis', optional(wholeNumber(1, MAX_DAYS))]
	});
	if (!parsed.ok) return parsed;
	return ok({ ...parsed.value, autoApproveDays: parsed.value.autoApproveDays ?? null });
};

export type Sheet<T> = {
	/** Columns a file must have. */
	readonly columns: readonly string[];
	readonly read: Read<T>;
	/** What no two rows may share, and the column to blame; empty where rows may repeat. */
	readonly key: (value: T) => string;
	readonly keyColumn: string;
};

/** By the name of the file without its ending, in the order in which they build on each other. */
export const SHEETS = {
	unit: { columns: ['kode', 'nama'], read: readUnit, key: ({ code }) => code, keyColumn: 'kode' },
	jabatan: {
		columns: ['kode', 'nama'],
		read: readPost,
		key: ({ code }) => code,
		keyColumn: 'kode'
	},
	katalog: {
		columns: ['jabatan', 'kode', 'nama', 'satuan', 'menit'],
		read: readCatalogue,
		key: ({ post, code }) => `${post} ${code}`,
		keyColumn: 'kode'
	},
	pegawai: {
		columns: ['nip', 'nama', 'jenis_pegawai', 'jabatan', 'unit'],
		read: readPerson,
		key: ({ nip }) => nip,
		keyColumn: 'nip'
	},
	atasan: {
		columns: ['nip', 'nip_atasan', 'jenis', 'mulai'],
		read: readSupervision,
		key: ({ nip, kind, validFrom }) => `${nip} ${kind} ${validFrom}`,
		keyColumn: 'mulai'
	},
	kalender: {
		columns: ['tanggal', 'nama', 'jenis'],
		read: readDayOff,
		key: ({ on }) => on,
		keyColumn: 'tanggal'
	},
	pengaturan: {
		columns: ['berlaku_mulai', 'batas_input', 'hari_perbaikan', 'hari_luring', 'menit_per_hari'],
		read: readSettings,
		key: ({ validFrom }) => validFrom,
		keyColumn: 'berlaku_mulai'
	}
} satisfies {
	unit: Sheet<UnitRow>;
	jabatan: Sheet<PostRow>;
	katalog: Sheet<CatalogueRow>;
	pegawai: Sheet<PersonRow>;
	atasan: Sheet<SupervisionRow>;
	kalender: Sheet<DayOff>;
	pengaturan: Sheet<SettingsRow>;
};
export type SheetName = keyof typeof SHEETS;

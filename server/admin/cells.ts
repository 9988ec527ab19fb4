/** From the text of a cell to a value, or in plain Indonesian why not. */
import { isDay, Zone, type Day } from '#lib/domain/day.ts';
import { type DayOff } from '#lib/domain/calendar.ts';
import { type EmploymentType, type Nip, type NipRefused, parseNip } from '#lib/domain/nip.ts';
import { DEFAULT_ZONE } from '#lib/domain/organisation.ts';
import { err, ok, type Result } from '#lib/domain/result.ts';
import { type InputWindow } from '#lib/domain/settings.ts';
import { type AssignmentKind } from '#lib/domain/supervision.ts';

export type Parse<T> = (text: string) => Result<T, string>;

const MAX_TEXT = 200;
const SPREADSHEET_NUMBER = /e\+\d+$/i;

const NIP_REFUSED: Record<NipRefused['reason'], string> = {
	'not-18-digits': 'NIP harus 18 angka',
	'birth-date': 'tanggal lahir di dalam NIP tidak mungkin',
	appointment: 'tahun atau bulan pengangkatan di dalam NIP tidak mungkin',
	sex: 'angka ke-15 NIP harus 1 atau 2',
	serial: 'tiga angka terakhir NIP tidak boleh 000'
};

/** The number of somebody whose kind of employment is known. */
export function nipOf(text: string, employmentType: EmploymentType): Result<Nip, string> {
	if (SPREADSHEET_NUMBER.test(text)) {
		return err('NIP tersimpan sebagai angka dan sudah dibulatkan; simpan sebagai teks');
	}
	const parsed = parseNip(text.replace(/^'/, ''), employmentType);
	return parsed.ok ? parsed : err(NIP_REFUSED[parsed.error.reason]);
}

/** The number of somebody else, whose own row is checked more closely. */
export const nipCell: Parse<Nip> = (text) => nipOf(text, 'PPPK');

export const textCell: Parse<string> = (text) => {
	if (text === '') return err('harus diisi');
	return text.length <= MAX_TEXT ? ok(text) : err(`paling panjang ${MAX_TEXT} huruf`);
};

/** The id of a post: it names a feed, so letters are small. */
export const postCell: Parse<string> = (text) => {
	const code = text.toLowerCase();
	if (/^[a-z0-9-]{1,40}$/.test(code)) return ok(code);
	return err('harus 1-40 huruf, angka atau tanda hubung');
};

export const unitCell: Parse<string> = (text) =>
	/^[a-zA-Z0-9-]{1,40}$/.test(text) ? ok(text) : err('harus 1-40 huruf, angka atau tanda hubung');

/** `2026-12-31`, `31-12-2026` or `31/12/2026`. */
export const dayCell: Parse<Day> = (text) => {
	const [, date, month, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text) ?? [];
	const day =
		date && month && year ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : text;
	return isDay(day) ? ok(day) : err('tanggal tidak mungkin; tulis seperti 2026-12-31');
};

export const optional =
	<T>(parse: Parse<T>): Parse<T | undefined> =>
	(text) =>
		text === '' ? ok(undefined) : parse(text);

export const wholeNumber =
	(from: number, to: number): Parse<number> =>
	(text) => {
		const value = Number(text);
		const isIn = /^\d+$/.test(text) && value >= from && value <= to;
		return isIn ? ok(value) : err(`harus bilangan bulat ${from} sampai ${to}`);
	};

function oneOf<T>(choices: Readonly<Record<string, T>>): Parse<T> {
	return (text) => {
		const found = Object.entries(choices).find(([name]) => name === text.toLowerCase());
		return found ? ok(found[1]) : err(`harus salah satu dari: ${Object.keys(choices).join(', ')}`);
	};
}

export const zoneCell: Parse<Zone> = (text) => {
	if (text === '') return ok(DEFAULT_ZONE);
	const zone = Zone.safeParse(text.toUpperCase());
	return zone.success ? ok(zone.data) : err('harus salah satu dari: WIB, WITA, WIT');
};

/** As typed, or as SIASN writes it (`PNS Daerah`, `PPPK`; `C` and `P` for CPNS and PNS). */
export const employmentCell: Parse<EmploymentType> = (text) => {
	const upper = text.toUpperCase();
	if (upper.includes('PPPK') || upper === 'P3K') return ok('PPPK');
	if (upper.includes('CPNS') || upper === 'C') return ok('CPNS');
	if (upper.includes('PNS') || upper === 'P') return ok('PNS');
	return err('harus salah satu dari: PNS, CPNS, PPPK');
};

/** SIASN's words for those who work, of every kind of employment, and its numbers for them. */
const ACTIVE = /^((pns|cpns|pppk) )?aktif$|^0?1$|^71$/i;
const MAX_QUOTED = 60;

/** SIASN's `kedudukan_hukum`. Who is retired, on unpaid leave or away to study records no work here. */
export const activeCell: Parse<true> = (text) => {
	if (ACTIVE.test(text)) return ok(true);
	const said = text.slice(0, MAX_QUOTED);
	return err(`"${said}" bukan pegawai aktif; hanya yang aktif diberi kartu, akun dan kode awal`);
};

export const assignmentCell: Parse<AssignmentKind> = oneOf<AssignmentKind>({
	definitif: 'DEFINITIVE',
	plt: 'ACTING',
	plh: 'DAILY_ACTING'
});

export const dayOffCell: Parse<DayOff['kind']> = oneOf<DayOff['kind']>({
	libur: 'holiday',
	'cuti bersama': 'collective-leave'
});

/** `hari sama`, `4 hari`, or `tanggal 5` for the fifth of the next month. */
export const windowCell: Parse<InputWindow> = (text) => {
	const plain = text.toLowerCase();
	const days = /^(\d{1,3}) hari$/.exec(plain)?.[1];
	const day = /^tanggal (\d{1,2})$/.exec(plain)?.[1];
	if (plain === 'hari sama') return ok({ kind: 'same-day' });
	if (days && Number(days) <= 366) return ok({ kind: 'days-back', days: Number(days) });
	if (day && Number(day) >= 1 && Number(day) <= 31) {
		return ok({ kind: 'until-day', day: Number(day) });
	}
	return err('harus "hari sama", "4 hari" atau "tanggal 5"');
};

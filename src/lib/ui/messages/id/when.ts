/** Days, times and amounts as Indonesians write them: 07.42 WITA, 24 Nov 2026, 1 jam 30 menit. */
import {
	type Day,
	dayOf,
	formatMinute,
	minuteOf,
	MINUTES_PER_DAY,
	weekdayOf,
	type Zone
} from '../../../domain/day.ts';

const WEEKDAYS = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'];
const MONTHS = [
	'Januari',
	'Februari',
	'Maret',
	'April',
	'Mei',
	'Juni',
	'Juli',
	'Agustus',
	'September',
	'Oktober',
	'November',
	'Desember'
];

function partsOf(day: Day): { year: number; month: string; date: number } {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	return { year, month: MONTHS[month - 1] ?? '', date };
}

/** `Selasa` */
const weekday = (day: Day): string => WEEKDAYS[weekdayOf(day)] ?? '';

/** 425 → `07.05`; minutes past midnight wrap. */
const clock = (minute: number): string => formatMinute(minute).replace(':', '.');

/** `24 Nov` */
function shortDay(day: Day): string {
	const { month, date } = partsOf(day);
	return `${date} ${month.slice(0, 3)}`;
}

/** `24 Nov 2026` */
const fullDay = (day: Day): string => `${shortDay(day)} ${partsOf(day).year}`;

/** `Selasa, 24 November 2026` */
function longDay(day: Day): string {
	const { year, month, date } = partsOf(day);
	return `${weekday(day)}, ${date} ${month} ${year}`;
}

/** `Sel` */
const shortWeekday = (day: Day): string => weekday(day).slice(0, 3);

/** `Sel, 24 Nov` */
const weekdayAndDay = (day: Day): string => `${shortWeekday(day)}, ${shortDay(day)}`;

/** `November 2026` */
function monthOf(day: Day): string {
	const { year, month } = partsOf(day);
	return `${month} ${year}`;
}

/** `07.42 WITA` */
const time = (at: number, zone: Zone): string => `${clock(minuteOf(at, zone))} ${zone}`;

/** `24 Nov 07.42 WITA` */
const moment = (at: number, zone: Zone): string => `${shortDay(dayOf(at, zone))} ${time(at, zone)}`;

/** `07.42 WITA` on the day itself, else with the day. */
const momentSeenOn = (at: number, zone: Zone, today: Day): string =>
	dayOf(at, zone) === today ? time(at, zone) : moment(at, zone);

/** `08.00–09.30`, never broken at the dash, and whether it ends on the next day. */
const span = (startMinute: number, endMinute: number): string =>
	`${clock(startMinute)}–\u2060${endClock(endMinute)}`;

/** `09.30`, and whether that is on the next day. */
function endClock(endMinute: number): string {
	const past = endMinute >= MINUTES_PER_DAY ? ' (hari berikutnya)' : '';
	return `${clock(endMinute)}${past}`;
}

/** `1 jam 30 menit` */
function duration(minutes: number): string {
	const hours = Math.floor(minutes / 60);
	const rest = minutes % 60;
	if (hours === 0) return `${rest} menit`;
	return rest === 0 ? `${hours} jam` : `${hours} jam ${rest} menit`;
}

/** `dicatat 23 Nov 16.10, diterima server 24 Nov 07.42 WITA` */
function receipt(recordedAt: number, receivedAt: number, zone: Zone): string {
	const recordedOn = dayOf(recordedAt, zone);
	const recorded = `${shortDay(recordedOn)} ${clock(minuteOf(recordedAt, zone))}`;
	return `dicatat ${recorded}, diterima server ${moment(receivedAt, zone)}`;
}

/** 2000 → `2.000` */
const number = (value: number): string => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, '.');

/** How long to wait, rounded up: `20 detik`, `3 menit`. */
function wait(ms: number): string {
	const seconds = Math.max(1, Math.ceil(ms / 1_000));
	return seconds < 90 ? `${seconds} detik` : `${Math.ceil(seconds / 60)} menit`;
}

export const when = {
	clock,
	duration,
	endClock,
	fullDay,
	longDay,
	moment,
	momentSeenOn,
	monthOf,
	number,
	receipt,
	shortDay,
	shortWeekday,
	span,
	time,
	wait,
	weekday,
	weekdayAndDay
};

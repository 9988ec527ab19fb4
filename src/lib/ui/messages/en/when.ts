/** Days, times and amounts in English: 07:42 WITA, 24 Nov 2026, 1 hour 30 minutes. */
import {
	type Day,
	dayOf,
	formatMinute,
	minuteOf,
	MINUTES_PER_DAY,
	weekdayOf,
	type Zone
} from '../../../domain/day.ts';
import { type when as idWhen } from '../id/when.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December'
];

function partsOf(day: Day): { year: number; month: string; date: number } {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	return { year, month: MONTHS[month - 1] ?? '', date };
}

/** `Tuesday` */
const weekday = (day: Day): string => WEEKDAYS[weekdayOf(day)] ?? '';

/** 425 → `07:05`; minutes past midnight wrap. */
const clock = (minute: number): string => formatMinute(minute);

/** `24 Nov` */
function shortDay(day: Day): string {
	const { month, date } = partsOf(day);
	return `${date} ${month.slice(0, 3)}`;
}

/** `24 Nov 2026` */
const fullDay = (day: Day): string => `${shortDay(day)} ${partsOf(day).year}`;

/** `Tuesday, 24 November 2026` */
function longDay(day: Day): string {
	const { year, month, date } = partsOf(day);
	return `${weekday(day)}, ${date} ${month} ${year}`;
}

/** `Tue` */
const shortWeekday = (day: Day): string => weekday(day).slice(0, 3);

/** `Tue, 24 Nov` */
const weekdayAndDay = (day: Day): string => `${shortWeekday(day)}, ${shortDay(day)}`;

/** `November 2026` */
function monthOf(day: Day): string {
	const { year, month } = partsOf(day);
	return `${month} ${year}`;
}

/** `07:42 WITA` */
const time = (at: number, zone: Zone): string => `${clock(minuteOf(at, zone))} ${zone}`;

/** `24 Nov 07:42 WITA` */
const moment = (at: number, zone: Zone): string => `${shortDay(dayOf(at, zone))} ${time(at, zone)}`;

/** `07:42 WITA` on the day itself, else with the day. */
const momentSeenOn = (at: number, zone: Zone, today: Day): string =>
	dayOf(at, zone) === today ? time(at, zone) : moment(at, zone);

/** `08:00–09:30`, never broken at the dash, and whether it ends on the next day. */
const span = (startMinute: number, endMinute: number): string =>
	`${clock(startMinute)}–\u2060${endClock(endMinute)}`;

/** `09:30`, and whether that is on the next day. */
function endClock(endMinute: number): string {
	const past = endMinute >= MINUTES_PER_DAY ? ' (next day)' : '';
	return `${clock(endMinute)}${past}`;
}

const amount = (value: number, unit: string): string => `${value} ${unit}${value === 1 ? '' : 's'}`;

/** `1 hour 30 minutes` */
function duration(minutes: number): string {
	const hours = Math.floor(minutes / 60);
	const rest = minutes % 60;
	if (hours === 0) return amount(rest, 'minute');
	return rest === 0 ? amount(hours, 'hour') : `${amount(hours, 'hour')} ${amount(rest, 'minute')}`;
}

/** `recorded 23 Nov 16:10, received by the server 24 Nov 07:42 WITA` */
function receipt(recordedAt: number, receivedAt: number, zone: Zone): string {
	const recordedOn = dayOf(recordedAt, zone);
	const recorded = `${shortDay(recordedOn)} ${clock(minuteOf(recordedAt, zone))}`;
	return `recorded ${recorded}, received by the server ${moment(receivedAt, zone)}`;
}

/** 2000 → `2,000` */
const number = (value: number): string => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** How long to wait, rounded up: `20 seconds`, `3 minutes`. */
function wait(ms: number): string {
	const seconds = Math.max(1, Math.ceil(ms / 1_000));
	return seconds < 90 ? amount(seconds, 'second') : amount(Math.ceil(seconds / 60), 'minute');
}

export const when: typeof idWhen = {
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

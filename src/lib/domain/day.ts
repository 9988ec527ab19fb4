/**
 * Days and minutes in the time zone of an office. Indonesia's three zones have no summer time, so
 * a zone is a fixed number of minutes and everything here is integer arithmetic. Instants are epoch
 * milliseconds (`...At`), days are `YYYY-MM-DD` strings (`...On`).
 */
import * as z from 'zod/mini';

export const DAY_MS = 86_400_000;
export const MINUTE_MS = 60_000;
export const MINUTES_PER_DAY = 1_440;

export const Zone = z.enum(['WIB', 'WITA', 'WIT']);
export type Zone = z.infer<typeof Zone>;

const OFFSET_MINUTES: Record<Zone, number> = { WIB: 420, WITA: 480, WIT: 540 };

export const Day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
export type Day = z.infer<typeof Day>;

export function isDay(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const at = fromDay(text);
	return !Number.isNaN(at) && toDay(at) === text;
}

/** The same few days are asked for at every turn, and reading or naming one is slow. */
const MAX_KEPT = 4_000;

function keeping<K, V>(make: (key: K) => V): (key: K) => V {
	const kept = new Map<K, V>();
	return (key) => {
		const known = kept.get(key);
		if (known !== undefined) return known;
		const made = make(key);
		if (kept.size >= MAX_KEPT) kept.clear();
		kept.set(key, made);
		return made;
	};
}

/** By the number of the day since 1970. */
const nameOf = keeping((day: number): Day => new Date(day * DAY_MS).toISOString().slice(0, 10));
const fromDay = keeping((day: Day): number => Date.parse(`${day}T00:00:00Z`));

const toDay = (utcAt: number): Day => nameOf(Math.floor(utcAt / DAY_MS));

/** The day it is at `at` in `zone`. */
export const dayOf = (at: number, zone: Zone): Day => toDay(at + OFFSET_MINUTES[zone] * MINUTE_MS);

/** Minutes since midnight in `zone` at `at`. */
export function minuteOf(at: number, zone: Zone): number {
	const minute = Math.floor(at / MINUTE_MS) + OFFSET_MINUTES[zone];
	return ((minute % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY;
}

/** The instant `minute` minutes after the midnight with which `day` begins in `zone`. */
export function instantOf(day: Day, minute: number, zone: Zone): number {
	return fromDay(day) + (minute - OFFSET_MINUTES[zone]) * MINUTE_MS;
}

export const addDays = (day: Day, days: number): Day => toDay(fromDay(day) + days * DAY_MS);

/** 0 is Sunday, 6 is Saturday. */
export const weekdayOf = (day: Day): number => new Date(fromDay(day)).getUTCDay();

/** 0 for Monday, 6 for Sunday: a day's place in a week as it is written at work. */
export const columnOf = (day: Day): number => (weekdayOf(day) + 6) % 7;

export const mondayOf = (day: Day): Day => addDays(day, -columnOf(day));

/** Counts weeks: the one after has the next number. */
export const weekNumberOf = (day: Day): number => Math.floor(fromDay(mondayOf(day)) / (7 * DAY_MS));

/** Day `date` of the month after the month of `day`, or that month's last day if it is shorter. */
export function dayOfNextMonth(day: Day, date: number): Day {
	const [year = 0, month = 0] = day.split('-').map(Number);
	const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
	return toDay(Date.UTC(year, month, Math.min(date, last)));
}

/** `7:05` → 425; nothing for what is no time of day. */
export function parseMinute(text: string): number | undefined {
	const match = /^(\d{1,2})[:.](\d{2})$/.exec(text.trim());
	const hour = Number(match?.[1]);
	const minute = Number(match?.[2]);
	return match && hour < 24 && minute < 60 ? hour * 60 + minute : undefined;
}

/** 425 → `07:05`; minutes past midnight wrap. */
export function formatMinute(minute: number): string {
	const wrapped = minute % MINUTES_PER_DAY;
	const pad = (value: number) => String(value).padStart(2, '0');
	return `${pad(Math.floor(wrapped / 60))}:${pad(wrapped % 60)}`;
}

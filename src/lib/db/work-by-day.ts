/** What was recorded, by day. */
import { type EntryRow } from './database.ts';
import { type DayWork, NO_WORK } from '../domain/day-mark.ts';
import { type Day } from '../domain/day.ts';
import { recordedMinutes } from '../domain/derived-status.ts';

export function workByDay(rows: readonly Pick<EntryRow, 'date' | 'entry'>[]): Map<Day, DayWork> {
	const work = new Map<Day, DayWork>();
	for (const { date, entry } of rows) {
		const { minutes, hasReturned } = work.get(date) ?? NO_WORK;
		work.set(date, {
			minutes: minutes + recordedMinutes([entry]),
			hasReturned: hasReturned || entry.status === 'returned'
		});
	}
	return work;
}

/** Minutes that count, by day. */
import { type EntryRow } from './database.ts';
import { type Day } from '../domain/day.ts';
import { recordedMinutes } from '../domain/derived-status.ts';

export function minutesByDay(rows: readonly Pick<EntryRow, 'date' | 'entry'>[]): Map<Day, number> {
	const minutes = new Map<Day, number>();
	for (const { date, entry } of rows) {
		minutes.set(date, (minutes.get(date) ?? 0) + recordedMinutes([entry]));
	}
	return minutes;
}

/** What was recorded, by day. */
import { type EntryRow } from './database.ts';
import { type DayWork, NO_WORK } from '../domain/day-mark.ts';
import { type Day } from '../domain/day.ts';
import { derivedStatus, recordedMinutes } from '../domain/derived-status.ts';
import { type Facts } from '../domain/facts.ts';

type Standing = {
	readonly rules: Pick<Facts, 'settings' | 'zone' | 'calendar' | 'knownCalendar'>;
	readonly now: number;
};

/** What was returned counts as long as it can still be answered; after that its day may be empty again. */
export function workByDay(
	rows: readonly Pick<EntryRow, 'date' | 'entry'>[],
	{ rules, now }: Standing
): Map<Day, DayWork> {
	const work = new Map<Day, DayWork>();
	for (const { date, entry } of rows) {
		const { minutes, hasReturned } = work.get(date) ?? NO_WORK;
		work.set(date, {
			minutes: minutes + recordedMinutes([entry]),
			hasReturned: hasReturned || derivedStatus(entry, rules, now) === 'returned'
		});
	}
	return work;
}

import { type Day } from '#lib/domain/day.ts';

/** Each day with its rows, days and rows in the order given. */
export function byDay<Row>(rows: readonly Row[], dayOfRow: (row: Row) => Day): [Day, Row[]][] {
	const days = new Map<Day, Row[]>();
	for (const row of rows) {
		const day = dayOfRow(row);
		const ofDay = days.get(day);
		if (ofDay) ofDay.push(row);
		else days.set(day, [row]);
	}
	return [...days];
}

/** What is odd about the work that waits, as far as this device can tell: by the author's days and his catalogue. */
import { createContext } from 'svelte';
import { type Database, type EntryRow } from '#lib/db/database.ts';
import { entriesBetween } from '#lib/db/entries.ts';
import { positionOf } from '#lib/db/people.ts';
import { calendarKnownAt } from '#lib/domain/calendar.ts';
import { addDays, type Day } from '#lib/domain/day.ts';
import { recordedMinutes } from '#lib/domain/derived-status.ts';
import { type DocumentId } from '#lib/domain/document.ts';
import { type Directory, zoneOf } from '#lib/domain/facts.ts';
import { type Nip } from '#lib/domain/nip.ts';
import { odditiesOf, type Oddity } from '#lib/domain/oddities.ts';
import { workBeside } from '#lib/domain/work-beside.ts';

export type OddWork = ReadonlyMap<DocumentId, readonly Oddity[]>;

export const NOTHING_ODD: OddWork = new Map();

/** For the cards of the queue. Reactive. */
export const [getOddWork, setOddWork] = createContext<{
	readonly current: OddWork | undefined;
	/** Whether it is of the work that waits now, and not of what waited a moment ago. */
	readonly isOfThese: boolean;
}>();

/** Of `waiting` whatever is odd; at most one read of rows for each stretch of days of an author. */
export async function oddWorkOf(
	db: Database,
	waiting: readonly EntryRow[],
	directory: Directory
): Promise<OddWork> {
	const found = await Promise.all(
		[...groupBy(waiting, ({ owner }) => owner)].map(([owner, rows]) =>
			oddWorkOfOne(db, directory, { owner, rows })
		)
	);
	return new Map(found.flat().filter(([, oddities]) => oddities.length > 0));
}

type Own = { readonly owner: Nip; readonly rows: readonly EntryRow[] };

async function oddWorkOfOne(
	db: Database,
	directory: Directory,
	{ owner, rows }: Own
): Promise<[DocumentId, Oddity[]][]> {
	const [position, read] = await Promise.all([
		positionOf(db, owner),
		Promise.all(stretches(rows).map((days) => entriesBetween(db, owner, days)))
	]);
	const beside = read.flat();
	const norms = new Map(
		position?.activities.map(({ code, standardMinutes }) => [code, standardMinutes])
	);
	const besideOf = workBeside(beside.filter(stands).map(workOf));
	const minutesOn = minutesByDay(beside);
	const zone = zoneOf(directory, owner);
	const calendar = calendarKnownAt(directory.calendar()?.versions ?? []);
	return rows.map((row) => {
		const work = workOf(row);
		const others = besideOf(work).filter(({ id }) => id !== row.id);
		const standardMinutes = norms.get(row.entry.content.activity.code ?? '');
		const recordedAt = firstRecordedAt(row);
		const dayMinutes = minutesOn.get(row.date) ?? 0;
		const about = { others, standardMinutes, recordedAt, zone, calendar, dayMinutes };
		return [row.id, odditiesOf(work, about)];
	});
}

const minutesByDay = (rows: readonly EntryRow[]): Map<Day, number> =>
	new Map(
		[...groupBy(rows, ({ date }) => date)].map(([date, own]) => [
			date,
			recordedMinutes(own.map(({ entry }) => entry))
		])
	);

function groupBy(
	rows: readonly EntryRow[],
	keyOf: (row: EntryRow) => string
): Map<string, EntryRow[]> {
	const groups = new Map<string, EntryRow[]>();
	for (const row of rows) {
		const own = groups.get(keyOf(row));
		if (own) own.push(row);
		else groups.set(keyOf(row), [row]);
	}
	return groups;
}

const stands = ({ status }: EntryRow): boolean => status !== 'withdrawn' && status !== 'rejected';

const workOf = ({ id, date, entry }: EntryRow) => ({ id, date, content: entry.content });

/** Nothing where the time itself is doubtful, which is said anyway. */
function firstRecordedAt({ entry }: EntryRow): number | undefined {
	const first = entry.history.find(({ kind }) => kind === 'entry.submit');
	return first?.unproven ? undefined : first?.judgedAt;
}

/** The days of `rows`, which come by date, and those beside them, as few stretches without long gaps. */
function stretches(rows: readonly EntryRow[]): { from: string; to: string }[] {
	const found: { from: string; to: string }[] = [];
	for (const { date } of rows) {
		const last = found.at(-1);
		const [from, to] = [addDays(date, -1), addDays(date, 1)];
		if (last && from <= addDays(last.to, 1)) last.to = to;
		else found.push({ from, to });
	}
	return found;
}

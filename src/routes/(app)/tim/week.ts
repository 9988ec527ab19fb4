/** Who has recorded what on the days of a week, for the people reviewed on those days. */
import { type Database, type EntryRow } from '#lib/db/database.ts';
import { directoryOf, reviewedOn } from '#lib/db/people.ts';
import { calendarKnownAt, type CalendarVersion, isWorkday } from '#lib/domain/calendar.ts';
import { addDays, type Day } from '#lib/domain/day.ts';
import { recordedMinutes } from '#lib/domain/derived-status.ts';
import { type Directory } from '#lib/domain/facts.ts';
import { type Nip } from '#lib/domain/nip.ts';
import { type AssignmentKind, reviewerOn } from '#lib/domain/supervision.ts';

const DAYS_A_WEEK = 7;

export type Cell = {
	readonly day: Day;
	/** Whether the person is reviewed here on that day. */
	readonly isReviewed: boolean;
	readonly count: number;
	readonly minutes: number;
	readonly waiting: number;
	readonly returned: number;
	readonly rejected: number;
};

export type Line = {
	readonly nip: Nip;
	readonly name: string;
	/** In which capacity the person is reviewed, when it isn't the reviewer's own. */
	readonly acting?: Exclude<AssignmentKind, 'DEFINITIVE'> | undefined;
	readonly cells: readonly Cell[];
};
export type Week = { readonly days: readonly Day[]; readonly lines: readonly Line[] };

/** The week that begins on `monday`. */
export async function weekOf(db: Database, reviewer: Nip, monday: Day): Promise<Week> {
	const all = Array.from({ length: DAYS_A_WEEK }, (_unused, index) => addDays(monday, index));
	const [directory, people, ...rows] = await Promise.all([
		directoryOf(db),
		reviewedOn(db, reviewer, all),
		// Each day by itself, so that a tap meanwhile waits for one day to be unpacked and not for seven.
		...all.map((day) => db.entries.where('date').equals(day).toArray())
	]);
	const calendar = calendarKnownAt(directory.calendar()?.versions ?? []);
	const byOwner = rowsByOwner(rows.flat());
	const days = shownDays(
		all,
		calendar,
		new Set(people.flatMap(({ nip }) => daysWithWork(byOwner.get(nip))))
	);
	const lines = people.map(({ nip, name, days: reviewed }) => ({
		nip,
		name,
		acting: actingFor(
			directory,
			nip,
			days.find((day) => reviewed.has(day))
		),
		cells: days.map((day) => cellOf(day, reviewed.has(day), byOwner.get(nip)?.get(day) ?? []))
	}));
	return { days, lines };
}

function actingFor(directory: Directory, owner: Nip, day: Day | undefined) {
	const of = (nip: Nip) => directory.supervision(nip);
	const kind = day === undefined ? undefined : reviewerOn(of, owner, day)?.kind;
	return kind === 'DEFINITIVE' ? undefined : kind;
}

type ByDay = Map<Day, EntryRow[]>;

/** What was withdrawn is no work. */
function rowsByOwner(rows: readonly EntryRow[]): Map<Nip, ByDay> {
	const byOwner = new Map<Nip, ByDay>();
	for (const row of rows) {
		if (row.status === 'withdrawn') continue;
		const byDay: ByDay = byOwner.get(row.owner) ?? new Map<Day, EntryRow[]>();
		byOwner.set(row.owner, byDay);
		const own = byDay.get(row.date);
		if (own) own.push(row);
		else byDay.set(row.date, [row]);
	}
	return byOwner;
}

const daysWithWork = (byDay: ByDay | undefined): Day[] => [...(byDay?.keys() ?? [])];

/** Workdays, and days off on which somebody worked all the same. */
function shownDays(
	all: readonly Day[],
	calendar: CalendarVersion,
	worked: ReadonlySet<Day>
): Day[] {
	return all.filter((day) => isWorkday(day, calendar) || worked.has(day));
}

function cellOf(day: Day, isReviewed: boolean, rows: readonly EntryRow[]): Cell {
	const having = (status: EntryRow['status']) => rows.filter((row) => row.status === status).length;
	return {
		day,
		isReviewed,
		count: rows.length,
		minutes: recordedMinutes(rows.map(({ entry }) => entry)),
		waiting: having('submitted'),
		returned: having('returned'),
		rejected: having('rejected')
	};
}

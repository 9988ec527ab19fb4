/** What is odd about the work that waits, as far as this device can tell: by the author's days and his catalogue. */
import { createContext } from 'svelte';
import { type Database, type EntryRow } from '#lib/db/database.ts';
import { entriesBetween } from '#lib/db/entries.ts';
import { positionOf } from '#lib/db/people.ts';
import { addDays } from '#lib/domain/day.ts';
import { type DocumentId } from '#lib/domain/document.ts';
import { type Directory, zoneOf } from '#lib/domain/facts.ts';
import { type Nip } from '#lib/domain/nip.ts';
import { odditiesOf, type Oddity } from '#lib/domain/oddities.ts';
import { workBeside } from '#lib/domain/work-beside.ts';

export type OddWork = ReadonlyMap<DocumentId, readonly Oddity[]>;

export const NOTHING_ODD: OddWork = new Map();

/** For the cards of the queue. Reactive. */
export const [getOddWork, setOddWork] = createContext<{ readonly current: OddWork | undefined }>();

/** Of `waiting` whatever is odd; at most one read of rows for each stretch of days of an author. */
export async function oddWorkOf(
	db: Database,
	waiting: readonly EntryRow[],
	directory: Directory
): Promise<OddWork> {
	const found = await Promise.all(
		[...byOwner(waiting)].map(async ([owner, rows]) => {
			const [position, beside] = await Promise.all([
				positionOf(db, owner),
				Promise.all(stretches(rows).map((days) => entriesBetween(db, owner, days)))
			]);
			const norms = new Map(
				position?.activities.map(({ code, standardMinutes }) => [code, standardMinutes])
			);
			const besideOf = workBeside(beside.flat().filter(stands).map(workOf));
			const zone = zoneOf(directory, owner);
			return rows.map((row): [DocumentId, Oddity[]] => {
				const work = workOf(row);
				const others = besideOf(work).filter(({ id }) => id !== row.id);
				const standardMinutes = norms.get(row.entry.content.activity.code ?? '');
				const recordedAt = firstRecordedAt(row);
				return [row.id, odditiesOf(work, { others, standardMinutes, recordedAt, zone })];
			});
		})
	);
	return new Map(found.flat().filter(([, oddities]) => oddities.length > 0));
}

function byOwner(rows: readonly EntryRow[]): Map<Nip, EntryRow[]> {
	const owners = new Map<Nip, EntryRow[]>();
	for (const row of rows) {
		const own = owners.get(row.owner);
		if (own) own.push(row);
		else owners.set(row.owner, [row]);
	}
	return owners;
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

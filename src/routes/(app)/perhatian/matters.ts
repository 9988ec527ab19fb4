/**
 * What waits for the person, the most urgent first: what still has a deadline, by it; two versions to
 * choose from; the rest, the longest waiting first; and last what is only news.
 */
import { type EntryRow } from '#lib/db/database.ts';
import { firstInputClosesAt, resubmissionClosesAt } from '#lib/domain/apply.ts';
import { type EmptyDay } from '#lib/domain/day-mark.ts';
import { currentItem, type Entry, keyOf } from '#lib/domain/entry.ts';
import { type Facts } from '#lib/domain/facts.ts';
import { type Attention, type Overruled, type Refused } from '#lib/db/attention.ts';

type About =
	| ({ readonly type: 'refused'; readonly facts: Facts } & Refused)
	| { readonly type: 'returned'; readonly row: EntryRow; readonly facts: Facts }
	| { readonly type: 'emptyDays'; readonly days: readonly EmptyDay[] }
	| { readonly type: 'overruled'; readonly overruled: Overruled };

export type Matter = About & {
	readonly key: string;
	/** When it is too late; absent where nothing closes. */
	readonly closesAt: number | undefined;
	readonly since: number;
};

export function mattersOf(
	{ refused, returned, overruled, emptyDays }: Attention,
	{ factsOf, now }: { factsOf: (id: Entry['_id']) => Facts; now: number }
): Matter[] {
	const matters = [
		...refused.map((each) => refusedMatter(each, factsOf(each.row.documentId))),
		...returned.map((row) => returnedMatter(row, factsOf(row.id))),
		...emptyDaysMatters(emptyDays),
		...overruled.map(overruledMatter)
	];
	return matters.sort(byUrgency(now));
}

function refusedMatter({ row, entry }: Refused, facts: Facts): Matter {
	const since = row.refusedAt ?? row.mutation.recordedAt;
	const closesAt = refusedClosesAt({ row, entry }, facts);
	return { type: 'refused', key: row.id, row, entry, facts, closesAt, since };
}

/** Until when what was refused can be done after all. */
function refusedClosesAt({ row, entry }: Refused, facts: Facts): number | undefined {
	if (!facts.isOwner) return undefined;
	if (entry?.status === 'returned') {
		return resubmissionClosesAt(currentItem(entry).judgedAt, facts);
	}
	const isNew = entry === undefined && row.mutation.kind === 'entry.submit';
	return isNew ? firstInputClosesAt(keyOf({ _id: row.documentId }).date, facts) : undefined;
}

function returnedMatter(row: EntryRow, facts: Facts): Matter {
	const since = currentItem(row.entry).judgedAt;
	const closesAt = resubmissionClosesAt(since, facts);
	return { type: 'returned', key: row.id, row, facts, closesAt, since };
}

/** All of them are one, which is as urgent as the first. */
function emptyDaysMatters(days: readonly EmptyDay[]): Matter[] {
	const [first] = days;
	if (!first) return [];
	const { closesAt } = first;
	return [{ type: 'emptyDays', key: 'emptyDays', days, closesAt, since: closesAt }];
}

function overruledMatter(overruled: Overruled): Matter {
	const { item } = overruled;
	const since = item.judgedAt;
	return { type: 'overruled', key: `overruled ${item.id}`, overruled, closesAt: undefined, since };
}

export const isConflict = ({ row, entry }: Refused): boolean =>
	row.refusal?.type === 'version-moved' && entry !== undefined;

function byUrgency(now: number): (a: Matter, b: Matter) => number {
	return (a, b) =>
		rankOf(a, now) - rankOf(b, now) ||
		(deadlineOf(a, now) ?? 0) - (deadlineOf(b, now) ?? 0) ||
		a.since - b.since ||
		a.key.localeCompare(b.key);
}

function rankOf(matter: Matter, now: number): number {
	if (deadlineOf(matter, now) !== undefined) return 0;
	if (matter.type === 'overruled') return 3;
	return matter.type === 'refused' && isConflict(matter) ? 1 : 2;
}

/** While it can still be kept. */
const deadlineOf = ({ closesAt }: Matter, now: number): number | undefined =>
	closesAt !== undefined && now < closesAt ? closesAt : undefined;

/** What waits for a reviewer: how it is sifted and grouped, and what of it he has selected. */
import { type EntryRow } from '#lib/db/database.ts';
import { DAY_MS, type Day } from '#lib/domain/day.ts';
import { type DocumentId } from '#lib/domain/document.ts';
import { type Entry, needsTimeConfirmation } from '#lib/domain/entry.ts';
import { type Nip } from '#lib/domain/nip.ts';

/** One waiting entry as it is shown, which is as the reviewer saw it first until he looks again. */
export type Item = {
	readonly row: EntryRow;
	readonly shown: Entry;
	/** Somebody else changed it since. */
	readonly isChanged: boolean;
	/** It was, at this visit; the reviewer may have looked again. */
	readonly wasChanged: boolean;
};

/**
 * Whether `entry` was changed by somebody other than the reviewer after he had seen it as `seen`. The answer to
 * what he has returned since is no such change: it is new to him, and says by itself what differs.
 */
export function isChangedSince(seen: Entry, { version, history }: Entry, reviewer: Nip): boolean {
	if (seen.version === version) return false;
	const known = new Set(seen.history.map(({ id }) => id));
	const unseen = history.filter(({ id }) => !known.has(id));
	const lastOwn = unseen.findLast(({ by }) => by === reviewer);
	return lastOwn?.kind !== 'review.return' && unseen.some(({ by }) => by !== reviewer);
}

/** Whatever is empty lets everything through. */
export type Filter = {
	readonly owner: Nip;
	readonly from: Day;
	readonly to: Day;
	readonly words: string;
	/** Only what should be looked at twice. */
	readonly markedOnly: boolean;
	/** Of what should be looked at twice only these. */
	readonly within?: Selection | undefined;
};

export const NO_FILTER: Filter = { owner: '', from: '', to: '', words: '', markedOnly: false };

export const isFiltering = (filter: Filter): boolean =>
	filter.owner !== '' ||
	filter.from !== '' ||
	filter.to !== '' ||
	filter.words.trim() !== '' ||
	filter.markedOnly;

/** Whether the reviewer should look twice: it was changed, its time is in doubt, or it is among what is `odd`. */
export const isMarked = ({ row, shown, isChanged }: Item, odd: Odd): boolean =>
	isChanged || needsTimeConfirmation(shown) || odd.has(row.id);

/** Whoever looks at what was changed goes on having it before him. */
const isAmongMarked = (item: Item, odd: Odd): boolean => item.wasChanged || isMarked(item, odd);

type Odd = Pick<ReadonlyMap<DocumentId, unknown>, 'has'>;

/** What of `items` a filter lets through; each of its words must occur somewhere in the work. */
export function sift(items: readonly Item[], filter: Filter, odd: Odd): Item[] {
	const words = filter.words.toLowerCase().split(/\s+/).filter(Boolean);
	return items.filter(
		(item) =>
			(filter.owner === '' || item.row.owner === filter.owner) &&
			(filter.from === '' || item.row.date >= filter.from) &&
			(filter.to === '' || item.row.date <= filter.to) &&
			(!filter.markedOnly || (isAmongMarked(item, odd) && isWithin(item, filter))) &&
			words.every((word) => textOf(item.shown).includes(word))
	);
}

const isWithin = ({ row }: Item, { within }: Filter): boolean => within?.has(row.id) ?? true;

const textOf = ({ content: { activity, description, note } }: Entry): string =>
	[activity.name, description, note ?? ''].join('\n').toLowerCase();

export const GROUPINGS = ['person', 'day', 'age'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export const AGES = ['old', 'days', 'yesterday', 'today'] as const;
/** More than three days; two or three days. */
export type Age = (typeof AGES)[number];

const daysSince = (date: Day, today: Day): number =>
	Math.round((Date.parse(today) - Date.parse(date)) / DAY_MS);

function ageOf(date: Day, today: Day): Age {
	const days = daysSince(date, today);
	if (days <= 0) return 'today';
	if (days === 1) return 'yesterday';
	return days <= 3 ? 'days' : 'old';
}

export type Group = {
	/** A number of a person, a day, or an age. */
	readonly key: string;
	readonly items: readonly Item[];
};

/** Of items with the oldest first: whoever, or whatever, waits longest comes first. */
export function groupItems(items: readonly Item[], grouping: Grouping, today: Day): Group[] {
	const groups = new Map<string, Item[]>();
	for (const item of items) {
		const { owner, date } = item.row;
		const key = { person: owner, day: date, age: ageOf(date, today) }[grouping];
		const group = groups.get(key);
		if (group) group.push(item);
		else groups.set(key, [item]);
	}
	return [...groups].map(([key, own]) => ({ key, items: own }));
}

/** Keys in the order in which they came first; what has gone keeps its place for when it comes back. */
export const keepOrder = (
	known: readonly string[],
	groups: readonly Group[]
): readonly string[] => [...new Set([...known, ...groups.map(({ key }) => key)])];

export function inOrder(groups: readonly Group[], order: readonly string[]): Group[] {
	const places = new Map(order.map((key, place) => [key, place]));
	const placeOf = ({ key }: Group) => places.get(key) ?? order.length;
	return [...groups].sort((a, b) => placeOf(a) - placeOf(b));
}

/**
 * Groups that are open until the person says otherwise: those that begin within the first `room` items,
 * and those that did before. What is open never closes because others got shorter.
 */
export function keepOpen(
	known: ReadonlySet<string>,
	groups: readonly Group[],
	room: number
): ReadonlySet<string> {
	const open = new Set(known);
	let before = 0;
	for (const { key, items } of groups) {
		if (before >= room) break;
		open.add(key);
		before += items.length;
	}
	return open;
}

/** `now`, and between it, where it stood `before`, what has gone since. */
export function keepPlaces(
	before: readonly DocumentId[],
	now: readonly DocumentId[]
): readonly DocumentId[] {
	const here = new Set(now);
	const goneBehind = new Map<DocumentId | undefined, DocumentId[]>();
	let last: DocumentId | undefined;
	for (const id of before) {
		if (here.has(id)) last = id;
		else goneBehind.set(last, [...(goneBehind.get(last) ?? []), id]);
	}
	return [undefined, ...now].flatMap((id) => [
		...(id === undefined ? [] : [id]),
		...(goneBehind.get(id) ?? [])
	]);
}

/** What comes after those that are `gone`, of what is `left`; after the last of all, what stood before. */
export function nextAfter(
	places: readonly DocumentId[],
	gone: ReadonlySet<DocumentId>,
	left: ReadonlySet<DocumentId>
): DocumentId | undefined {
	const last = places.findLastIndex((id) => gone.has(id));
	if (last === -1) return undefined;
	const stays = (id: DocumentId) => left.has(id) && !gone.has(id);
	return places.slice(last).find(stays) ?? places.slice(0, last).findLast(stays);
}

/** Of groups, before anything is open. */
export const NOTHING_OPEN: ReadonlySet<string> = new Set();

export type Selection = ReadonlySet<DocumentId>;

export const NOTHING_SELECTED: Selection = new Set();

export const withSelected = (selection: Selection, items: readonly Item[]): Selection =>
	new Set([...selection, ...items.filter(isSelectable).map(({ row }) => row.id)]);

export function withoutSelected(selection: Selection, items: readonly Item[]): Selection {
	const dropped = new Set(items.map(({ row }) => row.id));
	return new Set([...selection].filter((id) => !dropped.has(id)));
}

export const withoutOne = (selection: Selection, gone: DocumentId): Selection =>
	new Set([...selection].filter((id) => id !== gone));

/** What is not shown is not selected any more, so that no tick comes back unseen. */
export function onlyShown(selection: Selection, items: readonly Item[]): Selection {
	const shown = new Set(items.map(({ row }) => row.id));
	return new Set([...selection].filter((id) => shown.has(id)));
}

/** A decision that was taken back: what was selected before it, what was decided of that, and what of it came back. */
type TakenBack = {
	readonly before: Selection;
	readonly decided: readonly Entry[];
	readonly back: readonly Entry[];
};

/** What was selected before is selected again, beside what is now; what didn't come back is not. */
export function selectedAgain(
	selection: Selection,
	{ before, decided, back }: TakenBack
): Selection {
	const cameBack = new Set(back.map(({ _id }) => _id));
	const lost = new Set(decided.map(({ _id }) => _id).filter((id) => !cameBack.has(id)));
	return new Set([...selection, ...[...before].filter((id) => !lost.has(id))]);
}

/** What was changed under the reviewer's eyes must be looked at first. */
export const isSelectable = ({ isChanged }: Item): boolean => !isChanged;

/** What a decision would be about: selected, still to be seen, unchanged since. */
export function decidable(selection: Selection, items: readonly Item[]): Entry[] {
	return items
		.filter((item) => selection.has(item.row.id) && isSelectable(item))
		.map(({ row }) => row.entry);
}

const plain = (words: string): string =>
	words.trim().toLowerCase().replace(/\s+/g, ' ').replace(/\.$/, '');

/** The description, unless it only says again what `others` on the card say. */
export const ownDescription = (description: string, others: readonly string[]): string =>
	others.some((other) => plain(other) === plain(description)) ? '' : description.trim();

/** The activities a form offers, each once, and what choosing one fills in. Pure. */
import { type FavouriteRow } from '#lib/db/database.ts';
import { type RecentActivity } from '#lib/db/entries.ts';
import { activityKey } from '#lib/domain/activity.ts';
import { formatMinute, MINUTES_PER_DAY } from '#lib/domain/day.ts';
import { type CatalogueActivity } from '#lib/domain/organisation.ts';
import { type UsualWork } from '#lib/domain/recurring.ts';
import { type Draft } from './draft.ts';

export type Choice = RecentActivity & { readonly isFavourite: boolean };

export type Choices = {
	readonly favourites: readonly Choice[];
	/** Favourites are not among them. */
	readonly recent: readonly Choice[];
	readonly catalogue: readonly Choice[];
	/** Everything that can be searched; the person's own comes first. */
	readonly all: readonly Choice[];
};

type Known = {
	readonly favourites: readonly FavouriteRow[];
	readonly recent: readonly RecentActivity[];
	readonly catalogue: readonly CatalogueActivity[];
};

export function choicesOf({ favourites, recent, catalogue }: Known): Choices {
	const known = new Map<string, RecentActivity>();
	for (const { key, code, name, unit } of favourites) known.set(key, { code, name, unit });
	for (const each of recent) known.set(activityKey(each), each);
	// Names, units and norms are the catalogue's; how long something takes is the person's.
	for (const each of catalogue) {
		const own = known.get(each.code);
		known.set(each.code, { ...(own && inUnit(each.unit, own)), ...each });
	}

	const marked = new Set(favourites.map(({ key }) => key));
	const used = new Set(recent.map(activityKey));
	const listed = new Set(catalogue.map(({ code }) => code));
	const all = [...known].map(([key, each]) => ({ ...each, isFavourite: marked.has(key) }));
	return {
		favourites: all.filter(({ isFavourite }) => isFavourite),
		recent: all.filter((each) => !each.isFavourite && used.has(activityKey(each))),
		catalogue: all.filter(({ code }) => code !== null && listed.has(code)),
		all
	};
}

/** An amount of something else says nothing of this one. */
function inUnit(unit: string, known: RecentActivity): Partial<RecentActivity> {
	if (known.unit === unit) return known;
	const { lastQuantity: _other, ...rest } = known;
	return rest;
}

type Chosen = Pick<
	Draft,
	'activityName' | 'activityCode' | 'standardMinutes' | 'quantity' | 'unit' | 'search'
>;

/** The draft of whoever chose an activity, with as much of it as last time, whatever he had begun to type in its place. */
export const chosen = ({
	code,
	name,
	unit,
	standardMinutes,
	lastQuantity = 1
}: Pick<
	RecentActivity,
	'code' | 'name' | 'unit' | 'standardMinutes' | 'lastQuantity'
>): Chosen => ({
	activityName: name,
	activityCode: code ?? '',
	standardMinutes: standardMinutes ?? 0,
	quantity: String(lastQuantity),
	unit,
	search: ''
});

/** The same with the usual hours and amount. The hours stay a suggestion: another activity or day brings its own. */
export function chosenUsual(
	{ activity, quantity, unit, startMinute, endMinute }: UsualWork,
	all: readonly Choice[]
): Chosen & Pick<Draft, 'start' | 'end' | 'isNextDay' | 'hasOwnTimes' | 'hasOwnEnd'> {
	const key = activityKey(activity);
	const known = all.find((each) => activityKey(each) === key);
	return {
		...chosen(known ?? { ...activity, unit }),
		quantity: String(quantity),
		start: formatMinute(startMinute),
		end: formatMinute(endMinute),
		isNextDay: endMinute >= MINUTES_PER_DAY,
		hasOwnTimes: false,
		hasOwnEnd: false
	};
}

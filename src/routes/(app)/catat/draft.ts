/** What a person has typed so far, exactly as typed, and what it means. Pure. */
import { addDays, type Day, formatMinute, MINUTES_PER_DAY, parseMinute } from '#lib/domain/day.ts';
import { type DocumentId } from '#lib/domain/document.ts';
import { type EntryContent, normMinutes } from '#lib/domain/entry-content.ts';

export type Draft = {
	/** Chosen with the first keystroke, so that saving twice can't make two entries. */
	ulid: string;
	/** The version being changed; empty for a new entry. */
	base: string;
	date: Day;
	/** Empty while nothing is chosen from a list. */
	activityName: string;
	activityCode: string;
	/** The norm for one unit of the chosen activity; 0 for none. */
	standardMinutes: number;
	/** Typed into the search; counts as the activity when nothing is chosen. */
	search: string;
	start: string;
	end: string;
	isNextDay: boolean;
	/** The person chose the times himself; suggestions stay away from then on. */
	hasOwnTimes: boolean;
	/** The end too; until then it follows the start. */
	hasOwnEnd: boolean;
	/** Filled in from another entry, for the person to check: its activity and day; empty for none. */
	copiedName: string;
	copiedOn: string;
	quantity: string;
	unit: string;
	/** Empty for the computed number. */
	effective: string;
	description: string;
	target: string;
	evidence: string;
	note: string;
};

export const NEW_DRAFT = 'catat';
export const draftKeyOf = (id: DocumentId | undefined): string =>
	id === undefined ? NEW_DRAFT : `ubah:${id}`;

/** A form that was begun, new or to change something; other drafts are reasons. */
export const isForm = (key: string): boolean => key === NEW_DRAFT || changedBy(key) !== undefined;

/** The entry whose change a draft is; nothing of any other draft. */
export const changedBy = (key: string): DocumentId | undefined =>
	key.startsWith('ubah:') ? key.slice(5) : undefined;

export const DEFAULT_UNIT = 'kegiatan';

export function blankDraft(ulid: string, date: Day): Draft {
	return {
		ulid,
		base: '',
		date,
		activityName: '',
		activityCode: '',
		standardMinutes: 0,
		search: '',
		start: '',
		end: '',
		isNextDay: false,
		hasOwnTimes: false,
		hasOwnEnd: false,
		copiedName: '',
		copiedOn: '',
		quantity: '1',
		unit: DEFAULT_UNIT,
		effective: '',
		description: '',
		target: '',
		evidence: '',
		note: ''
	};
}

/** An entry's content as a form shows it. */
export function contentToDraft(
	content: EntryContent,
	origin: Pick<Draft, 'ulid' | 'base' | 'date' | 'standardMinutes'>
): Draft {
	const { activity, startMinute, endMinute, effectiveMinutes } = content;
	const norm = normMinutes(origin.standardMinutes || undefined, content);
	return {
		...blankDraft(origin.ulid, origin.date),
		...origin,
		activityName: activity.name,
		activityCode: activity.code ?? '',
		start: formatMinute(startMinute),
		end: formatMinute(endMinute),
		isNextDay: endMinute >= MINUTES_PER_DAY,
		hasOwnTimes: true,
		hasOwnEnd: true,
		quantity: String(content.quantity),
		unit: content.unit,
		effective: effectiveMinutes === norm ? '' : String(effectiveMinutes),
		description: content.description,
		target: content.target ?? '',
		evidence: content.evidence ?? '',
		note: content.note ?? ''
	};
}

/** A draft as it was stored, perhaps by another version of the app: what fits is kept. */
export function restoreDraft(stored: unknown, blank: Draft): Draft {
	if (typeof stored !== 'object' || stored === null) return blank;
	const kept = Object.entries(stored).filter(
		([key, value]) => key in blank && typeof value === typeof blank[key as keyof Draft]
	);
	return { ...blank, ...(Object.fromEntries(kept) as Partial<Draft>) };
}

/** The activity that counts: the chosen one, else what was typed. */
export const activityNameOf = (draft: Draft): string => draft.activityName || draft.search.trim();

export type Times = { readonly startMinute: number; readonly endMinute: number };

/** Start and end in minutes; nothing while one is missing. */
export function timesOf(draft: Pick<Draft, 'start' | 'end' | 'isNextDay'>): Times | undefined {
	const startMinute = parseMinute(draft.start);
	const endMinute = parseMinute(draft.end);
	if (startMinute === undefined || endMinute === undefined) return undefined;
	return { startMinute, endMinute: endMinute + (draft.isNextDay ? MINUTES_PER_DAY : 0) };
}

/** A whole number between `least` and `most`; dots between thousands are welcome. */
export function parseCount(text: string, least: number, most: number): number | undefined {
	const digits = text.trim().replace(/\.(?=\d{3}\b)/g, '');
	if (!/^\d{1,6}$/.test(digits)) return undefined;
	const count = Number(digits);
	return count >= least && count <= most ? count : undefined;
}

export const MAX_QUANTITY = 99_999;

/** The minutes that count if the person doesn't lower them; nothing while times make no sense. */
export function computedMinutes(draft: Draft): number | undefined {
	const times = timesOf(draft);
	if (!times || times.endMinute <= times.startMinute) return undefined;
	const quantity = parseCount(draft.quantity, 1, MAX_QUANTITY) ?? 1;
	return normMinutes(draft.standardMinutes || undefined, { ...times, quantity });
}

/** The days around `date` whose work could share a minute with it. */
export const daysAround = (date: Day): { from: Day; to: Day } => ({
	from: addDays(date, -1),
	to: addDays(date, 1)
});

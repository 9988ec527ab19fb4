/** What a person says about one piece of work, and the rules that need nothing but that. */
import * as z from 'zod/mini';
import { type Day, instantOf, MINUTES_PER_DAY, type Zone } from './day.ts';

export const MAX_DESCRIPTION_CHARACTERS = 2_000;
const MAX_SHORT = 300;

const text = (max: number) => z.string().check(z.maxLength(max));

/** Keys a later program adds are kept, like everywhere in a document. */
export const EntryContent = z.looseObject({
	/** Minutes since the midnight with which the entry's date begins, in the owner's zone. */
	startMinute: z.int().check(z.gte(0), z.lt(MINUTES_PER_DAY)),
	/** From the same midnight; above 1,440 when the work went past midnight. */
	endMinute: z.int().check(z.gte(0), z.lte(2 * MINUTES_PER_DAY)),
	/** From the post's catalogue, or free text with `code: null`. */
	activity: z.looseObject({ code: z.nullable(text(40)), name: text(MAX_SHORT) }),
	/** Twice the limit, because the limit counts characters and a string counts UTF-16 units. */
	description: text(2 * MAX_DESCRIPTION_CHARACTERS),
	quantity: z.int().check(z.gte(1), z.lte(99_999)),
	unit: text(60),
	effectiveMinutes: z.int().check(z.gte(1), z.lte(MINUTES_PER_DAY)),
	/** The line of a plan this work counts for; plans come later. */
	target: z.nullable(text(120)),
	evidence: z.nullable(text(MAX_SHORT)),
	note: z.nullable(text(MAX_SHORT))
});
export type EntryContent = z.infer<typeof EntryContent>;
/** The fields this program knows; an index of EntryContent would be any text. */
export type ContentField = keyof typeof EntryContent.shape;

export type ContentRule =
	| 'activity-missing'
	| 'end-before-start'
	| 'longer-than-a-day'
	| 'effective-exceeds-clock'
	| 'description-too-long'
	| 'evidence-not-a-link';

export type ContentRefused = {
	readonly type: 'content-refused';
	readonly broken: readonly { readonly field: ContentField; readonly rule: ContentRule }[];
};

export const clockMinutes = (content: Pick<EntryContent, 'startMinute' | 'endMinute'>): number =>
	content.endMinute - content.startMinute;

/** Every rule `content` breaks, by field; empty when there is none. */
export function brokenRules(content: EntryContent): ContentRefused['broken'] {
	const clock = clockMinutes(content);
	const checks: [boolean, ContentField, ContentRule][] = [
		[content.activity.name.trim() === '', 'activity', 'activity-missing'],
		[clock <= 0, 'endMinute', 'end-before-start'],
		[clock > MINUTES_PER_DAY, 'endMinute', 'longer-than-a-day'],
		[clock > 0 && content.effectiveMinutes > clock, 'effectiveMinutes', 'effective-exceeds-clock'],
		[
			isLongerThan(content.description, MAX_DESCRIPTION_CHARACTERS),
			'description',
			'description-too-long'
		],
		[
			content.evidence !== null && !/^https?:\/\/\S+\.\S+/i.test(content.evidence),
			'evidence',
			'evidence-not-a-link'
		]
	];
	return checks.filter(([broken]) => broken).map(([, field, rule]) => ({ field, rule }));
}

/** Whether a text has more characters than `max`. It never has more than UTF-16 units, which are known uncounted. */
const isLongerThan = (text: string, max: number): boolean =>
	text.length > max && [...text].length > max;

/** Minutes that count by the catalogue's norm: standard x quantity, never more than the clock shows. */
export function normMinutes(
	standardMinutes: number | undefined,
	content: Pick<EntryContent, 'startMinute' | 'endMinute' | 'quantity'>
): number {
	const clock = clockMinutes(content);
	return Math.max(1, Math.min(clock, (standardMinutes ?? clock) * content.quantity));
}

export function endsAt(date: Day, content: EntryContent, zone: Zone): number {
	return instantOf(date, content.endMinute, zone);
}

type Span = {
	readonly date: Day;
	readonly content: Pick<EntryContent, 'startMinute' | 'endMinute'>;
};

/** Whether two spans of work share a minute. Shown to people, never a reason to refuse. */
export function overlaps(a: Span, b: Span): boolean {
	const startA = instantOf(a.date, a.content.startMinute, 'WIB');
	const endA = instantOf(a.date, a.content.endMinute, 'WIB');
	const startB = instantOf(b.date, b.content.startMinute, 'WIB');
	const endB = instantOf(b.date, b.content.endMinute, 'WIB');
	return startA < endB && startB < endA;
}

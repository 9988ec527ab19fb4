/** What is missing or wrong in a draft, field by field, in words; or the content it stands for. */
import { firstInputClosesAt } from '#lib/domain/apply.ts';
import { type Day, dayOf, isDay } from '#lib/domain/day.ts';
import {
	brokenRules,
	type ContentField,
	type ContentRule,
	type EntryContent,
	endsAt
} from '#lib/domain/entry-content.ts';
import { type Facts } from '#lib/domain/facts.ts';
import { messages } from '#lib/ui/messages/messages.ts';
import {
	activityNameOf,
	computedMinutes,
	type Draft,
	MAX_QUANTITY,
	parseCount,
	timesOf
} from './draft.ts';
import { firstOpenDay } from '#lib/domain/open-days.ts';

export type FieldName =
	| 'date'
	| 'activity'
	| 'start'
	| 'end'
	| 'quantity'
	| 'unit'
	| 'effective'
	| 'description'
	| 'target'
	| 'evidence'
	| 'note';

/** In the order of the screen. */
export const FIELD_ORDER: readonly FieldName[] = [
	'date',
	'activity',
	'start',
	'end',
	'quantity',
	'unit',
	'effective',
	'description',
	'target',
	'evidence',
	'note'
];

export type Errors = Partial<Record<FieldName, string>>;

export const FIELD_OF: Record<ContentField, FieldName> = {
	startMinute: 'start',
	endMinute: 'end',
	activity: 'activity',
	description: 'description',
	quantity: 'quantity',
	unit: 'unit',
	effectiveMinutes: 'effective',
	target: 'target',
	evidence: 'evidence',
	note: 'note'
};

export type Checked = { readonly errors: Errors; readonly content: EntryContent | undefined };

const MAX_LENGTH = { activity: 300, unit: 60, target: 120, evidence: 300, note: 300 } as const;
/** People round up to the next five minutes; the rule allows the same. */
const FUTURE_TOLERANCE_MS = 5 * 60_000;

/** Says beforehand what the rules will say; `facts` are those of the draft's date. */
export function checkDraft(draft: Draft, facts: Facts, now: number): Checked {
	const content = contentOf(draft);
	const errors: Errors = {
		...(draft.base === '' ? dateErrors(draft.date, facts, now) : {}),
		...typedErrors(draft),
		...(content ? ruleErrors(content) : {})
	};
	if (content && !errors.end && !errors.date) {
		const end = endsAt(draft.date, content, facts.zone);
		if (end > now + FUTURE_TOLERANCE_MS) errors.end = messages.form.endInFuture;
	}
	return { errors, content: Object.keys(errors).length === 0 ? content : undefined };
}

function dateErrors(date: Day, facts: Facts, now: number): Errors {
	const text = messages.form;
	if (!isDay(date)) return { date: text.dateMissing };
	const today = dayOf(now, facts.zone);
	if (date > today) return { date: text.dayInFuture };
	// Like the rule: only who is proven to be late is refused.
	if (!facts.judged.proven || now < firstInputClosesAt(date, facts)) return {};
	return { date: text.windowClosed(date, firstOpenDay(facts, now)) };
}

function typedErrors(draft: Draft): Errors {
	const text = messages.form;
	const errors: Errors = {};
	if (activityNameOf(draft) === '') errors.activity = messages.rule['activity-missing'];
	if (draft.start === '') errors.start = text.startMissing;
	if (draft.end === '') errors.end = text.endMissing;
	if (parseCount(draft.quantity, 1, MAX_QUANTITY) === undefined)
		errors.quantity = text.quantityWrong;
	if (draft.unit.trim() === '') errors.unit = text.unitMissing;
	const most = computedMinutes(draft);
	if (draft.effective !== '' && most !== undefined) {
		const count = parseCount(draft.effective, 1, 999_999);
		if (count === undefined) errors.effective = text.effectiveWrong(most);
		else if (count > most) errors.effective = text.effectiveTooMany(most);
	}
	const typed = { ...draft, activity: activityNameOf(draft) };
	for (const [field, most] of Object.entries(MAX_LENGTH) as [keyof typeof MAX_LENGTH, number][]) {
		if (typed[field].length > most) errors[field] = text.tooLong(most);
	}
	return errors;
}

function ruleErrors(content: EntryContent): Errors {
	const errors: Errors = {};
	for (const { field, rule } of brokenRules(content)) errors[FIELD_OF[field]] = messages.rule[rule];
	return errors;
}

/** Errors for what a refusal names, next to the fields they are about. */
export function refusedFields(broken: readonly { field: string; rule: string }[]): Errors {
	const errors: Errors = {};
	for (const { field, rule } of broken) {
		const name = field in FIELD_OF ? FIELD_OF[field as ContentField] : undefined;
		const words = rule in messages.rule ? messages.rule[rule as ContentRule] : undefined;
		if (name && words) errors[name] = words;
	}
	return errors;
}

/** What the draft says so far, right or wrong; nothing while times or quantity can't be read. */
export function contentOf(draft: Draft): EntryContent | undefined {
	const times = timesOf(draft);
	const quantity = parseCount(draft.quantity, 1, MAX_QUANTITY);
	if (!times || quantity === undefined) return undefined;
	const optional = (text: string) => (text.trim() === '' ? null : text.trim());
	const typedMinutes = parseCount(draft.effective, 1, 999_999);
	return {
		...times,
		activity: { code: draft.activityCode || null, name: activityNameOf(draft) },
		description: draft.description.trim(),
		quantity,
		unit: draft.unit.trim(),
		effectiveMinutes: typedMinutes ?? computedMinutes(draft) ?? 1,
		target: optional(draft.target),
		evidence: optional(draft.evidence),
		note: optional(draft.note)
	};
}

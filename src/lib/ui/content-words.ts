/** An entry's content in words, line by line, and which lines differ between two versions of it. */
import { clockMinutes, type EntryContent } from '../domain/entry-content.ts';
import { messages } from './messages/messages.ts';

export type ContentLine = {
	readonly key: string;
	readonly label: string;
	/** Empty for what was not filled in. */
	readonly value: string;
};

export function contentLines(content: EntryContent): ContentLine[] {
	const { entry: text, field, when } = messages;
	const { activity, startMinute, endMinute, quantity, unit, effectiveMinutes } = content;
	return [
		{ key: 'activity', label: field.activity, value: activity.name },
		{ key: 'time', label: text.time, value: when.span(startMinute, endMinute) },
		{ key: 'result', label: text.result, value: text.quantityOf(quantity, unit) },
		{ key: 'minutes', label: field.effectiveMinutes, value: text.minutes(effectiveMinutes) },
		{ key: 'description', label: field.description, value: content.description },
		{ key: 'target', label: field.target, value: content.target ?? '' },
		{ key: 'evidence', label: field.evidence, value: content.evidence ?? '' },
		{ key: 'note', label: field.note, value: content.note ?? '' }
	];
}

/** What a reviewer judges by, in short: when, how long, how much. */
export function factsIn(content: EntryContent): string[] {
	const { entry: text, when } = messages;
	const { startMinute, endMinute, quantity, unit, effectiveMinutes } = content;
	const clock = clockMinutes(content);
	const minutes =
		effectiveMinutes === clock
			? text.minutesShort(clock)
			: text.minutesOfClock(effectiveMinutes, clock);
	return [when.span(startMinute, endMinute), minutes, text.quantityOf(quantity, unit)];
}

/** As they are compared: a start and an end apart, so that it is told which of them changed. */
function comparedLines(content: EntryContent): ContentLine[] {
	return contentLines(content).flatMap((line) =>
		line.key === 'time' ? timeLines(content) : [line]
	);
}

function timeLines({ startMinute, endMinute }: EntryContent): ContentLine[] {
	const { field, when } = messages;
	return [
		{ key: 'startMinute', label: field.startMinute, value: when.clock(startMinute) },
		{ key: 'endMinute', label: field.endMinute, value: when.endClock(endMinute) }
	];
}

export type Difference = Omit<ContentLine, 'value'> & {
	readonly before: string;
	readonly after: string;
};

/** Field by field, in the order of the form; what reads the same is no difference. */
export function differences(before: EntryContent, after: EntryContent): Difference[] {
	const old = new Map(comparedLines(before).map(({ key, value }) => [key, value]));
	return comparedLines(after)
		.map(({ key, label, value }) => ({ key, label, before: old.get(key) ?? '', after: value }))
		.filter((line) => line.before !== line.after);
}

/** Of much work of one person, what has to be compared with a piece of it; the rest has nothing to do with it. */
import { type Day, DAY_MS, instantOf, MINUTES_PER_DAY } from './day.ts';
import { type EntryContent } from './entry-content.ts';

const MINUTE_MS = DAY_MS / MINUTES_PER_DAY;

type Work = { readonly date: Day; readonly content: EntryContent };

/**
 * Finds what shares a minute with a piece of work, in the order of `all`. Sorted once, so that much work of one
 * person isn't compared each with each.
 */
export function workBeside<T extends Work>(all: readonly T[]): (work: Work) => T[] {
	const spans = all
		.map((work, place) => ({ work, place, ...spanOf(work) }))
		.sort((a, b) => a.start - b.start);
	/** When the last of a span and all those before it ends. */
	const latestEnds: number[] = [];
	for (const { end } of spans) latestEnds.push(Math.max(latestEnds.at(-1) ?? -Infinity, end));

	return (work) => {
		const { start, end } = spanOf(work);
		const found: typeof spans = [];
		for (let at = countBefore(spans, end) - 1; at >= 0; at -= 1) {
			const span = spans[at];
			if (!span || (latestEnds[at] ?? 0) <= start) break;
			if (span.end > start) found.push(span);
		}
		return found.sort((a, b) => a.place - b.place).map((span) => span.work);
	};
}

/** In minutes, on one line of time for all days. */
function spanOf({ date, content }: Work) {
	const midnight = instantOf(date, 0, 'WIB') / MINUTE_MS;
	return { start: midnight + content.startMinute, end: midnight + content.endMinute };
}

/** How many of `spans`, which come by their start, begin before `minute`. */
function countBefore(spans: readonly { readonly start: number }[], minute: number): number {
	let [low, high] = [0, spans.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((spans[middle]?.start ?? Infinity) < minute) low = middle + 1;
		else high = middle;
	}
	return low;
}

/**
 * Merging two branches of one entry (I14), after a split cluster or a replication. The union of the
 * histories is ordered by (n, id) and folded again: an item takes effect when it was made on the
 * version that stands and the state table knows the step; otherwise it stays, marked `overruled`,
 * for its actor to see. No permission, no window, no clock, so the result is a function of the
 * branches alone and merging in any order gives the same document.
 */
import { type Entry, type HistoryItem, nextStatus, type Step, STEP_OF } from './entry.ts';

type Folded = Pick<Entry, 'status' | 'content' | 'version'>;

/** What the branches add up to, on the keys of the first. Branches in any order give the same history. */
export function mergeEntries(branches: readonly [Entry, ...Entry[]]): Entry {
	const items = new Map<string, HistoryItem>();
	for (const item of branches.flatMap((branch) => branch.history)) {
		const known = items.get(item.id);
		if (!known || compareCopies(item, known) < 0) items.set(item.id, item);
	}
	const ordered = [...items.values()].sort((a, b) => a.n - b.n || compareText(a.id, b.id));
	return fold(branches[0], ordered);
}

/** Whether `entry` already says what the merge says, so that nothing needs to be written. */
export function isMergeOf(entry: Entry, merged: Entry): boolean {
	const say = ({ history, status, version }: Entry) =>
		JSON.stringify([status, version, history.map(canonical)]);
	return say(entry) === say(merged);
}

function fold(entry: Entry, ordered: readonly HistoryItem[]): Entry {
	let state: Folded | undefined;
	const history = ordered.map((item) => {
		const next = take(state, item);
		if (next) state = next;
		return mark(item, next === undefined);
	});
	if (!state) throw new Error('the first item of a history must be a submission');
	return { ...entry, ...state, history };
}

function take(state: Folded | undefined, item: HistoryItem): Folded | undefined {
	const step = (STEP_OF as Record<string, Step | undefined>)[item.kind];
	if (step === undefined || item.base !== (state?.version ?? null)) return undefined;
	const status = nextStatus(state?.status ?? 'new', step);
	const content = item.content ?? state?.content;
	return status && content ? { status, content, version: item.id } : undefined;
}

function mark(item: HistoryItem, overruled: boolean): HistoryItem {
	const { overruled: _before, ...rest } = item;
	return overruled ? { ...rest, overruled: true } : rest;
}

/**
 * Of two copies of an item, applied on both sides of a split, the one with the lower `n` is kept: so
 * an item still comes after the one it was made on, and what took effect everywhere keeps its effect.
 */
const compareCopies = (a: HistoryItem, b: HistoryItem): number =>
	a.n - b.n || compareText(canonical(a), canonical(b));

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** An item without its mark, with its keys in order, so that equal items are equal texts. */
function canonical(item: HistoryItem): string {
	return JSON.stringify(Object.entries(mark(item, false)).sort(([a], [b]) => compareText(a, b)));
}

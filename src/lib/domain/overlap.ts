/**
 * Minutes that were recorded more than once because times overlap. They count as they were recorded until
 * somebody who can tell decides; wherever a sum is shown, they are said beside it.
 */
import { type Entry } from './entry.ts';
import { type EntryContent } from './entry-content.ts';

type Counted = Pick<Entry, 'status'> & {
	readonly content: Pick<EntryContent, 'startMinute' | 'endMinute' | 'effectiveMinutes'>;
};

/**
 * What the entries of one day claim beyond the minutes their clock shows, for each stretch of work that hangs
 * together. Work of an hour within half a day overlaps with other work without claiming its minutes.
 */
export function overlappedMinutes(entries: readonly Counted[]): number {
	const spans = entries
		.filter(({ status }) => status === 'submitted' || status === 'approved')
		.map(({ content }) => content)
		.sort((a, b) => a.startMinute - b.startMinute);
	let stretch = { from: 0, to: 0, claimed: 0 };
	let overlapped = 0;
	for (const { startMinute, endMinute, effectiveMinutes } of spans) {
		if (startMinute >= stretch.to) {
			overlapped += beyondClock(stretch);
			stretch = { from: startMinute, to: endMinute, claimed: effectiveMinutes };
		} else {
			const to = Math.max(stretch.to, endMinute);
			stretch = { ...stretch, to, claimed: stretch.claimed + effectiveMinutes };
		}
	}
	return overlapped + beyondClock(stretch);
}

type Stretch = { readonly from: number; readonly to: number; readonly claimed: number };

const beyondClock = ({ from, to, claimed }: Stretch): number => Math.max(0, claimed - (to - from));

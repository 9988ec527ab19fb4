/**
 * States that are never stored but follow from entry, settings and time: a returned entry whose days
 * to answer are over is `expired`; a submitted one nobody looked at for long enough is
 * `autoApproved`, where a city has such a rule.
 */
import { DAY_MS } from './day.ts';
import { currentItem, type Entry, type EntryStatus, needsTimeConfirmation } from './entry.ts';
import { type Facts } from './facts.ts';
import { resubmissionClosesAt } from './apply.ts';

export type DerivedStatus = EntryStatus | 'expired' | 'autoApproved';

export function derivedStatus(
	entry: Entry,
	facts: Pick<Facts, 'settings' | 'zone' | 'calendar' | 'knownCalendar'>,
	now: number
): DerivedStatus {
	const since = currentItem(entry).judgedAt;
	if (entry.status === 'returned' && now >= resubmissionClosesAt(since, facts)) return 'expired';
	const { autoApproveDays } = facts.settings[0];
	if (
		entry.status === 'submitted' &&
		autoApproveDays !== null &&
		!needsTimeConfirmation(entry) &&
		now - since >= autoApproveDays * DAY_MS
	) {
		return 'autoApproved';
	}
	return entry.status;
}

type Counted = Pick<Entry, 'status' | 'content'>;

/** Minutes a person has put in: approved and waiting alike. Returned, rejected and withdrawn don't count. */
export function recordedMinutes(entries: readonly Counted[]): number {
	return sumMinutes(
		entries.filter(({ status }) => status === 'submitted' || status === 'approved')
	);
}

/** Work that was sent back or turned down: its minutes are on the card, and in no sum. */
export const isUncounted = ({ status }: Pick<Entry, 'status'>): boolean =>
	status === 'returned' || status === 'rejected';

const sumMinutes = (entries: readonly Counted[]): number =>
	entries.reduce((sum, { content }) => sum + content.effectiveMinutes, 0);

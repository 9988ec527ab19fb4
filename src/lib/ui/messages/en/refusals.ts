/** Why the rules say no, and what to do now, for a person who has never heard of a rule. */
import { type Zone } from '../../../domain/day.ts';
import { type EntryStatus } from '../../../domain/entry.ts';
import { type ContentRule } from '../../../domain/entry-content.ts';
import { type MutationKind } from '../../../domain/mutation.ts';
import { type refusals as idRefusals } from '../id/refusals.ts';
import { when } from './when.ts';

const rule: Record<ContentRule, string> = {
	'activity-missing': 'Choose or write the activity.',
	'end-before-start': 'The end time must be after the start time.',
	'longer-than-a-day': 'One activity lasts at most 24 hours. Split it into two records.',
	'effective-exceeds-clock': "The effective minutes can't be more than the activity lasted.",
	'description-too-long': 'The description has at most 2,000 characters. Shorten it a little.',
	'evidence-not-a-link': 'The evidence link must be complete and begin with https://'
};

const didWhat: Record<MutationKind, string> = {
	'entry.submit': 'changed this activity',
	'entry.withdraw': 'withdrew this activity',
	'review.approve': 'approved this activity',
	'review.return': 'returned this activity',
	'review.reject': 'rejected this activity',
	'review.undo': 'undid the decision on this activity'
};

const standing: Record<EntryStatus, string> = {
	submitted: 'waiting for review',
	returned: 'returned',
	approved: 'approved',
	rejected: 'rejected',
	withdrawn: 'withdrawn'
};

const isKind = (kind: string): kind is MutationKind => kind in didWhat;
const isStatus = (status: string): status is EntryStatus => status in standing;
const isRule = (name: string): name is ContentRule => name in rule;

const since = (byName: string | undefined, at: number | undefined, zone: Zone): string =>
	byName === undefined || at === undefined ? '' : ` (${byName}, ${when.moment(at, zone)})`;

const refusal: typeof idRefusals.refusal = {
	'not-allowed': ({ byName }) => ({
		title: 'Not yours to decide',
		why:
			byName === undefined
				? 'This activity was not under you on that date.'
				: `${byName} made this decision; only who made it can take it back.`,
		now: "If this is wrong, ask your agency's admin to check the supervisor data."
	}),
	'version-moved': ({ byName, kind, at, status }, zone) => ({
		title: 'Changed before you',
		why: `${byName} ${isKind(kind) ? didWhat[kind] : 'changed this activity'} on ${when.moment(at, zone)}. It is now ${standing[status]}.`,
		now: 'Compare the two, then choose which one to use.'
	}),
	'step-refused': ({ status, byName, at }, zone) => ({
		title: "This can't be done now",
		why: isStatus(status)
			? `This activity is ${standing[status]}${since(byName, at, zone)}.`
			: 'This activity is no longer there.',
		now: 'Open the activity to see its latest state.'
	}),
	'window-closed': ({ date, closedAt }, zone) => ({
		title: 'The time to record is over',
		why: `Activities of ${when.fullDay(date)} could be recorded until ${when.moment(closedAt - 1, zone)}.`,
		now: "Talk to your supervisor or your agency's admin. This record stays on the device."
	}),
	'in-future': ({ endsAt }, zone) => ({
		title: 'The activity is not over',
		why: `It ends ${when.moment(endsAt, zone)}, which had not come yet.`,
		now: 'Check the date and the end time, or record it when the activity is over.'
	}),
	'content-refused': ({ broken }) => ({
		title: 'The content is not right yet',
		why: broken.map((item) => (isRule(item.rule) ? rule[item.rule] : item.field)).join(' '),
		now: 'Correct the content, then save again.'
	}),
	'document-missing': () => ({
		title: 'The activity is not on the server',
		why: 'The server does not have the activity that was to be changed.',
		now: "Send the record again. If it keeps happening, show this screen to your agency's admin."
	}),
	malformed: ({ paths }) => ({
		title: 'The server does not understand this record',
		why: `What it could not read: ${paths.join(', ') || 'not said'}.`,
		now: "Update the app, then send again. If it keeps happening, show this screen to your agency's admin."
	}),
	unexplained: () => ({
		title: 'The server refused this record',
		why: 'The version of the app on this device doesn’t know its reason yet.',
		now: 'Update the app, then send it again. The record stays on this device.'
	})
};

export const refusals: typeof idRefusals = { rule, refusal };

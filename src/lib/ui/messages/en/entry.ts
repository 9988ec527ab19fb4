import { type entry as idEntry } from '../id/entry.ts';
import { counted } from './counted.ts';
import { when } from './when.ts';

export const entry: typeof idEntry = {
	overlapped: (minutes) => `${when.number(minutes)} minutes overlap`,
	overlappedHint: 'The times overlap, so they are counted more than once. Check the times.',
	title: 'Activity',
	missingTitle: 'This activity is not on this device',
	missingText: 'Perhaps it is no longer yours to see, or another device has not sent it yet.',
	of: (name) => `Activity of ${name}`,
	content: 'Content',
	day: 'Date',
	time: 'Time',
	result: 'Result',
	quantityOf: (quantity, unit) => `${when.number(quantity)} ${unit}`,
	minutes: (minutes) => counted(minutes, 'minute'),
	minutesOfClock: (minutes, clock) =>
		`${when.number(minutes)} of ${when.number(clock)} minutes count`,
	minutesShort: (minutes) => `${when.number(minutes)} min`,
	openEvidence: 'Open the evidence link',
	waitingHere: 'Your change is saved on this device and not sent yet.',
	receiptTitle: 'Receipt',
	notReceived: 'Not received by the server yet.',
	goingNow: 'Being sent to the server.',
	practiceReceipt: 'This is practice: the server here is pretend, and nothing is really sent.',
	history: 'History',
	historyOf: (count) => `History (${count})`,
	version: (n) => `Version ${n}`,
	before: 'Before',
	after: 'After',
	empty: '(empty)',
	reason: 'Reason',
	asCapacity: (name, capacity) => `${name} as ${capacity}`,
	confirmedTime: 'Time of recording confirmed',
	overruled: 'Does not count: another change that came at the same time prevailed',
	onlyHere: 'only on this device, not sent yet',
	edit: 'Edit',
	correct: 'Correct it',
	continueChange: 'Continue the change',
	withdraw: 'Withdraw',
	withdrawTitle: 'Withdraw this activity?',
	withdrawText:
		"The activity no longer counts, and this can't be undone. What it says and its history can still be seen.",
	withdrawn: 'Activity withdrawn',
	decide: 'Your decision',
	undoDecision: 'Undo the decision',
	deadline: (day) => `Correct it by ${when.shortDay(day)}.`
};

import { type attention as idAttention } from '../id/attention.ts';
import { when } from './when.ts';

export const attention: typeof idAttention = {
	title: 'Needs attention',
	lead: 'What is waiting for you, the most urgent first.',
	empty: 'Nothing needs to be dealt with.',
	emptyHint: 'When your supervisor returns an activity or the server refuses a record, it is here.',
	returned: 'Returned for correction',
	refused: 'Refused by the server',
	emptyDays: 'Days not filled yet',
	overruled: 'Your change does not count',
	returnedBy: (name, moment) => `Returned by ${name}, ${moment}`,
	reasonFrom: (name) => `Reason from ${name}`,
	correct: 'Correct it',
	open: 'Open the activity',
	first: 'Do this first',
	later: 'After that',
	until: (lastDay, today) =>
		lastDay === today ? 'Today at the latest' : `Until ${when.weekdayAndDay(lastDay)}`,
	inputClosed: 'The time to record that day is over.',
	deadlinePassed:
		'The time for corrections is over, but you can still send it. Your supervisor decides whether it counts.',
	recordedAt: (moment) => `You did this ${moment}`,
	todo: 'What you can do:',
	retry: 'Send again',
	letGo: 'Leave it',
	letGoTitle: 'Leave this refusal?',
	letGoText: 'The refused change is deleted from this device. Nothing changes on the server.',
	letGoNewText:
		'This record has never been on the server. If you leave it, its content is deleted from this device.',
	letGoDone: 'Refusal closed',
	useAgain: 'Record again with this content',
	useAgainTitle: 'Replace the draft?',
	useAgainText: 'The unsaved draft on the Record screen is replaced by this content.',
	conflictLead: 'Choose which one to use.',
	mine: 'Mine',
	theirs: 'On the server',
	seen: 'What you saw',
	keepMine: 'Use mine',
	takeTheirs: 'Use the one on the server',
	keptMine: 'Yours is saved and will be sent',
	tookTheirs: 'The one on the server is used',
	noDifference: 'Both have the same content.',
	myDecision: 'My decision',
	serverState: 'State on the server',
	overruledText: (byName, moment) =>
		`At almost the same time ${byName} changed this activity too (${moment}). That change counts.`,
	overruledNow: 'Open the activity. If necessary, do it again.'
};

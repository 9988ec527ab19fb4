import { type capacities as idCapacities, type today as idToday } from '../id/today.ts';
import { activities, counted } from './counted.ts';
import { when } from './when.ts';

export const today: typeof idToday = {
	title: 'Today',
	yesterday: 'Yesterday',
	titleOn: (day) => `${when.weekday(day)}, ${when.fullDay(day)}`,
	previousDay: 'Previous day',
	nextDay: 'Next day',
	backToToday: 'Back to today',
	record: 'Record an activity',
	recordFor: (day) => `Record an activity of ${when.shortDay(day)}`,
	ofRequired: (minutes, required) => `${when.number(minutes)} of ${counted(required, 'minute')}`,
	remaining: (minutes) => `${when.duration(minutes)} to go`,
	reached: 'Enough for today',
	reachedOn: 'Enough for that day',
	noTarget: (minutes) => `${counted(minutes, 'minute')} recorded`,
	dayOff: (name) => `Holiday: ${name}`,
	weekend: 'Weekend, no minutes required',
	percent: (percent) => `${percent}%`,
	minutesUnit: 'min',
	entries: 'Activities',
	empty: 'No activities recorded yet.',
	emptyHint: 'Press Record an activity. It works without a signal too.',
	savedSent: 'Saved just now, and sent.',
	savedGoing: 'Saved just now, being sent.',
	savedPractice: 'Saved just now. Practice records are never sent.',
	savedHere: 'Saved just now on this device, not sent yet.',
	savedHereHint: 'It is sent by itself as soon as there is a signal.',
	savedPracticeHint: 'Practice pretends to have no signal for a moment.',
	windowUntil: (day) => `Can still be recorded until ${when.shortDay(day)}`,
	windowClosedOn: (day) => `The time to record ${when.shortDay(day)} is over`,
	uncounted: (count) => `${activities(count)} returned or rejected, not counted.`,
	reviewer: (name) => `Reviewed by ${name}`,
	reviewerActing: (name, capacity) => `Reviewed by ${name} (${capacity})`,
	reviewerUnknown: 'No supervisor has been set',
	reviewerUnknownWords: 'Prepare a message',
	reviewerUnknownHint: "You can still record. Ask your agency's admin to set your supervisor.",
	notOnHomeScreen:
		'Something has not been sent yet. On an iPhone or iPad, Safari deletes it after 7 days without opening it, unless this app is on the home screen.',
	toHomeScreen: 'How to install',
	draft: 'There is an unfinished draft',
	changeDraft: (name) => `A change to “${name}” is not saved yet`,
	continueDraft: 'Continue',
	returned: (count) =>
		count === 1
			? '1 activity came back to be corrected'
			: `${count} activities came back to be corrected`,
	correct: 'Look and correct',
	notCounted: 'not counted'
};

/** The short forms stand in every official letter, so they stay. */
export const capacities: typeof idCapacities = {
	ACTING: 'acting (Plt)',
	DAILY_ACTING: 'daily acting (Plh)'
};

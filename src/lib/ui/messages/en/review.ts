import { type review as idReview } from '../id/review.ts';
import { activities } from './counted.ts';
import { when } from './when.ts';

export const review: typeof idReview = {
	asOf: (moment) => `Team data as of ${moment}`,
	asOfOffline: (moment) => `Team data as of ${moment}, no signal now`,
	week: 'Who has recorded',
	weekOf: (from, to) => `${when.shortDay(from)} to ${when.fullDay(to)}`,
	previousWeek: 'Previous week',
	nextWeek: 'Next week',
	thisWeek: 'Back to this week',
	weekHint: 'Numbers are minutes. Tap one to see that day.',
	silent: (count, all, isThisWeek) =>
		`${count} of ${all} without a record ${isThisWeek ? 'this' : 'that'} week`,
	silentNone: (isThisWeek) => `Everybody recorded ${isThisWeek ? 'this' : 'that'} week`,
	nobodyThatWeek: 'There is nobody you review in this week.',
	noWorkdays: 'There are no workdays in this week.',
	person: 'Employee',
	cell: (count, minutes) => `${activities(count)}, ${when.number(minutes)} minutes`,
	cellNothing: 'nothing recorded yet',
	cellNotYet: 'still to come',
	cellOther: 'reviewed by somebody else',
	cellWaiting: (count) => `${count} waiting for review`,
	cellReturned: (count) => `${count} returned`,
	cellRejected: (count) => `${count} rejected`,
	cellDone: 'all decided',
	legend: 'Marks',
	legendDone: 'decided',
	legendWaiting: 'waiting for you',
	legendReturned: 'something was returned',
	legendRejected: 'some rejected',
	legendMissed: 'passed without a record',
	legendNothing: 'nothing recorded yet',
	dayOf: (name) => `${name}: a day's work`,
	dayMinutes: (count, minutes, uncounted) =>
		`${activities(count)}, ${when.duration(minutes)} recorded` +
		(uncounted > 0 ? ` (${uncounted} returned or rejected, not counted)` : ''),
	dayEmpty: 'No activities on this day yet.',
	dayUnknown: 'This person is not on this device',
	dayUnknownHint: 'Perhaps you no longer review this person.',
	backToTeam: 'Back to Team',

	actingAs: (post, from, to) =>
		to === undefined
			? `You decide as ${post}, since ${when.fullDay(from)}.`
			: `You decide as ${post}, ${when.shortDay(from)} to ${when.fullDay(to)}.`,
	postOf: (capacity, post, unit) => `${capacity} ${post}, ${unit}`,
	actingFor: (capacity, holder) => `${capacity} for ${holder}`,
	actingHint: (capacity, waiting) =>
		waiting === 0
			? `Nothing waits for you to review as ${capacity} now.`
			: `${waiting} waiting for you to review as ${capacity}, marked “You as ${capacity}”. Their history says so too.`,
	asCapacity: (capacity) => `You as ${capacity}`,

	groupBy: 'Group by',
	groupings: { person: 'Person', day: 'Day', age: 'Waiting time' },
	ages: {
		today: 'Today',
		yesterday: 'Yesterday',
		days: '2 to 3 days ago',
		old: 'More than 3 days ago'
	},
	arrange: 'Arrange',
	arrangeFiltered: 'Arrange (filtered)',
	filterPerson: 'Employee',
	everybody: 'Everybody',
	filterFrom: 'From',
	filterTo: 'To',
	filterWords: 'Words in the activity',
	filterMarked: 'Only those with a mark to look at',
	showEvery: 'Show all again',
	lookFirst: (count) => `See the ${count} marked first`,
	approveUnmarked: (count) => `Approve the ${count} without a mark`,
	markedAmong: (count) => `${count} with a mark to look at`,
	filterClear: 'Clear the filter',
	filtered: (count, all) => `${count} of ${activities(all)} match`,
	noneMarked: (left) => `None is marked as worth a look. ${activities(left)} still waiting.`,
	filteredNone: 'No activity matches this filter.',
	selectShown: (count) => `Select all (${count})`,
	selectNoneShown: (count) => `Select none (${count})`,
	toWeek: 'This week',
	selectAllIn: (title) => `Select all: ${title}`,
	selectedOf: (count, name) => `${count} selected · ${name}`,
	open: 'Open',
	more: 'Show all of it',
	less: 'Show less',
	showMore: (count) => `Show ${count} more`,
	leftOut: (count) =>
		`${activities(count)} changed since you looked and can't be selected yet. Look again first.`,
	changed: 'Changed since you looked',
	changedHint: 'What is shown here is how it was before.',
	confirmApprove: 'Approve, the time is right',
	undone: (what) => `Undone: ${what}`,
	ownReasons: 'Your last reasons',
	swipeApprove: 'Approve',
	swipeReturn: 'Return',

	keys: 'Keyboard shortcuts',
	keysHint:
		'Press j to begin with the first activity. The other keys are about the activity with the frame around it. When something is selected, a decision is about all of it.',
	keyWords: {
		next: 'Next activity',
		previous: 'Previous activity',
		below: 'Activity below',
		above: 'Activity above',
		right: 'Activity to the right, where there are several columns',
		left: 'Activity to the left, where there are several columns',
		approve: 'Approve',
		return: 'Return',
		reject: 'Reject',
		open: 'Open in full',
		undo: 'Undo, while its message is shown',
		clear: 'Clear the selection',
		help: 'Show this list'
	},
	keySelect: 'Select',
	keyNames: {
		ArrowDown: 'down arrow',
		ArrowUp: 'up arrow',
		ArrowRight: 'right arrow',
		ArrowLeft: 'left arrow'
	},
	keySpace: 'space',
	keyOr: 'or'
};

import { type form as idForm } from '../id/form.ts';
import { activities, counted } from './counted.ts';
import { when } from './when.ts';

export const form: typeof idForm = {
	title: 'Record an activity',
	editTitle: 'Edit the activity',
	correctTitle: 'Correct the activity',
	returnedReason: (name) => `Message from ${name}:`,

	date: 'Date',
	today: 'Today',
	yesterday: 'Yesterday',
	otherDay: 'Other',
	chooseDay: 'Choose a date',
	windowUntil: (day) => `Can be recorded until ${when.shortDay(day)}.`,
	windowLastDay: 'Can be recorded today only, until 23:59.',
	namedDay: (day, words) => `${when.weekdayAndDay(day)}. ${words}`,
	windowRange: (first) => `What can still be recorded: ${when.shortDay(first)} until today.`,
	windowClosed: (day, first) =>
		`The time to record ${when.fullDay(day)} is over. Choose ${when.shortDay(first)} or later.`,
	dayInFuture: 'This date has not come yet. Choose today or earlier.',
	dateMissing: 'Choose the date.',
	dateFixed: (day) =>
		`${when.longDay(day)}. The date can't be changed. If it is wrong, withdraw the activity and record it again.`,
	resubmitUntil: (day) => `Correct it by ${when.shortDay(day)} so that it counts as on time.`,
	resubmitLate:
		'The time for corrections is over, but you can still send it. Your supervisor decides whether it counts.',

	activity: 'Activity',
	recent: 'Used recently',
	catalogue: 'Activities of your position',
	search: 'Search for an activity or write your own',
	searchHint: 'Write some letters, then choose. Not in the list? Use your own words.',
	useText: (text) => `Use “${text}”`,
	ownWords: 'Your own activity, not in the list',
	found: (count, near) => {
		if (count > 0) return `${activities(count)} found`;
		return near > 0
			? 'Nothing is exactly that. Maybe one of these, or your own words:'
			: 'Not in the list. Your own words will do:';
	},
	showAll: (count) => `See all ${activities(count)}`,
	chosen: 'Chosen',
	change: 'Change',
	norm: (minutes, unit) => `${counted(minutes, 'minute')} per ${unit}`,
	noCatalogue:
		'The activities of your position are not on this device yet. Write the activity yourself.',

	start: 'Start time',
	end: 'End time',
	timeMissing: 'Fill in the time.',
	startMissing: 'Fill in the start.',
	endMissing: 'Fill in the end.',
	crossesMidnight: 'Ends on the next day (past midnight)',
	lasts: (minutes) => `Lasts ${when.duration(minutes)}`,
	countsLess: (minutes) =>
		`Counted: ${counted(minutes, 'minute')}. If more came of it, change the amount below.`,
	overlap: (name, span) =>
		`The time overlaps with “${name}” (${span}). You may save it; check first whether it is right.`,
	overlaps: 'overlaps',
	alike: 'like one already there',
	unchangedTitle: 'Nothing has been changed',
	unchangedText: (reason) => `You were asked: “${reason}” Send it again as it is?`,
	changeFirst: 'Correct it first',
	sendUnchanged: 'Send it as it is',
	endInFuture: 'The end time has not come yet. You can save when the activity is over.',

	quantity: 'Quantity',
	quantityWrong: 'Fill in a number from 1 to 99,999.',
	less: 'One less',
	more: 'One more',
	unit: 'Unit',
	unitMissing: 'Fill in the unit, for example laporan.',
	unitHint: 'For example laporan, surat, kegiatan',
	effective: 'Effective minutes',
	effectiveHint: (minutes) => `Calculated: ${counted(minutes, 'minute')}. You may reduce it.`,
	effectiveOfNorm: ({ count, unit, standardMinutes, counted: minutes }) => {
		const product = `${when.number(count)} ${unit} × ${counted(standardMinutes, 'minute')}`;
		return minutes < count * standardMinutes
			? `${product}, but the times leave only ${counted(minutes, 'minute')}. Check the times and the amount.`
			: `${product} = ${counted(minutes, 'minute')}. You may reduce it.`;
	},
	effectiveWrong: (most) => `Fill in a number from 1 to ${when.number(most)}.`,
	effectiveTooMany: (most) =>
		`At most ${counted(most, 'minute')} for this activity. It can only be reduced.`,
	effectiveReset: 'Use the calculated number',

	description: 'Description',
	descriptionHint: 'What was done and what came of it. It may be short.',
	characters: (used, most) => `${when.number(used)} of ${when.number(most)} characters`,

	extra: 'More fields (optional)',
	target: 'Target it serves',
	targetHint: 'Name of the planned result in your SKP, if there is one',
	evidence: 'Evidence link',
	evidenceHint: 'The full address, beginning with https://',
	note: 'Extra note',
	tooLong: (most) => `At most ${when.number(most)} characters.`,

	save: 'Save',
	saveAndNext: 'Save and record another',
	countedMinutes: (minutes) => `${counted(minutes, 'minute')} counted`,
	saving: 'Saving…',
	saved: 'Saved on this device',
	sent: 'Saved and sent',
	savedOn: (day, said) => `${when.weekdayAndDay(day)}: ${said.toLowerCase()}`,
	savedNext: (name) => `Saved on this device: ${name}`,

	summary: (count) => `${counted(count, 'field')} to correct`,
	draftRestored: (moment, name) =>
		`${name === '' ? 'What you typed' : `“${name}”`}, ${moment}, is not finished. It is below, just go on.`,
	draftDrop: 'Discard the draft',
	draftDropTitle: 'Discard this draft?',
	draftDropText: 'What was typed on this screen is deleted.',
	draftDropped: 'Draft discarded',
	draftSaved: 'The draft is saved on this device by itself.',
	draftFailed:
		"The draft can't be saved because the device is full. Don't close this screen before you press Save.",
	entryMissing:
		'This activity is not on this device. Press Send now under Delivery, then open it again.',
	notEditable: "This activity can't be changed any more. Open it to see why.",
	movedTitle: 'This activity has changed since you opened it',
	movedText: 'What you typed is still here. Load the latest content, or save yours on top of it.',
	movedTake: 'Load the latest content'
};

import { type team as idTeam } from '../id/team.ts';
import { activities } from './counted.ts';
import { when } from './when.ts';

export const team: typeof idTeam = {
	title: 'Team',
	queue: 'Waiting for your review',
	queueCount: (count) => `${activities(count)} waiting for your review`,
	queueHeading: (count) => `${count} waiting for review`,
	reviewNow: 'Review in Team',
	queueEmpty: 'Nothing is waiting for review.',
	nobody: 'There is nobody you review yet.',
	nobodyHint: "If this is wrong, ask your agency's admin to check the supervisor data.",
	actingFor: (capacity) => `You review as ${capacity}`,
	personCount: (count) => activities(count),
	select: (name, day) => `Select ${name}, ${when.fullDay(day)}`,
	selectAll: 'All',
	selectNone: 'Clear the selection',
	selected: (count) => `${count} selected`,
	show: 'Show the content',
	open: 'Open in full',
	approve: 'Approve',
	approveCount: (count) => `Approve ${count}`,
	giveBack: 'Return',
	giveBackCount: (count) => `Return ${count}`,
	reject: 'Reject',
	rejectCount: (count) => `Reject ${count}`,
	difference: 'What is returned can still be corrected by the employee. What is rejected cannot.',
	undo: 'Undo',
	undoAll: (count) => `Undo all (${count})`,
	undoFor: (seconds) => `Undo (${seconds})`,
	confirmsTime: 'Confirm the time',
	confirmsTimeText: (count) =>
		count === 1
			? 'The time this activity was recorded is not proven. Was it really recorded on time?'
			: `The time ${count} activities were recorded is not proven. Were they really recorded on time?`,
	confirmYes: 'Yes, approve and confirm the time',
	confirmNo: 'Approve without confirming the time',
	unproven: 'Time not proven',
	late: 'After the deadline',
	odd: {
		twice: (name, span) => `Perhaps recorded twice: “${name}” (${span})`,
		overlap: (minutes, name, span) =>
			`${when.number(minutes)} minutes overlap with “${name}” (${span})`,
		aboveNorm: (minutes, norm) =>
			`${when.number(minutes)} minutes, far above the norm (${when.number(norm)} minutes)`,
		tooMuch: (norm, clock) =>
			`By the norm it takes ${when.number(norm)} minutes, the times show only ${when.number(clock)}`,
		longAfter: (days) => `Recorded ${days} days after the work`,
		night: (clock) => `At ${clock}`,
		weekend: (weekday) => `On a ${weekday}`,
		holiday: (name) => `Holiday: ${name}`,
		long: 'More than 8 hours',
		beyondDay: (duration) => `That day holds ${duration}`
	},
	approveTitle: (count) => (count === 1 ? 'Approve the activity' : `Approve ${count} activities?`),
	approvalLine: (day, span, activity, result) =>
		`${when.weekdayAndDay(day)}, ${span} · ${activity} · ${result}`,
	approveMany: (count) => `Approve ${activities(count)}`,
	returnTitle: (count) =>
		count === 1 ? 'Return for correction' : `Return ${count} activities for correction`,
	rejectTitle: (count) => (count === 1 ? 'Reject the activity' : `Reject ${count} activities`),
	rejectHint:
		"A rejected activity can't be corrected. If it is only incomplete, return it instead.",
	reason: 'Reason',
	reasonHint: 'The employee reads it. Write what should be done.',
	reasonMissing: 'Write the reason, so that the employee knows what to do.',
	phrases: 'Ready-made sentences',
	returnPhrases: [
		'Please complete the description: what was done and what came of it.',
		'The quantity is not right. Please check it.',
		'The start or end time is not right. Please check it.',
		'Please add an evidence link.'
	],
	rejectPhrases: [
		'Not part of the duties of the position.',
		'This activity has been recorded before.',
		'The employee was not on duty at that time.'
	],
	entriesOf: (count, names) =>
		names.length === 1
			? `${activities(count)} of ${names.join()}`
			: `${activities(count)} of ${names.length} people`,
	peopleCount: (count) => (count === 1 ? '1 person' : `${count} people`),
	subject: (name, activity, day, span) =>
		`${activity} by ${name}, ${when.weekdayAndDay(day)}, ${span}`,
	oneOf: (activity, name) => `${activity} by ${name}`,
	approved: (what) => `Approved: ${what}`,
	returned: (what) => `Returned: ${what}`,
	rejected: (what) => `Rejected: ${what}`,
	sentLater: (said) => `Not sent yet. ${said}`,
	undoAllTitle: (count) => `Undo ${count} decisions?`,
	undoAllText: 'All of it waits again and must be decided again.',
	someRefused: (done, refused) =>
		`${done} done. ${refused} could not be processed because of a change; look at the list again.`,
	showChanged: 'Show the latest',
	recent: 'Your decisions',
	recentEmpty: 'No decisions yet.',
	decidedAt: (moment) => `decided ${moment}`,
	todayAt: (time) => `today ${time}`,
	showEach: 'Show one by one',
	membersRecorded: (done, all) => `${done} of ${all} have recorded today`,
	editedAgain: 'Corrected after it was returned'
};

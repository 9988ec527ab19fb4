import { type Messages } from '../catalogue.ts';
import { when } from './when.ts';

const states = {
	full: 'complete',
	part: 'not complete',
	returned: 'something came back',
	none: 'empty',
	begun: 'nothing recorded yet',
	off: 'day off',
	ahead: 'yet to come'
};

export const history: Messages['history'] = {
	title: 'History',
	monthTitle: (day) => when.monthOf(day),
	previousMonth: 'Previous month',
	nextMonth: 'Next month',
	thisMonth: 'To this month',
	calendar: (day) => `Calendar of ${when.monthOf(day)}`,
	week: 'This week',
	states,
	dayName: (day) => when.longDay(day),
	dayWords: (mark) =>
		mark.minutes > 0
			? `${when.number(mark.minutes)} minutes, ${states[mark.state]}`
			: states[mark.state],
	dayOff: (name) => `Day off: ${name}`,
	legendMinutes: 'small numbers: minutes',
	total: (minutes, required, isThisMonth) =>
		`${when.number(minutes)} of ${when.number(required)} minutes ${isThisMonth ? 'this month until today' : 'in that month'}`,
	entriesOn: (day) => `Activities of ${when.longDay(day)}`,
	recordFor: (day) => `Record for ${when.shortDay(day)}`,
	empty: 'No activities on this day.',
	openUntil: (closesOn) => `Can still be recorded until ${when.shortDay(closesOn)}.`,
	closed: (closedOn) => `The time to record for this day is over (${when.shortDay(closedOn)}).`,
	search: 'Find an activity',
	searchHint: 'A part of a word is enough, “meet” for instance.',
	searchStatus: 'State',
	anyStatus: 'All',
	searchButton: 'Find',
	found: (count, isMore) =>
		isMore
			? `The newest ${count} activities that match`
			: `${count} ${count === 1 ? 'activity' : 'activities'} found`,
	foundSimilar: (count, isMore) =>
		isMore
			? `Nothing is exactly like that. The newest ${count} that resemble it:`
			: `Nothing is exactly like that. ${count} ${count === 1 ? 'resembles' : 'resemble'} it:`,
	nothingFoundAtAll: 'No activity matches. Try another word.',
	nothingFound: 'No activity matches. Try another word, or the state “All”.',
	more: 'Show more',
	endSearch: 'Close the search',
	emptyDays: {
		title: (count) =>
			count === 1 ? 'One workday is still empty' : `${count} workdays are still empty`,
		line: (day, lastDay, isLast) =>
			isLast
				? `${when.weekdayAndDay(day)}: today is the last chance`
				: `${when.weekdayAndDay(day)}: can be filled until ${when.weekdayAndDay(lastDay)}`,
		more: (count) => `Show ${count} more`,
		firstUntil: (lastDay, isLast) =>
			isLast ? 'Today is the last chance.' : `Can be filled until ${when.weekdayAndDay(lastDay)}.`,
		all: (count) => `See all (${count})`,
		fill: (day) => `Fill ${when.weekdayAndDay(day)}`
	}
};

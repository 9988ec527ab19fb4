import { type copying as idCopying } from '../id/copying.ts';
import { activities, counted } from './counted.ts';
import { when } from './when.ts';

export const copying: typeof idCopying = {
	again: 'Copy to today',
	againToday: 'Record again today',
	replaceTitle: 'Replace your draft?',
	replaceText:
		'The unsaved draft on the screen Record is replaced by the content of this activity.',
	replace: 'Replace the draft',
	filled: (name, day) => `Copy of “${name}”, ${when.weekdayAndDay(day)}`,
	filledText:
		'A new activity, at the next free hours. Check, then tap Save. The evidence link is not copied.',

	toDays: 'Copy to several days',
	lead: (span) => `At the same time: ${span}. The evidence link is not copied.`,
	workdays: 'Workdays',
	daysOff: 'Days off',
	pickEmpty: 'Choose the empty workdays',
	noDays: 'There is no other day that can still be recorded.',
	noDaysHint: 'Days that are closed can no longer be filled in.',
	notYours: 'You can copy only your own activities.',
	overlaps: (name, span) => `Overlaps with “${name}” (${span})`,
	repeats: (name, span) => `Looks like one you have: “${name}” (${span})`,
	overlapAllowed:
		'What overlaps or looks alike may be saved all the same. Check first whether it is right.',
	save: (count) => (count === 0 ? 'Choose the days first' : `Save ${activities(count)}`),
	pickFirst: 'Choose one day at least.',

	saved: (count) => `${activities(count)} saved`,
	someRefused: (saved, refused) =>
		saved === 0 ? `${counted(refused, 'day')} not saved` : `${saved} saved, ${refused} not`,
	savedOn: (day) => `${when.longDay(day)}: saved`,
	refusedOn: (day) => `${when.longDay(day)}: not saved`,
	inHistory: 'See in History',
	moreDays: 'Copy to other days',

	sameWorkTitle: 'Perhaps you recorded it already',
	sameWork: 'There is a similar activity on that day. If you did it again, just save.'
};

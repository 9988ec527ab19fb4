import { type Messages } from '../catalogue.ts';
import { when } from './when.ts';

export const offers: Messages['offers'] = {
	usual: (day) => `Usually on ${when.weekday(day)}`,
	usually: (work) => {
		const span = when.span(work.startMinute, work.endMinute);
		return work.quantity > 1 ? `${span}, ${when.number(work.quantity)} ${work.unit}` : span;
	},
	usualHint: 'Tap to fill in the form. It is recorded only when you press Save.',
	favourites: 'Your favourites',
	allFavourites: (count) => `Show all ${count} favourites`,
	favourite: 'Favourite',
	isFavourite: 'Favourite: shown first when you record.',
	favouriteFailed: {
		'storage-full':
			'The favourite was not saved because the device is full. Delete photos or videos you do not need, then tap again.',
		'storage-failed': 'The favourite was not saved. Close the app, open it again, then tap again.'
	},
	usedBefore: 'You used this before',
	otherEmptyDays: (count) =>
		count === 1 ? 'One workday is still empty' : `${count} workdays are still empty`,
	fill: (day) => `Fill ${when.weekday(day)}, ${when.shortDay(day)}`,
	fillEmpty: (day) => `Fill an empty day: ${when.weekdayAndDay(day)}`,
	fillNext: (day) => `Fill the next empty day: ${when.weekday(day)}, ${when.shortDay(day)}`
};

/** How the reviewer is told what is odd about an entry. */
import { type Oddity } from '#lib/domain/oddities.ts';
import { type IconName } from '#lib/ui/icons.ts';
import { messages } from '#lib/ui/messages/messages.ts';

type Mark = { readonly icon: IconName; readonly words: string };

export function oddityMark(oddity: Oddity): Mark {
	const text = messages.team.odd;
	switch (oddity.kind) {
		case 'twice': {
			const { activity, startMinute, endMinute } = oddity.other;
			return {
				icon: 'twice',
				words: text.twice(activity.name, messages.when.span(startMinute, endMinute))
			};
		}
		case 'overlap': {
			const { activity, startMinute, endMinute } = oddity.other;
			const span = messages.when.span(startMinute, endMinute);
			return { icon: 'overlap', words: text.overlap(oddity.minutes, activity.name, span) };
		}
		case 'above-norm':
			return { icon: 'up', words: text.aboveNorm(oddity.minutes, oddity.norm) };
		case 'too-much':
			return { icon: 'up', words: text.tooMuch(oddity.norm, oddity.minutes) };
		case 'long-after':
			return { icon: 'history', words: text.longAfter(oddity.days) };
		case 'night':
			return { icon: 'clock', words: text.night(messages.when.clock(oddity.minute)) };
		case 'day-off': {
			const { on, holiday } = oddity;
			const words =
				holiday === undefined ? text.weekend(messages.when.weekday(on)) : text.holiday(holiday);
			return { icon: 'calendar', words };
		}
		case 'long':
			return { icon: 'hourglass', words: text.long };
		case 'beyond-day':
			return { icon: 'hourglass', words: text.beyondDay(messages.when.duration(oddity.minutes)) };
	}
}

/** How the reviewer is told what he should know of an entry: its time, what is odd, that it came again, as whom he decides. */
import { type Entry, lastSubmission, needsTimeConfirmation } from '#lib/domain/entry.ts';
import { answeredReturn } from '#lib/domain/entry-versions.ts';
import { type Oddity } from '#lib/domain/oddities.ts';
import { type AssignmentKind } from '#lib/domain/supervision.ts';
import { type IconName } from '#lib/ui/icons.ts';
import { messages } from '#lib/ui/messages/messages.ts';

export type Mark = {
	readonly icon: IconName;
	readonly words: string;
	/** It should be looked at twice. */
	readonly warns: boolean;
};

type Known = {
	readonly oddities: readonly Oddity[];
	/** In which capacity the reviewer decides, when it isn't his own. */
	readonly capacity: AssignmentKind | undefined;
};

export const marksOf = (entry: Entry, { oddities, capacity }: Known): Mark[] => [
	...timeMarks(entry),
	...oddities.map(oddityMark),
	...correctionMarks(entry),
	...capacityMarks(capacity)
];

function timeMarks(entry: Entry): Mark[] {
	if (!needsTimeConfirmation(entry)) return [];
	const { late, unproven } = messages.team;
	return lastSubmission(entry).timing === 'late'
		? [{ icon: 'alert', words: late, warns: true }]
		: [{ icon: 'unproven', words: unproven, warns: true }];
}

/** Not where a return was taken back: the author has answered nothing then. */
function correctionMarks(entry: Entry): Mark[] {
	return answeredReturn(entry)
		? [{ icon: 'edit', words: messages.team.editedAgain, warns: false }]
		: [];
}

function capacityMarks(capacity: AssignmentKind | undefined): Mark[] {
	if (!capacity || capacity === 'DEFINITIVE') return [];
	const words = messages.review.asCapacity(messages.capacities[capacity]);
	return [{ icon: 'person', words, warns: false }];
}

export const oddityMark = (oddity: Oddity): Mark => ({ ...oddityWords(oddity), warns: true });

function oddityWords(oddity: Oddity): Pick<Mark, 'icon' | 'words'> {
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

/** Whether two records probably tell of the same piece of work. Shown to people, never a reason to refuse. */
import { type Day } from './day.ts';
import { clockMinutes, type EntryContent, overlaps } from './entry-content.ts';
import { wordsOf } from './search.ts';

type Work = {
	readonly date: Day;
	readonly content: Pick<
		EntryContent,
		'activity' | 'startMinute' | 'endMinute' | 'quantity' | 'unit' | 'description'
	>;
};

/** The same activity of the same day at the same time; what begins together shares its first minute. */
export const isRecordedTwice = (a: Work, b: Work): boolean =>
	isSameOnOneDay(a, b) && overlaps(a, b);

/**
 * For its author, while he records: also when nothing but the time of day sets them apart, since who records
 * a thing twice gets the next free time suggested. Of many it is no sign, because routine is like that.
 */
export const isLikelySameWork = (a: Work, b: Work): boolean =>
	isSameOnOneDay(a, b) &&
	(overlaps(a, b) || a.content.startMinute === b.content.startMinute || saysTheSame(a, b));

const isSameOnOneDay = (a: Work, b: Work): boolean =>
	a.date === b.date && isSameActivity(a.content.activity, b.content.activity);

type Activity = EntryContent['activity'];

/** By the catalogue's code, or by the words alone: case, order and signs don't count. */
function isSameActivity(a: Activity, b: Activity): boolean {
	if (a.code !== null && b.code !== null) return a.code === b.code;
	const words = wordKey(a.name);
	return words !== '' && words === wordKey(b.name);
}

const wordKey = (text: string): string => wordsOf(text).sort().join(' ');

const saysTheSame = (a: Work, b: Work): boolean => sayingOf(a) === sayingOf(b);

const sayingOf = ({ content }: Work): string =>
	JSON.stringify([
		clockMinutes(content),
		content.quantity,
		wordKey(content.unit),
		wordKey(content.description)
	]);

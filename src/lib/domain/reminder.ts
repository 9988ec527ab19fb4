/**
 * When to remind of an empty workday: as long as it can be recorded today or tomorrow and no later, once
 * a day, and not while people sleep.
 */
import { addDays, type Day, dayOf, minuteOf } from './day.ts';
import { daysBetween, emptyDays, type Standings } from './day-mark.ts';
import { firstOpenDay } from './open-days.ts';

const FROM_MINUTE = 6 * 60;
const TO_MINUTE = 21 * 60;

/** The empty workday that closes first, if it is to be reminded of now. */
export function dayToRemind(standing: Standings, remindedOn: Day | undefined): Day | undefined {
	const { rules, now } = standing;
	const today = dayOf(now, rules.zone);
	const minute = minuteOf(now, rules.zone);
	if (remindedOn === today || minute < FROM_MINUTE || minute >= TO_MINUTE) return undefined;
	const empty = emptyDays(daysBetween(firstOpenDay(rules, now), today), standing);
	const lastDay = addDays(today, 1);
	return empty.find(({ closesAt }) => dayOf(closesAt - 1, rules.zone) <= lastDay)?.day;
}

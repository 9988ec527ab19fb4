/** Which days may still be recorded, by the same rule that judges. */
import { firstInputClosesAt } from './apply.ts';
import { addDays, type Day, dayOf } from './day.ts';
import { type Facts } from './facts.ts';

/** No city looks back further; the widest window in use reaches into the month before. */
const MOST_DAYS_BACK = 92;

type Rules = Pick<Facts, 'settings' | 'zone'>;

/** The earliest day that may be recorded at `now`; today at the latest. */
export function firstOpenDay(facts: Rules, now: number): Day {
	const today = dayOf(now, facts.zone);
	let first = today;
	for (let back = 1; back <= MOST_DAYS_BACK; back += 1) {
		const day = addDays(today, -back);
		if (now >= firstInputClosesAt(day, facts)) break;
		first = day;
	}
	return first;
}

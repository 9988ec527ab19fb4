/** Which days may still be recorded, by the same rule that judges. */
import { firstInputClosesAt } from './apply.ts';
import { addDays, type Day, dayOf } from './day.ts';
import { type Facts } from './facts.ts';
import { MAX_DAYS_BACK } from './settings.ts';

type Rules = Pick<Facts, 'settings' | 'zone'>;

/** The earliest day that may be recorded at `now`; today at the latest. */
export function firstOpenDay(facts: Rules, now: number): Day {
	const today = dayOf(now, facts.zone);
	let first = today;
	for (let back = 1; back <= MAX_DAYS_BACK; back += 1) {
		const day = addDays(today, -back);
		if (now >= firstInputClosesAt(day, facts)) break;
		first = day;
	}
	return first;
}

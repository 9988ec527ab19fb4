/** Where to go on when a piece of work is recorded: the next day that is empty and can still be filled. */
import { type Database } from '#lib/db/database.ts';
import { entriesBetween } from '#lib/db/entries.ts';
import { daysBetween, emptyDays } from '#lib/domain/day-mark.ts';
import { type Day, dayOf } from '#lib/domain/day.ts';
import { type Facts } from '#lib/domain/facts.ts';
import { type Nip } from '#lib/domain/nip.ts';
import { minutesByDay } from '../minutes-by-day.ts';
import { firstOpenDay } from './open-days.ts';

type Standing = { readonly facts: Facts; readonly now: number };

/** The empty day whose window closes first, whatever became of `date`. */
export async function nextEmptyDay(
	db: Database,
	{ owner, date }: { readonly owner: Nip; readonly date: Day },
	{ facts, now }: Standing
): Promise<Day | undefined> {
	const [from, to] = [firstOpenDay(facts, now), dayOf(now, facts.zone)];
	const minutes = minutesByDay(await entriesBetween(db, owner, { from, to }));
	const empty = emptyDays(daysBetween(from, to), { rules: facts, minutes, now });
	return empty.find(({ day }) => day !== date)?.day;
}

/** How a person's days stand that may still be recorded, for what reminds of them and what counts them. */
import { type Standings } from '../domain/day-mark.ts';
import { type Day, dayOf } from '../domain/day.ts';
import { factsFor } from '../domain/facts.ts';
import { type Nip } from '../domain/nip.ts';
import { firstOpenDay } from '../domain/open-days.ts';
import { type Database } from './database.ts';
import { entriesBetween } from './entries.ts';
import { directoryFor } from './people.ts';
import { workByDay } from './work-by-day.ts';

export type OwnDays = {
	readonly standing: Standings;
	readonly from: Day;
	readonly today: Day;
	/** Before the first load nothing is known of his days. */
	readonly isKnown: boolean;
};

/** By the rules in force at `now`, the device's corrected clock. */
export async function ownDays(db: Database, nip: Nip, now: number): Promise<OwnDays> {
	const directory = await directoryFor(db, { actor: nip, owner: nip });
	const about = { actor: nip, owner: nip, contactAt: now, receivedAt: null };
	const judged = { at: now, proven: true };
	const rules = factsFor(directory, { ...about, date: dayOf(now, 'WIB'), judged });
	const [from, today] = [firstOpenDay(rules, now), dayOf(now, rules.zone)];
	const rows = await entriesBetween(db, nip, { from, to: today });
	const standing = { rules, work: workByDay(rows, { rules, now }), now };
	return { standing, from, today, isKnown: directory.person(nip) !== undefined };
}

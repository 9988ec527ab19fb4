/** What the device has written down about the time, for screens; it changes nothing. */
import { type Database } from './database.ts';
import { type TimeKnown } from './judge-here.ts';
import { readClock, readContact } from './meta.ts';
import { lastProven } from './mutate.ts';

export async function readTimeKnown(db: Database): Promise<TimeKnown> {
	const [clock, contact, last] = await Promise.all([
		readClock(db),
		readContact(db),
		lastProven(db)
	]);
	return { clock, contact, previousAt: last?.judged.at };
}

/** Single values: the newest contact, the clock, the last sync, the page size of a bad line, habits. */
import { type Day } from '../domain/day.ts';
import { type Database } from './database.ts';
import { type Clock, seeClock, UNSEEN_CLOCK } from './clock.ts';

/** The newest signed word of the server about its time (design section 9). */
export type Contact = { readonly token: string; readonly at: number };

export type LastSync = {
	/** The device's corrected time. */
	readonly at: number;
	/** When the server wants to see this device again. */
	readonly afterMs: number;
	readonly spreadMs: number;
};

/** There while the person wants to be reminded on this device. */
export type Reminder = {
	/** In his language; the worker knows no words. */
	readonly words: string;
	/** The last day on which he was reminded. */
	readonly remindedOn?: Day;
};

type Values = {
	contact: Contact;
	clock: Clock;
	lastSync: LastSync;
	pageLimit: number;
	/** How the reviewer wants his queue grouped; screens know the words. */
	queueGrouping: string;
	reminder: Reminder;
};

async function read<K extends keyof Values>(db: Database, key: K): Promise<Values[K] | undefined> {
	return (await db.meta.get(key))?.value as Values[K] | undefined; // only write() puts it there
}

async function write<K extends keyof Values>(
	db: Database,
	key: K,
	value: Values[K]
): Promise<void> {
	await db.meta.put({ key, value });
}

export const readContact = (db: Database) => read(db, 'contact');
export const readLastSync = (db: Database) => read(db, 'lastSync');
export const writeLastSync = (db: Database, value: LastSync) => write(db, 'lastSync', value);
export const readPageLimit = (db: Database) => read(db, 'pageLimit');
export const writePageLimit = (db: Database, value: number) => write(db, 'pageLimit', value);
export const readQueueGrouping = (db: Database) => read(db, 'queueGrouping');
export const writeQueueGrouping = (db: Database, value: string) =>
	write(db, 'queueGrouping', value);
export const readReminder = (db: Database) => read(db, 'reminder');
export const writeReminder = (db: Database, value: Reminder) => write(db, 'reminder', value);
export const dropReminder = (db: Database) => db.meta.delete('reminder');
export const readClock = async (db: Database) => (await read(db, 'clock')) ?? UNSEEN_CLOCK;
const writeClock = (db: Database, value: Clock) => write(db, 'clock', value);

/** Takes the server's word on the time: the offset is measured anew and a jump is forgiven. */
export async function rememberContact(
	db: Database,
	{ token, serverTime, deviceNow }: { token: string; serverTime: number; deviceNow: number }
): Promise<void> {
	await write(db, 'contact', { token, at: serverTime });
	await writeClock(db, {
		offsetMs: Math.round(serverTime - deviceNow),
		highestSeenAt: deviceNow,
		jumped: false
	});
}

/** Notes what the device's clock shows, so that a step back is noticed (I12). */
export async function noticeClock(db: Database, deviceNow: number): Promise<Clock> {
	const before = await readClock(db);
	const clock = seeClock(before, deviceNow);
	if (clock !== before) await writeClock(db, clock);
	return clock;
}

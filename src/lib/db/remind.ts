/** Reminds a person of an empty workday, as pages and the worker do: whoever comes first has the day. */
import { type Day } from '../domain/day.ts';
import { type Nip } from '../domain/nip.ts';
import { dayToRemind } from '../domain/reminder.ts';
import { correctedNow } from './clock.ts';
import { type Database } from './database.ts';
import { readClock, readReminder, type Reminder, writeReminder } from './meta.ts';
import { ownDays } from './own-days.ts';

export type Reminding = {
	readonly nip: Nip;
	readonly deviceNow: number;
	/** Throws when the browser shows nothing after all; that day is over then. */
	readonly show: (words: string, options: NotificationOptions) => Promise<void>;
};

/** Shows at most one notification a day. It says nothing of the person, who may not be the only reader. */
export async function remind(db: Database, { nip, deviceNow, show }: Reminding): Promise<void> {
	if (!(await readReminder(db))) return;
	const now = correctedNow(await readClock(db), deviceNow);
	const { standing, today } = await ownDays(db, nip, now);
	const taken = await takeDay(db, today, ({ remindedOn }) => dayToRemind(standing, remindedOn));
	if (taken) await show(taken.words, optionsFor(taken.day));
}

/** In one transaction, so that of two pages and a worker one reminds. */
function takeDay(
	db: Database,
	today: Day,
	choose: (reminder: Reminder) => Day | undefined
): Promise<{ readonly words: string; readonly day: Day } | undefined> {
	return db.transaction('rw', db.meta, async () => {
		const reminder = await readReminder(db);
		const day = reminder && choose(reminder);
		if (!reminder || day === undefined) return undefined;
		await writeReminder(db, { ...reminder, remindedOn: today });
		return { words: reminder.words, day };
	});
}

const optionsFor = (day: Day): NotificationOptions => ({
	tag: 'empty-day',
	icon: '/icon-192.png',
	data: { path: `/catat?tanggal=${day}` }
});

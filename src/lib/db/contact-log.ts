/**
 * Every contact with the server, for a look by the person and for support. It is written when the contact
 * itself is over, and what can't be written is left out: no sync fails of it. Of its newest line the service
 * worker and a page that begins learn whether the server asked for a wait; without it the server has to say so
 * once more.
 */
import { correctedNow } from './clock.ts';
import { type ContactLogRow, type Database } from './database.ts';
import { readClock } from './meta.ts';
import { storing } from './storage-failure.ts';

const KEPT_COUNT = 500;

/** A contact as it ended; its times are those of the device's own clock. */
export type Contacted = Omit<ContactLogRow, 'id' | 'retryAt'>;

/** Adds one line and lets the oldest go. Never throws. */
export function logContact(db: Database, contact: Contacted): Promise<void> {
	return quietly(db, () =>
		db.transaction('rw', db.contactLog, db.meta, async () => {
			const clock = await readClock(db);
			const id = await db.contactLog.add({
				...contact,
				at: correctedNow(clock, contact.at),
				endedAt: correctedNow(clock, contact.endedAt)
			});
			await db.contactLog
				.where('id')
				.belowOrEqual(id - KEPT_COUNT)
				.delete();
		})
	);
}

/** When the server will be asked again, by the device's own clock, beside the failure it follows. Never throws. */
export function logRetry(db: Database, deviceRetryAt: number): Promise<void> {
	return quietly(db, () =>
		db.transaction('rw', db.contactLog, db.meta, async () => {
			const last = await db.contactLog.orderBy('id').last();
			if (!last || last.outcome === 'ok') return;
			const retryAt = correctedNow(await readClock(db), deviceRetryAt);
			await db.contactLog.update(last.id, { retryAt });
		})
	);
}

/** The newest first. */
export const contactLog = (db: Database, limit = KEPT_COUNT): Promise<ContactLogRow[]> =>
	db.contactLog.orderBy('id').reverse().limit(limit).toArray();

/** Whether the server asked for a wait that is not over, whoever was told. */
export const mustWait = async (db: Database, deviceNow: number): Promise<boolean> =>
	(await waitLeftMs(db, deviceNow)) > 0;

/** How much of it is left; a clock set back makes it no longer than it was. */
export async function waitLeftMs(db: Database, deviceNow: number): Promise<number> {
	const last = await db.contactLog.orderBy('id').last();
	if (last?.outcome !== 'busy' || last.retryAt === undefined) return 0;
	const leftMs = last.retryAt - correctedNow(await readClock(db), deviceNow);
	return Math.max(0, Math.min(leftMs, last.retryAt - last.endedAt));
}

async function quietly(db: Database, write: () => Promise<void>): Promise<void> {
	// Whatever it was: a sync must not fail because of a line about it.
	await storing(db, write).catch(() => undefined);
}

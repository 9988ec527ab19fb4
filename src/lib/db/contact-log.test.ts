import { describe, expect, test } from 'vitest';
import { scripted } from '#tests/support/answers.ts';
import { createDevice } from '#tests/support/device.ts';
import { NOW, SITI } from '#tests/support/factories.ts';
import { seededRandom } from '#tests/support/random.ts';
import {
	contactLog,
	type Contacted,
	logContact,
	logRetry,
	mustWait,
	waitLeftMs
} from './contact-log.ts';

const aDevice = () =>
	createDevice({
		nip: SITI,
		deviceId: 'device01',
		transport: scripted(),
		clock: { now: () => NOW },
		random: seededRandom(8)
	});

const aContact = (over: Partial<Contacted> = {}): Contacted => ({
	at: NOW,
	endedAt: NOW + 900,
	sent: 0,
	applied: 0,
	received: 0,
	outcome: 'ok',
	...over
});

describe('the log of contacts', () => {
	test('keeps the newest 500, the newest first', async () => {
		const { db } = aDevice();
		for (let sent = 0; sent < 503; sent += 1) await logContact(db, aContact({ sent }));
		const rows = await contactLog(db);
		expect(rows).toHaveLength(500);
		expect(rows.at(0)).toMatchObject({ sent: 502 });
		expect(rows.at(-1)).toMatchObject({ sent: 3 });
	});

	test('tells times by the corrected clock', async () => {
		const device = aDevice();
		await device.meet('contact', NOW + 3_600_000);
		await logContact(device.db, aContact({ outcome: 'offline' }));
		await logRetry(device.db, NOW + 5_000);
		expect(await contactLog(device.db)).toMatchObject([
			{ at: NOW + 3_600_000, endedAt: NOW + 3_600_900, retryAt: NOW + 3_605_000 }
		]);
	});

	test('a contact that went well is followed by no retry', async () => {
		const { db } = aDevice();
		await logContact(db, aContact());
		await logRetry(db, NOW + 5_000);
		expect((await contactLog(db))[0]).not.toHaveProperty('retryAt');
	});

	test('fails silently when the storage is gone', async () => {
		const { db, close } = aDevice();
		await db.open();
		db.contactLog.add = () => {
			throw new TypeError('broken');
		};
		await expect(logContact(db, aContact())).resolves.toBeUndefined();
		close();
	});
});

describe('mustWait (I10)', () => {
	test('until the time a busy server named, for whoever asks', async () => {
		const { db } = aDevice();
		await logContact(db, aContact({ outcome: 'busy' }));
		await logRetry(db, NOW + 60_000);
		expect(await mustWait(db, NOW + 59_000)).toBe(true);
		expect(await mustWait(db, NOW + 61_000)).toBe(false);
	});

	test('not after a line that was away', async () => {
		const { db } = aDevice();
		await logContact(db, aContact({ outcome: 'offline' }));
		await logRetry(db, NOW + 60_000);
		expect(await mustWait(db, NOW)).toBe(false);
	});
});

test('of a wait the server asked for, so much is left, and never more than it was', async () => {
	const { db } = aDevice();
	expect(await waitLeftMs(db, NOW)).toBe(0);
	await logContact(db, aContact({ outcome: 'busy' }));
	await logRetry(db, NOW + 60_900);
	expect(await waitLeftMs(db, NOW + 900)).toBe(60_000);
	expect(await waitLeftMs(db, NOW + 59_900)).toBe(1_000);
	expect(await waitLeftMs(db, NOW + 99_000)).toBe(0);
	expect(await waitLeftMs(db, NOW - 86_400_000)).toBe(60_000);
});

import { expect, test } from 'vitest';
import { rebuild } from '#lib/db/rebuild.ts';
import { type Entry } from '#lib/domain/entry.ts';
import { asStored, officeDocuments, scripted } from '#tests/support/answers.ts';
import { createDevice } from '#tests/support/device.ts';
import { aPerson, anEntry, BUDI, NOW, SITI } from '#tests/support/factories.ts';
import { seededRandom } from '#tests/support/random.ts';
import { waitingOf } from './deliveries.ts';

async function aDeviceOf(nip: string, entry: Entry) {
	const device = createDevice({
		nip,
		deviceId: 'device01',
		transport: scripted(),
		clock: { now: () => NOW },
		random: seededRandom(4)
	});
	const { db } = device;
	await device.hold(...officeDocuments(), asStored(entry));
	await device.meet('contact', NOW);
	await db.transaction('rw', [db.documents, db.entries, db.outbox], async () => {
		await rebuild(db, nip, [entry._id]);
	});
	return device;
}

test('a decision says whose work it is about and when that was, so that two of them can be told apart', async () => {
	const entry = anEntry({ startMinute: 480, endMinute: 540 });
	const { db, mutate } = await aDeviceOf(BUDI, entry);
	await mutate({ kind: 'review.approve', documentId: entry._id, base: entry.version });

	const [told] = await waitingOf(db);
	expect(told?.name).toBe(aPerson(SITI).name);
	expect(told?.about.span).toMatchObject({ startMinute: 480, endMinute: 540 });
});

test('one’s own work carries no name', async () => {
	const entry = anEntry();
	const { db, mutate } = await aDeviceOf(SITI, entry);
	await mutate({ kind: 'entry.withdraw', documentId: entry._id, base: entry.version });

	const [told] = await waitingOf(db);
	expect(told?.about.owner).toBe(SITI);
	expect(told?.name).toBeUndefined();
});

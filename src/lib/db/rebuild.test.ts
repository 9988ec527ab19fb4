import { expect, test } from 'vitest';
import { entryId } from '#lib/domain/document.ts';
import { asStored, officeDocuments, scripted } from '#tests/support/answers.ts';
import { createDevice } from '#tests/support/device.ts';
import {
	aContent,
	aMutationId,
	anEntry,
	NOW,
	SITI,
	someSettings,
	TODAY
} from '#tests/support/factories.ts';
import { seededRandom } from '#tests/support/random.ts';
import { rebuild } from './rebuild.ts';

async function aDevice() {
	const clock = { at: NOW, now: () => clock.at };
	const device = createDevice({
		nip: SITI,
		deviceId: 'device01',
		transport: scripted(),
		clock,
		random: seededRandom(2)
	});
	await device.hold(...officeDocuments());
	await device.meet('contact-1', NOW - 1_000);
	const again = (...ids: string[]) =>
		device.db.transaction('rw', device.db.tables, async () => rebuild(device.db, SITI, ids));
	return Object.assign(device, { clock, again });
}

test('I2: a waiting mutation is judged at its own time, never "now"', async () => {
	const device = await aDevice();
	const recorded = await device.mutate({
		kind: 'entry.submit',
		documentId: entryId(SITI, TODAY, aMutationId()),
		base: null,
		content: aContent()
	});
	if (!recorded.ok) throw new Error(recorded.error.type);
	device.clock.at = NOW + 60 * 86_400_000;
	await device.again(recorded.value._id);
	expect(await device.db.entries.get(recorded.value._id)).toMatchObject({
		waiting: 1,
		entry: recorded.value
	});
});

test('I2: settings narrowed while the device was offline do not take a recorded entry away', async () => {
	const device = await aDevice();
	const documentId = entryId(SITI, '2026-11-22', aMutationId());
	await device.mutate({ kind: 'entry.submit', documentId, base: null, content: aContent() });
	const wide = {};
	const narrow = { inputWindow: { kind: 'same-day' }, publishedAt: NOW, validFrom: TODAY } as const;
	await device.hold(asStored(someSettings(wide, narrow), 2));
	await device.again(documentId);
	expect(await device.db.entries.get(documentId)).toMatchObject({
		status: 'submitted',
		waiting: 1
	});
});

test('I2: without a document and without waiting mutations nothing is shown', async () => {
	const device = await aDevice();
	const entry = anEntry();
	await device.hold(asStored(entry));
	await device.again(entry._id);
	await device.db.documents.delete(entry._id);
	await device.again(entry._id);
	expect(await device.db.entries.count()).toBe(0);
});

test('hundreds of entries with waiting mutations are made again in one transaction', async () => {
	const device = await aDevice();
	const ids: string[] = [];
	for (let count = 0; count < 250; count += 1) {
		const documentId = entryId(SITI, TODAY, aMutationId());
		ids.push(documentId);
		await device.mutate({ kind: 'entry.submit', documentId, base: null, content: aContent() });
	}
	await device.db.entries.clear();
	await device.again(...ids);
	expect(await device.db.entries.count()).toBe(250);
});

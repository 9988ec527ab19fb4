import { describe, expect, test } from 'vitest';
import { apply } from '#lib/domain/apply.ts';
import { entryId } from '#lib/domain/document.ts';
import { asStored, officeDocuments, scripted } from '#tests/support/answers.ts';
import { createDevice, type Device } from '#tests/support/device.ts';
import {
	aContent,
	aMutation,
	aMutationId,
	anEntry,
	BUDI,
	NOW,
	SITI,
	someFacts,
	TODAY
} from '#tests/support/factories.ts';
import { seededRandom } from '#tests/support/random.ts';
import { rebuild } from './rebuild.ts';
import { dismissRefused, resendOnTop } from './refused.ts';

async function aDevice(nip = SITI) {
	const device = createDevice({
		nip,
		deviceId: 'device01',
		transport: scripted(),
		clock: { now: () => NOW },
		random: seededRandom(5)
	});
	await device.hold(...officeDocuments());
	await device.meet('contact-1', NOW);
	return device;
}

async function record(device: Device, chain: { documentId?: string; base?: string } = {}) {
	const entry = await device.mutate({
		kind: 'entry.submit',
		documentId: chain.documentId ?? entryId(SITI, TODAY, aMutationId()),
		base: chain.base ?? null,
		content: aContent({ description: 'punya saya' })
	});
	if (!entry.ok) throw new Error(entry.error.type);
	return entry.value;
}

/** The server refused everything of it, and has this document instead. */
async function refuse(device: Device, documentId: string, document?: ReturnType<typeof asStored>) {
	await device.db.outbox.toCollection().modify({
		state: 'refused',
		refusal: { type: 'not-allowed' },
		refusedAt: NOW
	});
	if (document) await device.hold(document);
	await device.db.transaction('rw', device.db.tables, async () =>
		rebuild(device.db, device.nip, [documentId])
	);
}

const me = (device: Device) => ({ tools: device.tools, actor: device.nip });
const ids = (device: Device) =>
	device.db.outbox.orderBy('seq').toArray((rows) => rows.map(({ id }) => id));

describe('dismissRefused (I6)', () => {
	test('lets the change go and the refused ones made on top of it, nothing else', async () => {
		const device = await aDevice();
		const first = await record(device);
		const second = await record(device, { documentId: first._id, base: first.version });
		await refuse(device, first._id);
		const waiting = await record(device);

		await dismissRefused(device.db, first.version);
		expect(await ids(device)).toEqual([waiting.version]);
		expect(second.version).not.toBe(first.version);
	});

	test('what waits cannot be let go', async () => {
		const device = await aDevice();
		const entry = await record(device);
		await dismissRefused(device.db, entry.version);
		expect(await ids(device)).toEqual([entry.version]);
	});
});

describe('resendOnTop, "keep mine"', () => {
	test('makes the same change on the version that stands now and takes the place of the refused one', async () => {
		const device = await aDevice();
		const entry = await record(device);
		await device.db.outbox.clear();
		const mine = await record(device, { documentId: entry._id, base: entry.version });
		const other = aMutation('entry.submit', {
			documentId: entry._id,
			base: entry.version,
			content: aContent({ description: 'dari laptop' })
		});
		const moved = apply(entry, other, someFacts());
		if (!moved.ok) throw new Error(moved.error.type);
		await refuse(device, entry._id, asStored(moved.value, 2));

		const resent = await resendOnTop(device.db, me(device), mine.version);
		expect(resent).toMatchObject({ ok: true, value: { content: { description: 'punya saya' } } });
		expect(await device.db.outbox.toArray()).toMatchObject([
			{ state: 'waiting', mutation: { base: other.id, content: { description: 'punya saya' } } }
		]);
	});

	test('a refused first submission is made again as a new entry', async () => {
		const device = await aDevice();
		const entry = await record(device);
		await refuse(device, entry._id);
		expect(await device.db.entries.get(entry._id)).toBeUndefined();
		await resendOnTop(device.db, me(device), entry.version);
		expect(await device.db.entries.get(entry._id)).toMatchObject({
			waiting: 1,
			status: 'submitted'
		});
	});

	test('what the rules refuse again changes nothing and says why', async () => {
		const device = await aDevice(BUDI);
		const entry = anEntry();
		await device.hold(asStored(entry));
		await device.db.transaction('rw', device.db.tables, async () =>
			rebuild(device.db, BUDI, [entry._id])
		);
		const approved = await device.mutate({
			kind: 'review.approve',
			documentId: entry._id,
			base: entry.version
		});
		if (!approved.ok) throw new Error(approved.error.type);
		const withdrawal = aMutation('entry.withdraw', { documentId: entry._id, base: entry.version });
		const withdrawn = apply(entry, withdrawal, someFacts());
		if (!withdrawn.ok) throw new Error(withdrawn.error.type);
		await refuse(device, entry._id, asStored(withdrawn.value, 2));

		const resent = await resendOnTop(device.db, me(device), approved.value.version);
		expect(resent).toMatchObject({
			ok: false,
			error: { type: 'step-refused', status: 'withdrawn' }
		});
		expect(await device.db.outbox.toArray()).toMatchObject([{ state: 'refused' }]);
	});
});

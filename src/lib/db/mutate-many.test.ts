import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { entryId } from '#lib/domain/document.ts';
import { type Entry } from '#lib/domain/entry.ts';
import { asStored, officeDocuments, scripted } from '#tests/support/answers.ts';
import { createDevice } from '#tests/support/device.ts';
import {
	afterStep,
	aMutation,
	aMutationId,
	BUDI,
	NOW,
	SITI,
	someFacts,
	TODAY
} from '#tests/support/factories.ts';
import { seededRandom } from '#tests/support/random.ts';
import { type Database } from './database.ts';
import { type Intention } from './mutate.ts';
import { mutateMany } from './mutate-many.ts';
import { rebuild } from './rebuild.ts';

const MANY = 100;

async function aReviewer() {
	const clock = { now: () => NOW };
	const device = createDevice({
		nip: BUDI,
		deviceId: 'device01',
		transport: scripted(),
		clock,
		random: seededRandom(7)
	});
	const entries = Array.from({ length: MANY }, () => {
		const documentId = entryId(SITI, TODAY, aMutationId());
		return afterStep(undefined, aMutation('entry.submit', { documentId }), someFacts());
	});
	await device.hold(...officeDocuments(), ...entries.map((entry) => asStored(entry)));
	await device.meet('contact-1', NOW - 60_000);
	await device.db.transaction(
		'rw',
		[device.db.documents, device.db.entries, device.db.outbox],
		async () => {
			const ids = entries.map(({ _id }) => _id);
			await rebuild(device.db, BUDI, ids);
		}
	);
	return { ...device, db: device.db, entries, person: { tools: device.tools, actor: BUDI } };
}

const approval = ({ _id: documentId, version: base }: Entry): Intention => ({
	kind: 'review.approve',
	documentId,
	base
});

const outboxKinds = async (db: Database) => {
	const rows = await db.outbox.orderBy('seq').toArray();
	return rows.map(({ mutation }) => mutation.kind);
};

test('all of one tap bear its moment, however long they take to write', async () => {
	const { db, entries, person } = await aReviewer();
	let now = NOW;
	const tools = { ...person.tools, now: () => (now += 1) };
	await mutateMany(db, { ...person, tools }, entries.slice(0, 3).map(approval));
	const rows = await db.outbox.toArray();
	expect(new Set(rows.map(({ mutation }) => mutation.recordedAt)).size).toBe(1);
});

test('a hundred decisions are recorded in their order', async () => {
	const { db, entries, person } = await aReviewer();
	const results = await mutateMany(db, person, entries.map(approval));

	expect(results.ok && results.value.every(({ ok }) => ok)).toBe(true);
	const rows = await db.outbox.orderBy('seq').toArray();
	expect(rows.map(({ documentId }) => documentId)).toEqual(entries.map(({ _id }) => _id));
	expect(await db.entries.where('status').equals('approved').count()).toBe(MANY);
});

test('one that changed since it was shown is refused and keeps no other back', async () => {
	const { db, entries, person } = await aReviewer();
	const intentions = entries.map(approval);
	intentions[3] = { ...intentions[3], base: aMutationId() } as Intention;
	const results = await mutateMany(db, person, intentions);

	if (!results.ok) throw new Error(results.error.type);
	expect(results.value[3]).toMatchObject({ ok: false, error: { type: 'version-moved' } });
	expect(results.value.filter(({ ok }) => ok)).toHaveLength(MANY - 1);
	expect(await outboxKinds(db)).toHaveLength(MANY - 1);
});

test('all in one transaction: a storage that is full takes them all back', async () => {
	const { db, entries, person } = await aReviewer();
	let puts = 0;
	db.entries.hook('updating', () => {
		puts += 1;
		if (puts === MANY / 2) throw new DOMException('full', 'QuotaExceededError');
	});
	const results = await mutateMany(db, person, entries.map(approval));

	expect(results).toEqual({ ok: false, error: { type: 'storage-full' } });
	expect(await db.outbox.count()).toBe(0);
	expect(await db.entries.where('status').equals('submitted').count()).toBe(MANY);
});

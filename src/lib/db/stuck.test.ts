import { describe, expect, test } from 'vitest';
import { entryId } from '#lib/domain/document.ts';
import { type Refusal } from '#lib/domain/refusal.ts';
import { officeDocuments, scripted, type Step } from '#tests/support/answers.ts';
import { createDevice, type Device } from '#tests/support/device.ts';
import { aContent, aMutationId, NOW, SITI, TODAY } from '#tests/support/factories.ts';
import { seededRandom } from '#tests/support/random.ts';
import { builtOn, discard, isStuck, PATIENCE_MS, retry } from './stuck.ts';

const MALFORMED: Refusal = { type: 'malformed', paths: ['kind'] };

async function aDevice(...steps: Step[]) {
	const device = createDevice({
		nip: SITI,
		deviceId: 'device01',
		transport: scripted(...steps),
		clock: { now: () => NOW },
		random: seededRandom(6)
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
		content: aContent()
	});
	if (!entry.ok) throw new Error(entry.error.type);
	return entry.value;
}

/** One entry changed twice, and another one. */
async function aQueue(...steps: Step[]) {
	const device = await aDevice(...steps);
	const first = await record(device);
	const second = await record(device, { documentId: first._id, base: first.version });
	const other = await record(device);
	const ids = [first.version, second.version];
	return { device, first, other, ids };
}

const waiting = ({ db }: Device) =>
	db.outbox.orderBy('seq').toArray((rows) => rows.map(({ id, state }) => [id, state]));

describe('isStuck', () => {
	test.each([
		['what the server can’t read', { state: 'refused', refusal: MALFORMED }, true],
		['what a rule refused', { state: 'refused', refusal: { type: 'not-allowed' } }, false],
		['what waits', { state: 'waiting' }, false],
		['put off just now', { state: 'waiting', deferredSince: NOW - PATIENCE_MS + 1 }, false],
		['put off for an hour', { state: 'waiting', deferredSince: NOW - PATIENCE_MS }, true]
	] as const)('%s', (_name, row, expected) => {
		expect(isStuck(row, NOW)).toBe(expected);
	});

	test('counts from the first time it was put off', async () => {
		const deferredAt =
			(serverTime: number): Step =>
			({ mutations = [] }) => ({
				serverTime,
				results: mutations.map(({ id }) => ({ id, outcome: 'deferred' }))
			});
		const { device, first } = await aQueue(deferredAt(NOW), deferredAt(NOW + PATIENCE_MS));
		await device.sync();
		await device.sync();
		const row = await device.db.outbox.where('id').equals(first.version).first();
		expect(row).toMatchObject({ deferred: true, deferredSince: NOW });
	});
});

describe('discard', () => {
	test('takes the change and those built on it, and the screen shows what is left', async () => {
		const { device, first, other, ids } = await aQueue();
		expect((await builtOn(device.db, first.version)).map(({ id }) => id)).toEqual(ids);
		const discarded = await discard(device.db, SITI, { id: first.version, told: ids });
		expect(discarded).toEqual({ ok: true, value: 2 });
		expect(await waiting(device)).toEqual([[other.version, 'waiting']]);
		expect(await device.db.entries.toCollection().primaryKeys()).toEqual([other._id]);
	});

	test('of the last change leaves the earlier one', async () => {
		const { device, first, ids } = await aQueue();
		const [, last = ''] = ids;
		await discard(device.db, SITI, { id: last, told: [last] });
		expect(await device.db.entries.get(first._id)).toMatchObject({
			waiting: 1,
			entry: { version: first.version }
		});
	});

	test('takes nothing the person was not told of', async () => {
		const { device, first } = await aQueue();
		const discarded = await discard(device.db, SITI, { id: first.version, told: [first.version] });
		expect(discarded).toEqual({ ok: false, error: { type: 'more-than-told' } });
		expect(await waiting(device)).toHaveLength(3);
	});

	test('waits for the answer of what is on its way', async () => {
		const { device, first, ids } = await aQueue();
		await device.db.outbox.toCollection().modify({ state: 'sending' });
		const discarded = await discard(device.db, SITI, { id: first.version, told: ids });
		expect(discarded).toEqual({ ok: false, error: { type: 'on-its-way' } });
		expect(await waiting(device)).toHaveLength(3);
	});

	test('twice is once', async () => {
		const { device, first, ids } = await aQueue();
		await discard(device.db, SITI, { id: first.version, told: ids });
		expect(await discard(device.db, SITI, { id: first.version, told: ids })).toEqual({
			ok: true,
			value: 0
		});
	});
});

describe('retry', () => {
	test('sends a refused change again as it is, with those built on it', async () => {
		const { device, first, other, ids } = await aQueue();
		const [before] = await device.db.outbox.orderBy('seq').toArray();
		await device.db.outbox
			.toCollection()
			.modify({ state: 'refused', refusal: MALFORMED, refusedAt: NOW });
		await retry(device.db, SITI, first.version);
		expect(await waiting(device)).toEqual([
			...ids.map((id) => [id, 'waiting']),
			[other.version, 'refused']
		]);
		expect(await device.db.outbox.orderBy('seq').first()).toEqual(before);
		expect(await device.db.entries.get(first._id)).toMatchObject({ waiting: 2 });
	});
});

import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { DAY_MS } from '#lib/domain/day.ts';
import { entryId } from '#lib/domain/document.ts';
import { officeDocuments, scripted } from '#tests/support/answers.ts';
import { createDevice, type Device } from '#tests/support/device.ts';
import { aContent, aMutationId, NOW, SITI, someSettings, TODAY } from '#tests/support/factories.ts';
import { seededRandom } from '#tests/support/random.ts';
import { type Intention } from './mutate.ts';
import { entriesOn } from './entries.ts';
import { closeForGood } from './storage-failure.ts';

async function aDevice({ at = NOW } = {}) {
	const clock = { at, now: () => clock.at };
	const device = createDevice({
		nip: SITI,
		deviceId: 'device01',
		transport: scripted(),
		clock,
		random: seededRandom(7)
	});
	await device.hold(...officeDocuments());
	await device.meet('contact-1', NOW - 60_000);
	// meet() measured an offset against the clock of that moment; the tests want a clock that is right.
	await device.db.meta.put({
		key: 'clock',
		value: { offsetMs: 0, highestSeenAt: NOW - 60_000, jumped: false }
	});
	return Object.assign(device, { clock });
}

const aSubmission = (
	over: Partial<Extract<Intention, { kind: 'entry.submit' }>> = {}
): Intention => ({
	kind: 'entry.submit',
	documentId: entryId(SITI, TODAY, aMutationId()),
	base: null,
	content: aContent(),
	...over
});

const everything = async ({ db }: Device) => ({
	entries: await db.entries.toArray(),
	outbox: await db.outbox.toArray(),
	drafts: await db.drafts.toArray()
});

describe('mutate', () => {
	test('I2: what is recorded is on the screen and in the outbox at once', async () => {
		const device = await aDevice();
		const entry = await device.mutate(aSubmission());

		if (!entry.ok) throw new Error(entry.error.type);
		expect(await entriesOn(device.db, SITI, TODAY)).toMatchObject([
			{ status: 'submitted', waiting: 1, entry: entry.value }
		]);
		expect(await device.db.outbox.toArray()).toMatchObject([
			{
				seq: 1,
				id: entry.value.version,
				state: 'waiting',
				judged: { at: NOW, proven: true },
				contact: 'contact-1',
				contactAt: NOW - 60_000,
				mutation: { kind: 'entry.submit', recordedAt: NOW, base: null }
			}
		]);
	});

	test('the draft goes in the transaction that saves it', async () => {
		const device = await aDevice();
		await device.db.drafts.put({ key: 'new', content: {}, savedAt: NOW });
		await device.mutate(aSubmission(), { dropDraft: 'new' });
		expect(await device.db.drafts.count()).toBe(0);
	});

	test('what the rules refuse leaves nothing behind, and the draft stays', async () => {
		const device = await aDevice();
		await device.db.drafts.put({ key: 'new', content: {}, savedAt: NOW });
		const before = await everything(device);
		const refused = await device.mutate(aSubmission({ content: aContent({ endMinute: 1_380 }) }), {
			dropDraft: 'new'
		});
		expect(refused).toMatchObject({ ok: false, error: { type: 'in-future' } });
		expect(await everything(device)).toEqual(before);
	});

	test('an intention that is no mutation is refused by its paths', async () => {
		const device = await aDevice();
		const refused = await device.mutate(
			aSubmission({ content: { ...aContent(), startMinute: Number.NaN } })
		);
		expect(refused).toEqual({
			ok: false,
			error: { type: 'malformed', paths: ['content.startMinute'] }
		});
	});

	test.each([
		['entries', 'creating'],
		['outbox', 'creating'],
		['drafts', 'deleting']
	] as const)('when %s has no space while %s, nothing is half written', async (table, event) => {
		const device = await aDevice();
		await device.db.drafts.put({ key: 'new', content: 'typed', savedAt: NOW });
		const before = await everything(device);
		// Dexie types each event apart; the hook below fits all of them.
		device.db.table(table).hook(event as 'creating', () => {
			throw new DOMException('no space', 'QuotaExceededError');
		});
		const refused = await device.mutate(aSubmission(), { dropDraft: 'new' });
		expect(refused).toEqual({ ok: false, error: { type: 'storage-full' } });
		expect(await everything(device)).toEqual(before);
	});

	test('a database another tab has closed is told as a value', async () => {
		const device = await aDevice();
		closeForGood(device.db);
		expect(await device.mutate(aSubmission())).toEqual({
			ok: false,
			error: { type: 'storage-failed', detail: 'DatabaseClosedError' }
		});
	});

	test('a connection the browser dropped is opened again', async () => {
		const device = await aDevice();
		let failures = 1;
		device.db.entries.hook('creating', () => {
			if (failures-- > 0) throw new DOMException('connection lost', 'UnknownError');
		});
		expect(await device.mutate(aSubmission())).toMatchObject({ ok: true });
		expect(await device.db.outbox.count()).toBe(1);
	});

	test('I7: a second change builds on the first while both wait', async () => {
		const device = await aDevice();
		const first = await device.mutate(aSubmission());
		if (!first.ok) throw new Error(first.error.type);
		const { _id: documentId, version: base } = first.value;
		const content = aContent({ description: 'dilengkapi' });
		const second = await device.mutate({ kind: 'entry.submit', documentId, base, content });

		expect(second).toMatchObject({ ok: true, value: { content } });
		expect(await device.db.entries.get(documentId)).toMatchObject({ waiting: 2 });
		const rows = await device.db.outbox.orderBy('seq').toArray();
		expect(rows.map(({ mutation }) => mutation.base)).toEqual([null, base]);
		expect(rows[1]?.snapshot).toEqual(first.value);
	});

	test('a change of a version that is no longer shown is refused', async () => {
		const device = await aDevice();
		const first = await device.mutate(aSubmission());
		if (!first.ok) throw new Error(first.error.type);
		const refused = await device.mutate({
			kind: 'entry.withdraw',
			documentId: first.value._id,
			base: aMutationId()
		});
		expect(refused).toMatchObject({ ok: false, error: { type: 'version-moved' } });
	});

	test('emoji, right-to-left text and markup are kept as they are', async () => {
		const device = await aDevice();
		const description = `👩🏽‍🌾 شكرا <script>alert(1)</script> ${'\u{1F30A}'.repeat(1_950)}`;
		const entry = await device.mutate(aSubmission({ content: aContent({ description }) }));
		expect(entry).toMatchObject({ ok: true, value: { content: { description } } });
	});
});

describe('the time that counts (I12)', () => {
	test('a clock a day fast is corrected by the offset of the last contact', async () => {
		const device = await aDevice({ at: NOW + DAY_MS });
		await device.meet('contact-2', NOW);
		device.clock.at += 30_000;
		await device.mutate(aSubmission());
		expect(await device.db.outbox.toArray()).toMatchObject([
			{ judged: { at: NOW + 30_000, proven: true }, mutation: { recordedAt: NOW + 30_000 } }
		]);
	});

	test('a clock a day slow is corrected by the offset of the last contact', async () => {
		const device = await aDevice({ at: NOW - DAY_MS });
		await device.meet('contact-2', NOW);
		device.clock.at += 30_000;
		expect(await device.mutate(aSubmission())).toMatchObject({ ok: true });
		expect(await device.db.outbox.toArray()).toMatchObject([
			{ judged: { at: NOW + 30_000, proven: true }, mutation: { recordedAt: NOW + 30_000 } }
		]);
	});

	test('a jump forward looks like time that passed; going back from it is noticed', async () => {
		const device = await aDevice();
		device.clock.at = NOW + DAY_MS;
		await device.mutate(aSubmission());
		device.clock.at = NOW + 60_000;
		await device.mutate(aSubmission());
		const [ahead, back] = await device.db.outbox.orderBy('seq').toArray();
		expect(ahead).toMatchObject({ judged: { at: NOW + DAY_MS, proven: true } });
		expect(ahead?.mutation).not.toHaveProperty('clockJumped');
		expect(back).toMatchObject({ judged: { proven: false }, mutation: { clockJumped: true } });
	});

	test('a clock set back after the deadline makes the time unproven', async () => {
		const device = await aDevice();
		await device.mutate(aSubmission());
		device.clock.at = NOW - DAY_MS;
		await device.mutate(aSubmission({ documentId: entryId(SITI, '2026-11-22', aMutationId()) }));
		const [, row] = await device.db.outbox.orderBy('seq').toArray();
		expect(row).toMatchObject({ judged: { proven: false }, mutation: { clockJumped: true } });
	});

	test('the jump is remembered after a restart, until the next contact', async () => {
		const device = await aDevice();
		await device.mutate(aSubmission());
		device.clock.at = NOW - DAY_MS;
		await device.mutate(aSubmission({ documentId: entryId(SITI, '2026-11-22', aMutationId()) }));
		device.restart();
		device.clock.at = NOW + 60_000;
		await device.mutate(aSubmission());
		await device.meet('contact-2', NOW + 60_000);
		await device.mutate(aSubmission());
		const rows = await device.db.outbox.orderBy('seq').toArray();
		expect(rows.map(({ judged }) => judged.proven)).toEqual([true, false, false, true]);
	});

	test('beyond the trusted days without a contact the time is unproven, and nothing is refused', async () => {
		const device = await aDevice();
		device.clock.at = NOW + 8 * DAY_MS;
		expect(await device.mutate(aSubmission())).toMatchObject({ ok: true });
		expect(await device.db.outbox.toArray()).toMatchObject([{ judged: { proven: false } }]);
	});

	test('the trusted days are those of the settings in force', async () => {
		const device = await aDevice();
		await device.hold(someSettings({ offlineTrustDays: 30 }));
		device.clock.at = NOW + 3 * DAY_MS;
		await device.mutate(aSubmission());
		device.clock.at = NOW + 20 * DAY_MS;
		const late = await device.mutate(aSubmission());
		expect(late).toMatchObject({ ok: false, error: { type: 'window-closed' } });
		expect(await device.db.outbox.toArray()).toMatchObject([{ judged: { proven: true } }]);
	});
});

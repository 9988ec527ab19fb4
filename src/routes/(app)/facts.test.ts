import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { directoryOf } from '#lib/db/people.ts';
import { readTimeKnown } from '#lib/db/time-known.ts';
import { correctedNow } from '#lib/db/clock.ts';
import { DAY_MS, dayOf } from '#lib/domain/day.ts';
import { entryId } from '#lib/domain/document.ts';
import { type Doubt } from '#lib/domain/judged-time.ts';
import { officeDocuments, scripted } from '#tests/support/answers.ts';
import { createDevice } from '#tests/support/device.ts';
import { aContent, aMutationId, NOW, SITI, someSettings } from '#tests/support/factories.ts';
import { seededRandom } from '#tests/support/random.ts';
import { doubtNow, factsNow } from './facts.ts';

async function aDevice() {
	const clock = { at: NOW, now: () => clock.at };
	const device = createDevice({
		nip: SITI,
		deviceId: 'device01',
		transport: scripted(),
		clock,
		random: seededRandom(7)
	});
	await device.hold(...officeDocuments());

	const now = async () => correctedNow((await readTimeKnown(device.db)).clock, clock.at);

	/** What the screen says before the person saves. */
	async function screen() {
		const at = await now();
		const [directory, time] = await Promise.all([directoryOf(device.db), readTimeKnown(device.db)]);
		const date = dayOf(at, 'WITA');
		const facts = factsNow(directory, { actor: SITI, owner: SITI, date, now: at, time });
		return { judged: facts.judged, doubt: doubtNow(directory, { actor: SITI, now: at, time }) };
	}

	/** What is written when he does. */
	async function save() {
		const documentId = entryId(SITI, dayOf(await now(), 'WITA'), aMutationId());
		const content = aContent();
		const saved = await device.mutate({ kind: 'entry.submit', documentId, base: null, content });
		if (!saved.ok) throw new Error(saved.error.type);
		return (await device.db.outbox.orderBy('seq').last())?.judged;
	}
	return Object.assign(device, { clock, screen, save });
}

type OnDevice = Awaited<ReturnType<typeof aDevice>>;

const meet = (device: OnDevice) => device.meet('contact-1', NOW);

const CASES: [string, (device: OnDevice) => Promise<unknown>, Doubt | undefined][] = [
	['soon after a contact', meet, undefined],
	['with a clock that is wrong but steady', (device) => meetWith(device, -3 * DAY_MS), undefined],
	['never having met the server', () => Promise.resolve(), 'no-contact'],
	['after the clock went back', (device) => afterwards(device, -DAY_MS), 'clock-jumped'],
	['within the trusted days', (device) => afterwards(device, 7 * DAY_MS), undefined],
	['beyond the trusted days', (device) => afterwards(device, 8 * DAY_MS), 'long-offline'],
	['where more days are trusted', trustedFor30Days, undefined],
	['after something recorded later', recordedLater, 'before-what-was-known'],
	['after a jump that was forgiven', jumpedAndMet, undefined]
];

async function meetWith(device: OnDevice, offMs: number) {
	device.clock.at += offMs;
	await meet(device);
}

async function afterwards(device: OnDevice, laterMs: number) {
	await meet(device);
	device.clock.at += laterMs;
}

async function trustedFor30Days(device: OnDevice) {
	await device.hold(someSettings({ offlineTrustDays: 30 }));
	await afterwards(device, 20 * DAY_MS);
}

/** A step back too small to be noticed as one, from a moment too near to the contact to be written down. */
async function recordedLater(device: OnDevice) {
	await afterwards(device, 59_000);
	await device.save();
	device.clock.at = NOW - 100_000;
}

async function jumpedAndMet(device: OnDevice) {
	await afterwards(device, -DAY_MS);
	await device.save();
	await device.meet('contact-2', NOW + 60_000);
}

describe('the screen says beforehand what is written (I12)', () => {
	test.each(CASES)('%s', async (_when, happen, doubt) => {
		const device = await aDevice();
		await happen(device);
		const said = await device.screen();
		expect(said.doubt?.doubt).toBe(doubt);
		expect(said.judged.proven).toBe(doubt === undefined);
		expect(await device.save()).toEqual(said.judged);
	});

	test('whole days without a contact are counted', async () => {
		const device = await aDevice();
		await afterwards(device, 9.5 * DAY_MS);
		expect((await device.screen()).doubt?.daysOffline).toBe(9);
	});
});

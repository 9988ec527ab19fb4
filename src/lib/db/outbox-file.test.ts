import { describe, expect, test, vi } from 'vitest';
import { entryId } from '#lib/domain/document.ts';
import { officeDocuments, scripted } from '#tests/support/answers.ts';
import { createDevice, type Device } from '#tests/support/device.ts';
import { aContent, aMutationId, BUDI, NOW, SITI, TODAY } from '#tests/support/factories.ts';
import { seededRandom } from '#tests/support/random.ts';
import { digestOf } from '../protocol/outbox-file.ts';
import { exportOutbox, importOutbox } from './outbox-file.ts';

let made = 0;

async function aDevice(nip = SITI) {
	made += 1;
	const device = createDevice({
		nip,
		deviceId: 'device01',
		transport: scripted(),
		clock: { now: () => NOW },
		random: seededRandom(made)
	});
	await device.hold(...officeDocuments());
	await device.meet('time.signature', NOW);
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

async function fileOf({ db }: Device, person = SITI): Promise<string> {
	const text = await exportOutbox(db, { person, deviceId: 'device01', now: NOW });
	if (!text.ok) throw new Error(text.error.type);
	return text.value;
}

const rows = ({ db }: Device) => db.outbox.orderBy('seq').toArray();

describe('a file of the outbox', () => {
	test('brings everything to another device, in order, and leaves it here', async () => {
		const broken = await aDevice();
		const first = await record(broken);
		const second = await record(broken, { documentId: first._id, base: first.version });
		const fresh = await aDevice();
		expect(await importOutbox(fresh.db, SITI, await fileOf(broken))).toEqual({
			ok: true,
			value: { added: 2, known: 0 }
		});
		expect((await rows(fresh)).map(({ id, state }) => [id, state])).toEqual([
			[first.version, 'waiting'],
			[second.version, 'waiting']
		]);
		expect(await fresh.db.entries.get(first._id)).toMatchObject({ waiting: 2 });
		expect(await rows(broken)).toHaveLength(2);
	});

	test('carries what proves the time, the token with its device', async () => {
		const broken = await aDevice();
		await record(broken);
		const receipt = { judgedAt: NOW, receivedAt: NOW, proven: true, signature: 'signed' };
		await broken.db.outbox.toCollection().modify({ receipt });
		const fresh = await aDevice();
		await importOutbox(fresh.db, SITI, await fileOf(broken));
		const [before] = await rows(broken);
		const carried = { ...before, contact: 'time.signature.device01' };
		expect(await rows(fresh)).toEqual([carried]);
		// Carried once more, it keeps the device it was given to.
		await importOutbox((await aDevice()).db, SITI, await fileOf(fresh));
		const { content } = JSON.parse(await fileOf(fresh)) as { content: string };
		expect(JSON.parse(content)).toMatchObject({ items: [{ contact: 'time.signature.device01' }] });
	});

	test('takes in nothing twice: neither what waits, nor what was sent, nor what the server has', async () => {
		const broken = await aDevice();
		const [waiting, sent, delivered] = [
			await record(broken),
			await record(broken),
			await record(broken)
		];
		const file = await fileOf(broken);
		const fresh = await aDevice();
		await importOutbox(fresh.db, SITI, file);
		const [, sentRow, deliveredRow] = await rows(fresh);
		await fresh.db.outbox.bulkDelete([sentRow!.seq, deliveredRow!.seq]);
		await fresh.db.sent.put({
			id: sent.version,
			documentId: sent._id,
			mutation: { ...sentRow!.mutation, seq: 2 },
			judged: sentRow!.judged,
			sentAt: NOW
		});
		await fresh.db.entries.delete(sent._id);

		expect(await importOutbox(fresh.db, SITI, file)).toEqual({
			ok: true,
			value: { added: 0, known: 3 }
		});
		expect((await rows(fresh)).map(({ id }) => id)).toEqual([waiting.version]);
		expect(delivered.history.map(({ id }) => id)).toEqual([delivered.version]);
	});

	test('a refused one stays refused', async () => {
		const broken = await aDevice();
		await record(broken);
		const refusal = { type: 'not-allowed' } as const;
		await broken.db.outbox.toCollection().modify({ state: 'refused', refusal, refusedAt: NOW });
		const fresh = await aDevice();
		await importOutbox(fresh.db, SITI, await fileOf(broken));
		expect(await rows(fresh)).toMatchObject([{ state: 'refused', refusal, refusedAt: NOW }]);
		expect(await fresh.db.entries.count()).toBe(0);
	});
});

describe('a file that is refused changes nothing', () => {
	async function refusedBy(file: string | Promise<string>, person = SITI) {
		const fresh = await aDevice(person);
		const imported = await importOutbox(fresh.db, person, await file);
		expect(await rows(fresh)).toEqual([]);
		return imported.ok ? undefined : imported.error.type;
	}

	async function aFile(): Promise<string> {
		const broken = await aDevice();
		await record(broken);
		return fileOf(broken);
	}

	async function withContent(change: (content: string) => string): Promise<string> {
		const file = JSON.parse(await aFile()) as { content: string };
		const content = change(file.content);
		return JSON.stringify({ ...file, content, digest: await digestOf(content) });
	}

	test.each(['', 'a letter', '{}', '[1]', 'null'])('not ours: %s', async (text) => {
		expect(await refusedBy(text)).toBe('not-an-outbox');
	});

	test('of another person', async () => {
		expect(await refusedBy(aFile(), BUDI)).toBe('another-person');
	});

	test('changed on its way', async () => {
		const file = JSON.parse(await aFile()) as { content: string };
		const content = file.content.replace('entry.submit', 'entry.Submit');
		expect(await refusedBy(JSON.stringify({ ...file, content }))).toBe('damaged');
	});

	test('of a newer version', async () => {
		const file = JSON.parse(await aFile()) as object;
		expect(await refusedBy(JSON.stringify({ ...file, version: 2 }))).toBe('newer-file');
	});

	test('with something in it this app could not have written', async () => {
		const file = withContent((content) => content.replace('entry.submit', 'entry.erase'));
		expect(await refusedBy(file)).toBe('not-an-outbox');
	});
});

test('at an address without https the person is told so, and nothing is touched', async () => {
	const { db } = await aDevice();
	vi.stubGlobal('crypto', {});
	const made = await exportOutbox(db, { person: SITI, deviceId: 'device01', now: NOW });
	const taken = await importOutbox(db, SITI, '{}');
	vi.unstubAllGlobals();
	const refused = { ok: false, error: { type: 'insecure-address' } };
	expect([made, taken]).toEqual([refused, refused]);
});

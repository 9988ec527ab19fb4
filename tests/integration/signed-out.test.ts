/** A session that ends while a long queue is being delivered, over HTTP. */
import { expect, test } from 'vitest';
import { entryId } from '#lib/domain/document.ts';
import { Entry } from '#lib/domain/entry.ts';
import { newUlid } from '#lib/domain/ulid.ts';
import { waitingCount } from '#lib/db/outbox.ts';
import { MAX_MUTATIONS } from '#lib/protocol/sync.ts';
import { aContent, SITI, TODAY } from '#tests/support/factories.ts';
import { PASSWORD, withOfficeServer } from '#tests/support/office-server.ts';
import { onlineDevice, type OnlineDevice } from '#tests/support/online-device.ts';

const COUNT = MAX_MUTATIONS + 30;

async function recordMany({ tools, mutate }: OnlineDevice): Promise<string[]> {
	const ids: string[] = [];
	for (let index = 0; index < COUNT; index += 1) {
		const documentId = entryId(SITI, TODAY, newUlid(tools.now(), tools.random));
		const content = aContent({ startMinute: index, endMinute: index + 1, effectiveMinutes: 1 });
		const done = await mutate({ kind: 'entry.submit', documentId, base: null, content });
		if (!done.ok) throw new Error(`refused: ${done.error.type}`);
		ids.push(done.value.version);
	}
	return ids;
}

test('I1, I3: signed out in the middle of a long queue, the rest waits and goes once after the next sign-in', () =>
	withOfficeServer(async ({ url, clock, work }) => {
		const device = onlineDevice(SITI, () => url, { now: () => clock.now });
		const elsewhere = onlineDevice(SITI, () => url, { now: () => clock.now });
		await device.signIn(PASSWORD);
		await elsewhere.signIn(PASSWORD);
		await device.sync();
		const ids = await recordMany(device);

		// The first request is answered; the second finds that the person has signed out everywhere else.
		device.beforeSync(2, () => elsewhere.endOthers());
		expect(await device.sync()).toMatchObject({ ok: false, error: { type: 'signed-out' } });
		expect(await device.db.sent.count()).toBe(MAX_MUTATIONS);
		expect(await waitingCount(device.db)).toBe(COUNT - MAX_MUTATIONS);
		// Nothing goes by itself.
		expect(await device.sync()).toMatchObject({ ok: false, error: { type: 'signed-out' } });
		expect(await waitingCount(device.db)).toBe(COUNT - MAX_MUTATIONS);

		clock.now += 1_000;
		await device.signIn(PASSWORD);
		expect(await device.sync()).toMatchObject({ ok: true, value: { complete: true } });
		expect(await device.db.outbox.count()).toBe(0);
		const stored = (await work.database.withPrefix('p')).flatMap(
			(document) => Entry.parse(document).history
		);
		expect(stored.map(({ id }) => id).sort()).toEqual(ids.sort());
		expect((await device.db.sent.toArray()).map(({ id }) => id).sort()).toEqual(ids);
	}));

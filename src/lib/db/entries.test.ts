import { describe, expect, test } from 'vitest';
import { addDays } from '#lib/domain/day.ts';
import { entryId, positionId } from '#lib/domain/document.ts';
import { type Entry } from '#lib/domain/entry.ts';
import { type EntryContent } from '#lib/domain/entry-content.ts';
import { asStored, officeDocuments, scripted } from '#tests/support/answers.ts';
import { createDevice, type Device } from '#tests/support/device.ts';
import {
	aMutationId,
	anEntry,
	aSupervision,
	BUDI,
	definitive,
	NOW,
	RATNA,
	SITI,
	TODAY
} from '#tests/support/factories.ts';
import { seededRandom } from '#tests/support/random.ts';
import { entriesBetween, entriesOn, recentActivities, returnedOf, reviewQueue } from './entries.ts';
import { directoryOf, personOf, subordinatesOf } from './people.ts';
import { rebuild, rebuildAfterUpdate } from './rebuild.ts';

async function aDevice(...entries: Entry[]) {
	const device = createDevice({
		nip: BUDI,
		deviceId: 'device01',
		transport: scripted(),
		clock: { now: () => NOW },
		random: seededRandom(9)
	});
	await device.hold(...officeDocuments());
	await show(device, ...entries);
	return device;
}

async function show(device: Device, ...entries: Entry[]) {
	await device.hold(...entries.map((entry) => asStored(entry)));
	const ids = entries.map(({ _id }) => _id);
	await device.db.transaction('rw', device.db.tables, async () => rebuild(device.db, BUDI, ids));
}

function entryOf(owner: string, over: Partial<EntryContent> & { date?: string } = {}): Entry {
	const { date = TODAY, ...content } = over;
	return { ...anEntry(content), _id: entryId(owner, date, aMutationId()) };
}

describe('entries of a person', () => {
	test('of one day come by start, without those of others', async () => {
		const late = entryOf(SITI, { startMinute: 540, endMinute: 600 });
		const early = entryOf(SITI);
		const { db } = await aDevice(
			late,
			early,
			entryOf(RATNA),
			entryOf(SITI, { date: '2026-11-23' })
		);
		const rows = await entriesOn(db, SITI, TODAY);
		expect(rows.map(({ id }) => id)).toEqual([early._id, late._id]);
	});

	test('of several days include the first and the last', async () => {
		const days = ['2026-11-20', '2026-11-23', TODAY, '2026-11-25'];
		const { db } = await aDevice(...days.map((date) => entryOf(SITI, { date })));
		const rows = await entriesBetween(db, SITI, { from: '2026-11-23', to: TODAY });
		expect(rows.map(({ date }) => date)).toEqual(['2026-11-23', TODAY]);
	});

	test('returned ones are listed for correction', async () => {
		const returned: Entry = { ...entryOf(SITI), status: 'returned' };
		const { db } = await aDevice(returned, entryOf(SITI));
		expect((await returnedOf(db, SITI)).map(({ id }) => id)).toEqual([returned._id]);
	});
});

describe('recent activities', () => {
	test('each once, the newest first, as it was the last time, with the norm of the post', async () => {
		const letters = { activity: { code: 'S1', name: 'Mengetik surat' }, unit: 'surat' };
		const { db, hold } = await aDevice(
			entryOf(SITI, { date: '2026-11-20', ...letters, effectiveMinutes: 30 }),
			entryOf(SITI, {
				date: '2026-11-23',
				...letters,
				quantity: 3,
				endMinute: 500,
				effectiveMinutes: 15
			}),
			entryOf(SITI)
		);
		const post = { _id: positionId('staf'), schema: 1, name: 'Staf' };
		const activity = { code: 'S1', name: 'Mengetik surat', unit: 'surat', standardMinutes: 15 };
		await hold(asStored({ ...post, activities: [activity] }));

		expect(await recentActivities(db, SITI, 5)).toEqual([
			{ code: null, name: 'Menyusun laporan', unit: 'laporan', lastMinutes: 60, lastQuantity: 1 },
			{ ...activity, lastMinutes: 20, lastQuantity: 3 }
		]);
		expect(await recentActivities(db, SITI, 1)).toHaveLength(1);
	});
});

describe('the reviewer', () => {
	test('sees what his people handed in, the oldest first, and nothing of his own', async () => {
		const older = entryOf(SITI, { date: addDays(TODAY, -2) });
		const newer = entryOf(SITI);
		const approved: Entry = { ...entryOf(SITI), status: 'approved' };
		const { db } = await aDevice(newer, older, approved, entryOf(BUDI), entryOf(RATNA));
		const queue = await reviewQueue(db, BUDI, TODAY);
		expect(queue.map(({ id }) => id)).toEqual([older._id, newer._id]);
	});

	test('keeps in sight what he supervised on its date after his people got another supervisor', async () => {
		const entry = entryOf(SITI, { date: addDays(TODAY, -2) });
		const { db, hold } = await aDevice(entry, entryOf(SITI));
		const before = { ...definitive(BUDI), validTo: addDays(TODAY, -1) };
		await hold(asStored(aSupervision(SITI, [before, { ...definitive(RATNA), validFrom: TODAY }])));
		expect((await reviewQueue(db, BUDI, TODAY)).map(({ id }) => id)).toEqual([entry._id]);
	});

	test('knows his people', async () => {
		const { db } = await aDevice();
		expect((await subordinatesOf(db, BUDI, TODAY)).map(({ nip }) => nip)).toEqual([SITI]);
		expect(await personOf(db, SITI)).toMatchObject({ name: 'Siti Contoh' });
	});
});

describe('documents this version cannot read', () => {
	test('a card in another shape is unknown, the others stay known', async () => {
		const { db, hold } = await aDevice();
		await hold(asStored({ _id: `t${SITI}:person`, schema: 7, nama: 'Siti' }));
		const directory = await directoryOf(db);
		expect(directory.person(SITI)).toBeUndefined();
		expect(directory.person(BUDI)).toMatchObject({ nip: BUDI });
	});

	test('an entry of a newer schema is read after the update, once', async () => {
		const device = await aDevice();
		const entry = asStored(anEntry());
		// As an older program left it: stored, not shown.
		await device.hold(entry);
		await rebuildAfterUpdate(device.db, BUDI);
		expect(await device.db.entries.get(entry._id)).toMatchObject({ status: 'submitted' });
		await device.db.entries.clear();
		await rebuildAfterUpdate(device.db, BUDI);
		expect(await device.db.entries.count()).toBe(0);
	});
});

import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { entriesBetween } from '#lib/db/entries.ts';
import { mutateMany } from '#lib/db/mutate-many.ts';
import { addDays } from '#lib/domain/day.ts';
import { entryId } from '#lib/domain/document.ts';
import { officeDocuments, scripted } from '#tests/support/answers.ts';
import { createDevice } from '#tests/support/device.ts';
import {
	aCalendar,
	aContent,
	aDirectory,
	aMutationId,
	NOW,
	SITI,
	someFacts,
	TODAY
} from '#tests/support/factories.ts';
import { seededRandom } from '#tests/support/random.ts';
import { firstOpenDay } from '#lib/domain/open-days.ts';
import { copyDays, copyTo } from './copies.ts';

const WEEK = [addDays(TODAY, -1), addDays(TODAY, -4), addDays(TODAY, -5)] as const;
const AT_EIGHT = aContent({ startMinute: 480, endMinute: 540 });

async function aDevice() {
	const device = createDevice({
		nip: SITI,
		deviceId: 'device01',
		transport: scripted(),
		clock: { now: () => NOW },
		random: seededRandom(7)
	});
	await device.hold(...officeDocuments());
	await device.meet('contact-1', NOW);
	const { db, tools } = device;
	return {
		db,
		mutateMany: (intentions: Parameters<typeof mutateMany>[2]) =>
			mutateMany(db, { tools, actor: SITI }, intentions),
		newEntryId: (date: string) => entryId(SITI, date, aMutationId()),
		rows: () => entriesBetween(db, SITI, { from: addDays(TODAY, -20), to: TODAY })
	};
}

type OnDevice = Awaited<ReturnType<typeof aDevice>>;

const days = async (
	device: OnDevice,
	{ content = AT_EIGHT, facts = someFacts(), ownDay = '2026-01-01' } = {}
) =>
	copyDays({
		content,
		ownDay,
		from: firstOpenDay(facts, NOW),
		rows: await device.rows(),
		facts,
		now: NOW
	});

const names = (list: readonly { mark: { day: string } }[]) => list.map(({ mark }) => mark.day);

describe('copyDays', () => {
	test('are the open days but its own, in their order, workdays apart from others', async () => {
		const facts = someFacts({}, { directory: aDirectory({ calendar: aCalendar(['2026-11-23']) }) });
		const found = await days(await aDevice(), { facts, ownDay: TODAY });
		const open = [...names(found.workdays), ...names(found.daysOff)];
		expect(open.toSorted()[0]).toBe(firstOpenDay(facts, NOW));
		expect(open).not.toContain(TODAY);
		expect(names(found.daysOff)).toEqual(
			['2026-11-21', '2026-11-22', '2026-11-23'].slice(-found.daysOff.length)
		);
		expect(found.daysOff.at(-1)?.mark.dayOff).toBe('Libur');
	});

	test('what stands there at that time is shown, and refuses nothing', async () => {
		const device = await aDevice();
		const other = aContent({
			startMinute: 500,
			endMinute: 600,
			activity: { code: null, name: 'Rapat' }
		});
		await copyTo(device, other, [WEEK[0]]);
		await copyTo(device, AT_EIGHT, [TODAY]);
		const { workdays } = await days(device);
		expect(workdays.at(-2)).toMatchObject({
			mark: { day: WEEK[0], minutes: 60 },
			overlapping: { entry: { content: other } },
			refusal: undefined
		});
		expect(workdays.at(-2)?.sameWork).toBeUndefined();
		expect(workdays.at(-1)).toMatchObject({ sameWork: { date: TODAY }, refusal: undefined });
	});

	test('what ends in the future is refused beforehand, today alone', async () => {
		const content = aContent({ startMinute: 600, endMinute: 660 });
		const { workdays } = await days(await aDevice(), { content });
		expect(workdays.map(({ refusal }) => refusal?.type)).toEqual([
			...workdays.slice(1).map(() => undefined),
			'in-future'
		]);
	});
});

describe('copyTo', () => {
	test('each day gets an entry of its own, and the one refused is told apart', async () => {
		const device = await aDevice();
		const tooOld = addDays(TODAY, -60);
		const done = await copyTo(device, AT_EIGHT, [TODAY, tooOld, WEEK[0]]);
		expect(done).toMatchObject({
			ok: true,
			value: [
				{ day: TODAY, refusal: undefined },
				{ day: tooOld, refusal: { type: 'window-closed' } },
				{ day: WEEK[0], refusal: undefined }
			]
		});
		const rows = await device.rows();
		expect(rows.map(({ date, entry }) => [date, entry.content])).toEqual([
			[WEEK[0], AT_EIGHT],
			[TODAY, AT_EIGHT]
		]);
		expect(await device.db.outbox.count()).toBe(2);
	});

	test('a storage that ends in the middle leaves none of them', async () => {
		const device = await aDevice();
		let puts = 0;
		device.db.entries.hook('creating', () => {
			puts += 1;
			if (puts === 2) throw new DOMException('full', 'QuotaExceededError');
		});
		const done = await copyTo(device, AT_EIGHT, [TODAY, WEEK[0], addDays(TODAY, -2)]);
		expect(done).toEqual({ ok: false, error: { type: 'storage-full' } });
		expect(await device.db.outbox.count()).toBe(0);
		expect(await device.db.entries.count()).toBe(0);
	});
});

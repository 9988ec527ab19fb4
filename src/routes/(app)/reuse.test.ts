import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { minuteOf } from '#lib/domain/day.ts';
import { type EntryContent } from '#lib/domain/entry-content.ts';
import { entryId, positionId } from '#lib/domain/document.ts';
import { officeDocuments, scripted, asStored } from '#tests/support/answers.ts';
import { createDevice } from '#tests/support/device.ts';
import { aContent, aMutationId, NOW, SITI, TODAY } from '#tests/support/factories.ts';
import { seededRandom } from '#tests/support/random.ts';
import { saveDraft } from '#lib/db/drafts.ts';
import { ok } from '#lib/domain/result.ts';
import { NEW_DRAFT } from './catat/draft.ts';
import { recordAgain } from './reuse.ts';

async function aSession() {
	const device = createDevice({
		nip: SITI,
		deviceId: 'device01',
		transport: scripted(),
		clock: { now: () => NOW },
		random: seededRandom(7)
	});
	await device.hold(...officeDocuments());
	const activities = [
		{ code: 'K1', name: 'Menyusun laporan', unit: 'laporan', standardMinutes: 25 }
	];
	await device.hold(asStored({ _id: positionId('staf'), schema: 1, name: 'Staf', activities }));
	const { db } = device;
	return {
		device,
		db,
		nip: SITI,
		now: () => NOW,
		today: () => TODAY,
		zone: () => 'WITA' as const,
		newEntryId: (date: string) => entryId(SITI, date, aMutationId()),
		saveDraft: async (key: string, content: unknown) =>
			ok(await saveDraft(db, key, { content, now: NOW }))
	};
}

async function again(content: EntryContent, taken?: [number, number]) {
	const session = await aSession();
	if (taken) {
		const [startMinute, endMinute] = taken;
		await session.device.mutate({
			kind: 'entry.submit',
			documentId: session.newEntryId(TODAY),
			base: null,
			content: aContent({ startMinute, endMinute, effectiveMinutes: endMinute - startMinute })
		});
	}
	expect(await recordAgain(session, { _id: COPIED, content })).toMatchObject({ ok: true });
	return (await session.db.drafts.get(NEW_DRAFT))?.content;
}

const COPIED = entryId(SITI, '2026-11-20', aMutationId());
const WORK = aContent({
	startMinute: 840,
	endMinute: 900,
	activity: { code: 'K1', name: 'Menyusun laporan' },
	description: 'Laporan mingguan',
	quantity: 2,
	effectiveMinutes: 40,
	target: 'Laporan tepat waktu',
	evidence: 'https://contoh.go.id/laporan',
	note: 'Dengan bagan'
});

test('everything but the evidence is there, for today, in the next free time for as long', async () => {
	expect(await again(WORK, [480, 510])).toMatchObject({
		date: TODAY,
		base: '',
		activityCode: 'K1',
		standardMinutes: 25,
		start: '08:30',
		end: '09:30',
		quantity: '2',
		unit: 'laporan',
		effective: '40',
		description: 'Laporan mingguan',
		target: 'Laporan tepat waktu',
		evidence: '',
		note: 'Dengan bagan',
		copiedName: 'Menyusun laporan',
		copiedOn: '2026-11-20'
	});
});

test('it is a new entry each time', async () => {
	const ulids = [await again(WORK), await again(WORK)].map(
		(draft) => (draft as { ulid: string }).ulid
	);
	expect(new Set(ulids).size).toBe(2);
});

test('minutes that no longer fit are calculated anew, and nothing ends in the future', async () => {
	const busyUntil = minuteOf(NOW, 'WITA') - 20;
	expect(await again(WORK, [480, busyUntil])).toMatchObject({
		start: '09:40',
		end: '10:00',
		effective: ''
	});
});

test('work past midnight is suggested within today', async () => {
	const draft = await again(aContent({ startMinute: 1_380, endMinute: 1_500 }));
	expect(draft).toMatchObject({ isNextDay: false, start: '08:00', end: '10:00' });
});

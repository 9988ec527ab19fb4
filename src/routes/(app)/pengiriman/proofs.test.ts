import { expect, test } from 'vitest';
import { DAY_MS } from '#lib/domain/day.ts';
import { entryId } from '#lib/domain/document.ts';
import { applied, officeDocuments, scripted } from '#tests/support/answers.ts';
import { createDevice } from '#tests/support/device.ts';
import { aContent, aMutationId, NOW, SITI, TODAY } from '#tests/support/factories.ts';
import { seededRandom } from '#tests/support/random.ts';
import { proofsByDay } from './proofs.ts';

test('each day tells how many of its changes arrived, the last change first', async () => {
	const clock = { at: NOW - DAY_MS, now: () => clock.at };
	const device = createDevice({
		nip: SITI,
		deviceId: 'device01',
		transport: scripted(({ mutations = [] }) => ({
			serverTime: NOW - DAY_MS,
			results: mutations.map(({ id }) => applied(id))
		})),
		clock,
		random: seededRandom(4)
	});
	await device.hold(...officeDocuments());
	await device.meet('contact', clock.at);
	const record = async () => {
		const content = aContent({ startMinute: 1, endMinute: 2, effectiveMinutes: 1 });
		const documentId = entryId(SITI, '2026-11-23', aMutationId());
		const entry = await device.mutate({ kind: 'entry.submit', documentId, base: null, content });
		if (!entry.ok) throw new Error(entry.error.type);
		return entry.value;
	};
	const yesterday = await record();
	await device.sync();
	clock.at = NOW;
	const refused = await record();
	const refusal = { type: 'not-allowed' } as const;
	await device.db.outbox.toCollection().modify({ state: 'refused', refusal });
	clock.at = NOW + 60_000;
	const waiting = await record();

	const days = await proofsByDay(device.db, 'WITA');
	expect(
		days.map(({ day, arrived, proofs }) => [
			day,
			arrived,
			proofs.map(({ row, state }) => [row.id, state])
		])
	).toEqual([
		[
			TODAY,
			0,
			[
				[waiting.version, 'waiting'],
				[refused.version, 'refused']
			]
		],
		['2026-11-23', 1, [[yesterday.version, 'arrived']]]
	]);
});

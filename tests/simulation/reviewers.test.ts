/** Two supervisors, both entitled, decide on the same work while neither has a line. */
import { expect, test } from 'vitest';
import { dayOf, minuteOf } from '#lib/domain/day.ts';
import { entryId, supervisionId } from '#lib/domain/document.ts';
import { Entry } from '#lib/domain/entry.ts';
import { newUlid } from '#lib/domain/ulid.ts';
import { type Intention, mutate } from '#lib/db/mutate.ts';
import { refusedRows } from '#lib/db/outbox.ts';
import { aContent, aSupervision, BUDI, definitive, RATNA, SITI } from '#tests/support/factories.ts';
import { note } from './actions.ts';
import { checkAtRest } from './checks.ts';
import { type Device, World } from './world.ts';

async function decide(world: World, device: Device, intention: Intention): Promise<string> {
	const person = { tools: world.tools(device), actor: device.nip };
	const done = await mutate(device.db, person, { intention });
	if (!done.ok) throw new Error(`refused: ${done.error.type}`);
	await note(device, done.value);
	return done.value.version;
}

/** From today on Ratna acts for Budi; who supervised on the day of the work may decide on it too. */
async function ratnaTakesOver(world: World): Promise<void> {
	const id = supervisionId(SITI);
	const { _rev } = (await world.database.read([id])).get(id) ?? {};
	const validFrom = dayOf(world.now, 'WITA');
	const acting = { supervisor: RATNA, kind: 'ACTING', validFrom } as const;
	const next = { ...aSupervision(SITI, [definitive(BUDI), acting]), _rev: _rev ?? '' };
	expect(await world.database.write([next])).toMatchObject([{ ok: true }]);
}

async function twoReviewers() {
	const world = new World(1);
	await world.start();
	const deviceOf = (nip: string) => world.devices.find((device) => device.nip === nip) as Device; // of start()
	const [siti, budi, ratna] = [deviceOf(SITI), deviceOf(BUDI), deviceOf(RATNA)];
	await world.settle();
	const end = minuteOf(world.now, 'WITA');
	const documentId = entryId(SITI, dayOf(world.now, 'WITA'), newUlid(world.now, world.random));
	const content = aContent({ startMinute: end - 1, endMinute: end, effectiveMinutes: 1 });
	const base = await decide(world, siti, {
		kind: 'entry.submit',
		documentId,
		base: null,
		content
	});
	await world.sync(siti);
	world.pass(24 * 60);
	await ratnaTakesOver(world);
	await world.settle();
	return { world, siti, budi, ratna, work: { documentId, base } };
}

test.each(['budi', 'ratna'] as const)(
	'I6, I13: two supervisors decide on the same work offline; %s arrives first and stands, the other is told, nothing is lost',
	async (winner) => {
		const { world, siti, work, ...reviewers } = await twoReviewers();
		const loser = winner === 'budi' ? 'ratna' : 'budi';
		const [first, second] = [reviewers[winner], reviewers[loser]];
		const approved = await decide(world, first, { kind: 'review.approve', ...work });
		const reason = 'Mohon dilengkapi';
		const returned = await decide(world, second, { kind: 'review.return', ...work, reason });
		for (const device of [first, second, siti, first]) expect(await world.sync(device)).toBe(true);

		const stored = (await world.database.read([work.documentId])).get(work.documentId);
		const entry = Entry.parse(stored);
		expect(entry.status).toBe('approved');
		expect(entry.history.map(({ id }) => id)).toEqual([work.base, approved]);
		expect(await refusedRows(second.db)).toMatchObject([
			{
				id: returned,
				mutation: { kind: 'review.return', reason },
				refusal: { type: 'version-moved', by: first.nip, kind: 'review.approve' }
			}
		]);
		expect(await refusedRows(first.db)).toEqual([]);
		for (const { db } of [siti, first, second]) {
			expect((await db.entries.get(work.documentId))?.entry).toEqual(entry);
		}
		await world.settle();
		await checkAtRest(world);
	}
);

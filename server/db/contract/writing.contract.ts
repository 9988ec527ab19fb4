/** Reading and writing documents. */
import { expect, test } from 'vitest';
import { type Draft } from '../database.ts';
import { aDraft, type Current, FEED, idOf, LOWEST_REV, put } from './setup.contract.ts';

export function testReading(opened: Current): void {
	test('ids that nobody wrote are left out', async () => {
		const { db } = opened();
		const document = await put(db, aDraft());
		const found = await db.read([idOf(7), document._id, idOf(8)]);
		expect(found).toEqual(new Map([[document._id, document]]));
	});

	test('no ids find nothing', async () => {
		expect(await opened().db.read([])).toEqual(new Map());
	});

	test('a document comes back as it was written, unknown keys and every script included', async () => {
		const { db } = opened();
		const text = 'Ñandú, 漢字, العربية, 👩🏽‍🌾, "quoted", back\\slash, line\nbreak';
		const document = await put(db, aDraft({ text, future: { deep: [1, null, { x: false }] } }));
		expect((await db.read([document._id])).get(document._id)).toEqual(document);
	});

	test('what lies beside work is written and read alike: an account, a list of sessions', async () => {
		const { db } = opened();
		const beside = ['account:198609262015051001', 'sessions:198609262015051001'];
		for (const _id of beside) await put(db, aDraft({ _id, sessions: [{ id: 'a' }] }));
		expect([...(await db.read(beside)).keys()].sort()).toEqual(beside);
		expect((await db.withPrefix('sessions:')).map(({ _id }) => _id)).toEqual(beside.slice(1));
		const [outcome] = await db.write([aDraft({ _id: beside[1] as string })]);
		expect(outcome?.ok).toBe(false);
	});

	test('a text of 2,000 characters is kept whole', async () => {
		const { db } = opened();
		const document = await put(db, aDraft({ text: 'é'.repeat(2_000) }));
		expect((await db.read([document._id])).get(document._id)).toEqual(document);
	});

	test('what a reader does to a document stays his own', async () => {
		const { db } = opened();
		const document = await put(db, aDraft({ history: [] }));
		const found = (await db.read([document._id])).get(document._id);
		Object.assign(found ?? {}, { history: ['changed'] });
		expect((await db.read([document._id])).get(document._id)).toEqual(document);
	});

	test('a database that is there answers', async () => {
		await expect(opened().db.ping()).resolves.toBeUndefined();
	});
}

export function testWriting(opened: Current): void {
	test('outcomes stand in the order of the documents', async () => {
		const { db } = opened();
		const ids = [idOf(3), idOf(1), idOf(2)];
		const outcomes = await db.write(ids.map((_id) => aDraft({ _id })));
		expect(outcomes.map(({ id, ok }) => [id, ok])).toEqual(ids.map((id) => [id, true]));
	});

	test('an update of the current revision replaces it', async () => {
		const { db } = opened();
		const first = await put(db, aDraft({ title: 'first' }));
		const second = await put(db, { ...first, title: 'second' } as Draft);
		expect((await db.read([first._id])).get(first._id)).toEqual(second);
	});

	test('the revision answered is the one that everything else tells', async () => {
		const { db } = opened();
		const { _id: id, _rev: rev } = await put(db, await put(db, aDraft()));
		const told = [
			(await db.read([id])).get(id)?._rev,
			...(await db.revisions(FEED)).map((revision) => revision.rev),
			...(await db.branches(id)).map((branch) => branch._rev),
			...(await db.page(FEED, { limit: 9 })).map((document) => document._rev)
		];
		expect(told).toEqual([rev, rev, rev, rev]);
	});

	test('a batch of 1,001 documents is written whole and loaded in order', async () => {
		const { db } = opened();
		const drafts = Array.from({ length: 1_001 }, (_, index) => aDraft({ _id: idOf(index) }));
		const outcomes = await db.write(drafts.toReversed());
		const loaded = await db.withPrefix(FEED);
		expect(outcomes.filter(({ ok }) => !ok)).toEqual([]);
		expect(loaded.map(({ _id }) => _id)).toEqual(drafts.map(({ _id }) => _id));
	});

	test('an empty batch has no outcomes', async () => {
		expect(await opened().db.write([])).toEqual([]);
	});
}

export function testConflicts(opened: Current): void {
	const conflict = { id: idOf(1), ok: false, reason: 'conflict' };

	test('a new document with the id of another conflicts and changes nothing', async () => {
		const { db } = opened();
		const first = await put(db, aDraft({ title: 'first' }));
		expect(await db.write([aDraft({ title: 'second' })])).toEqual([conflict]);
		expect(await db.branches(first._id)).toEqual([first]);
	});

	test('a stale revision conflicts and changes nothing, while the rest of its batch is written', async () => {
		const { db } = opened();
		const first = await put(db, aDraft({ title: 'first' }));
		const second = await put(db, { ...first, title: 'second' } as Draft);
		const outcomes = await db.write([
			{ ...first, title: 'late' } as Draft,
			aDraft({ _id: idOf(2) })
		]);
		expect(outcomes).toEqual([conflict, expect.objectContaining({ id: idOf(2), ok: true })]);
		expect(await db.branches(first._id)).toEqual([second]);
	});

	test('writing the same change a second time conflicts', async () => {
		const { db } = opened();
		const first = await put(db, aDraft());
		const update = { ...first, title: 'second' };
		await put(db, update);
		expect(await db.write([update])).toEqual([conflict]);
	});

	test('an update of a document that does not exist conflicts', async () => {
		const { db } = opened();
		expect(await db.write([aDraft({ _rev: LOWEST_REV })])).toEqual([conflict]);
		expect(await db.read([idOf(1)])).toEqual(new Map());
	});

	test('of two writers with the same new id one wins', async () => {
		const { db, other } = opened();
		const writers = [db, other].map((writer, by) => writer.write([aDraft({ by })]));
		const outcomes = (await Promise.all(writers)).flat();
		expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
		expect(await db.branches(idOf(1))).toMatchObject([{ by: outcomes.findIndex(({ ok }) => ok) }]);
	});

	test('of two writers who update the same revision one wins', async () => {
		const { db, other } = opened();
		const first = await put(db, aDraft());
		const writers = [db, other].map((writer, by) => writer.write([{ ...first, by } as Draft]));
		const outcomes = (await Promise.all(writers)).flat();
		expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
		expect(await db.branches(idOf(1))).toMatchObject([{ by: outcomes.findIndex(({ ok }) => ok) }]);
	});
}

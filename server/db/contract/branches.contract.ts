/** Branches of one document, the changes told, and the end. */
import { expect, test, vi } from 'vitest';
import { type WorkDocument } from '#lib/domain/document.ts';
import { EMPTY_TOTAL, totalOf } from '#lib/domain/total.ts';
import { type Change, type Database, DatabaseUnavailable } from '../database.ts';
import {
	aDraft,
	type Current,
	FEED,
	HIGHEST_REV,
	idOf,
	LOWEST_REV,
	put
} from './setup.contract.ts';

export function testBranches(opened: Current): void {
	test('a document nobody wrote has none, an ordinary one has itself', async () => {
		const { db } = opened();
		const document = await put(db, aDraft());
		expect(await db.branches(idOf(9))).toEqual([]);
		expect(await db.branches(document._id)).toEqual([document]);
	});

	test('the winner comes first and is what every reader sees', async () => {
		const { db, fork } = opened();
		const first = await put(db, aDraft({ by: 'us' }));
		const winner = { ...first, _rev: HIGHEST_REV, by: 'them' };
		const loser = { ...first, _rev: LOWEST_REV, by: 'others' };
		await fork(loser);
		await fork(winner);
		expect(await db.branches(first._id)).toEqual([winner, first, loser]);
		expect((await db.read([first._id])).get(first._id)).toEqual(winner);
		expect(await db.page(FEED, { limit: 9 })).toEqual([winner]);
		expect(await db.revisions(FEED)).toEqual([{ id: first._id, rev: HIGHEST_REV }]);
	});

	test('the longer history wins over the greater hash', async () => {
		const { db, fork } = opened();
		const second = await put(db, await put(db, aDraft()));
		await fork({ ...second, _rev: HIGHEST_REV });
		expect((await db.branches(second._id)).map(({ _rev }) => _rev)).toEqual([
			second._rev,
			HIGHEST_REV
		]);
	});

	test('ten generations win over nine', async () => {
		const { db, fork } = opened();
		let document = await put(db, aDraft());
		for (let generation = 2; generation <= 10; generation += 1) document = await put(db, document);
		const shorter = HIGHEST_REV.replace('1-', '9-');
		await fork({ ...document, _rev: shorter });
		expect((await db.branches(document._id)).map(({ _rev }) => _rev)).toEqual([
			document._rev,
			shorter
		]);
	});

	test('an update follows the branch it names and leaves the others', async () => {
		const { db, fork } = opened();
		const first = await put(db, aDraft());
		await fork({ ...first, _rev: HIGHEST_REV });
		const second = await put(db, first);
		expect((await db.branches(first._id)).map(({ _rev }) => _rev)).toEqual([
			second._rev,
			HIGHEST_REV
		]);
	});
}

export function testFindingForked(opened: Current): void {
	test('forked documents are found until one branch is left', async () => {
		const { db, fork } = opened();
		const documents = [
			await put(db, aDraft({ _id: idOf(1) })),
			await put(db, aDraft({ _id: idOf(2) }))
		];
		await put(db, aDraft({ _id: idOf(3) }));
		expect(await db.forked()).toEqual([]);
		for (const document of documents) await fork({ ...document, _rev: LOWEST_REV });
		expect(await db.forked()).toEqual([idOf(1), idOf(2)]);
		await db.removeBranches(idOf(1), [LOWEST_REV]);
		expect(await db.forked()).toEqual([idOf(2)]);
	});
}

export function testRemovingBranches(opened: Current): void {
	const forkTwice = async () => {
		const { db, fork } = opened();
		const winner = await put(db, aDraft());
		await fork({ ...winner, _rev: LOWEST_REV });
		await fork({ ...winner, _rev: LOWEST_REV.replace('1-0', '1-1') });
		const losers = (await db.branches(winner._id)).slice(1).map(({ _rev }) => _rev);
		return { db, winner, losers };
	};

	test('removing the losers leaves the winner as it was', async () => {
		const { db, winner, losers } = await forkTwice();
		await db.removeBranches(winner._id, losers);
		expect(losers).toHaveLength(2);
		expect(await db.branches(winner._id)).toEqual([winner]);
		expect((await db.totals([FEED])).get(FEED)).toEqual(totalOf([winner._rev]));
	});

	test('removing them again, or what never was, changes nothing', async () => {
		const { db, winner, losers } = await forkTwice();
		await db.removeBranches(winner._id, losers);
		await db.removeBranches(winner._id, [...losers, HIGHEST_REV]);
		await db.removeBranches(idOf(9), losers);
		expect(await db.branches(winner._id)).toEqual([winner]);
		expect(await db.revisions(FEED)).toEqual([{ id: winner._id, rev: winner._rev }]);
	});

	test('a document whose branches are all removed is gone, and can be written anew', async () => {
		const { db } = opened();
		const document = await put(db, aDraft());
		await db.removeBranches(document._id, [document._rev]);
		expect(await db.read([document._id])).toEqual(new Map());
		expect(await db.branches(document._id)).toEqual([]);
		expect(await db.revisions(FEED)).toEqual([]);
		expect((await db.totals([FEED])).get(FEED)).toEqual(EMPTY_TOTAL);
		const anew = await put(db, aDraft());
		expect(await db.branches(document._id)).toEqual([anew]);
	});
}

export function testChanges(opened: Current): void {
	const listen = async (db: Database) => {
		const told: Change[] = [];
		const stop = await db.changes(
			(change) => told.push(change),
			() => told.splice(0)
		);
		return { told, stop };
	};
	const heard = (told: Change[], count: number) =>
		vi.waitFor(() => expect(told.length).toBeGreaterThanOrEqual(count), { timeout: 5_000 });
	const tellsOf = ({ _id: id, _rev: rev }: WorkDocument, branches = 1) => ({ id, rev, branches });

	test('own and foreign writes are told in order, none from before', async () => {
		const { db, other } = opened();
		await put(db, aDraft({ _id: idOf(9) }));
		const { told } = await listen(db);
		const own = await put(db, aDraft({ _id: idOf(1) }));
		await heard(told, 1);
		const foreign = await put(other, aDraft({ _id: idOf(2) }));
		await heard(told, 2);
		const updated = await put(db, own);
		await heard(told, 3);
		expect(told).toEqual([tellsOf(own), tellsOf(foreign), tellsOf(updated)]);
	});

	test('every document of a batch is told, a conflict is not', async () => {
		const { db } = opened();
		const existing = await put(db, aDraft({ _id: idOf(0) }));
		const { told } = await listen(db);
		await db.write([0, 1, 2, 3].map((index) => aDraft({ _id: idOf(index) })));
		const last = await put(db, existing);
		await heard(told, 4);
		const ids = told.map(({ id }) => id).sort();
		expect(ids).toEqual([0, 1, 2, 3].map((index) => idOf(index)));
		expect(told.find(({ id }) => id === last._id)).toEqual(tellsOf(last));
	});

	test('a document with branches is told with their number until they are removed', async () => {
		const { db, fork } = opened();
		const first = await put(db, aDraft());
		await fork({ ...first, _rev: LOWEST_REV });
		const { told } = await listen(db);
		const second = await put(db, first);
		await heard(told, 1);
		await db.removeBranches(first._id, [LOWEST_REV]);
		await heard(told, 2);
		const third = await put(db, second);
		await heard(told, 3);
		expect(told).toEqual([tellsOf(second, 2), tellsOf(second), tellsOf(third)]);
	});

	test('a listener that stopped hears nothing more, the others do', async () => {
		const { db } = opened();
		const early = await listen(db);
		const late = await listen(db);
		early.stop();
		await put(db, aDraft());
		await heard(late.told, 1);
		expect(early.told).toEqual([]);
	});
}

export function testClosing(opened: Current): void {
	test('a closed database refuses everything as unavailable, and can be closed again', async () => {
		const { db } = opened();
		await db.changes(
			() => {},
			() => {}
		);
		await db.close();
		const calls = [
			db.read([idOf(1)]),
			db.branches(idOf(1)),
			db.write([aDraft()]),
			db.page(FEED, { limit: 1 }),
			db.revisions(FEED),
			db.withPrefix(FEED),
			db.totals([FEED]),
			db.ping()
		];
		for (const call of await Promise.allSettled(calls)) {
			expect(call).toMatchObject({ reason: expect.any(DatabaseUnavailable) as unknown });
		}
		await expect(db.close()).resolves.toBeUndefined();
	});

	test('a write under way when the database closes is finished or refused, never lost in between', async () => {
		const { db } = opened();
		const writing = db.write(
			Array.from({ length: 100 }, (_, index) => aDraft({ _id: idOf(index) }))
		);
		await db.close();
		const [result] = await Promise.allSettled([writing]);
		if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(DatabaseUnavailable);
		else expect(result.value.filter(({ ok }) => ok)).toHaveLength(100);
	});
}

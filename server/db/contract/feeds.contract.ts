/** Feeds as ranges of ids, their pages and their totals. */
import { expect, test } from 'vitest';
import { type Feed, feedOf, type WorkDocument } from '#lib/domain/document.ts';
import { EMPTY_TOTAL, totalOf } from '#lib/domain/total.ts';
import { type Database, type Draft } from '../database.ts';
import {
	aDraft,
	type Current,
	FEED,
	HIGHEST_REV,
	idOf,
	LOWEST_REV,
	OTHER_FEED,
	put
} from './setup.contract.ts';

export function testFeeds(opened: Current): void {
	test('revisions of a feed come by ascending id', async () => {
		const { db } = opened();
		const second = await put(db, aDraft({ _id: idOf(2) }));
		const first = await put(db, aDraft({ _id: idOf(1) }));
		expect(await db.revisions(FEED)).toEqual([
			{ id: first._id, rev: first._rev },
			{ id: second._id, rev: second._rev }
		]);
	});

	test('feeds whose names begin alike do not mix', async () => {
		const { db } = opened();
		const ids = ['jab', 'jab-c', 'jabc', 'jab1'].map((feed) => `${feed}:position`);
		const outcomes = await db.write(ids.map((_id) => aDraft({ _id })));
		for (const [index, id] of ids.entries()) {
			const feed = feedOf(id);
			const revs = outcomes
				.slice(index, index + 1)
				.map((outcome) => (outcome.ok ? outcome.rev : ''));
			expect((await db.revisions(feed)).map((revision) => revision.id)).toEqual([id]);
			expect((await db.page(feed, { limit: 9 })).map(({ _id }) => _id)).toEqual([id]);
			expect((await db.totals([feed])).get(feed)).toEqual(totalOf(revs));
		}
	});

	test('a prefix finds the documents of every feed that starts with it', async () => {
		const { db } = opened();
		const ids = [idOf(1, OTHER_FEED), idOf(1), 'all:settings'];
		await db.write(ids.map((_id) => aDraft({ _id })));
		const found = await db.withPrefix('p198609262015051001');
		expect(found.map(({ _id }) => _id)).toEqual(ids.slice(0, 2));
	});

	test('the empty prefix finds people’s documents and none of the database’s own', async () => {
		const { db } = opened();
		const document = await put(db, aDraft());
		expect(await db.withPrefix('')).toEqual([document]);
	});

	test('a feed that nobody wrote to is empty', async () => {
		const { db } = opened();
		await put(db, aDraft());
		expect(await db.revisions(OTHER_FEED)).toEqual([]);
		expect(await db.page(OTHER_FEED, { limit: 9 })).toEqual([]);
		expect(await db.withPrefix(OTHER_FEED)).toEqual([]);
	});
}

export function testPages(opened: Current): void {
	const indexes = (documents: WorkDocument[]) => documents.map(({ _id }) => Number(_id.slice(-4)));
	const writeFive = async () => {
		const { db } = opened();
		await db.write([1, 2, 3, 4, 5].map((index) => aDraft({ _id: idOf(index) })));
		await db.write([aDraft({ _id: idOf(9, OTHER_FEED) }), aDraft({ _id: 'all:settings' })]);
		return db;
	};

	test('a page holds the highest ids first and at most the limit', async () => {
		const db = await writeFive();
		expect(indexes(await db.page(FEED, { limit: 2 }))).toEqual([5, 4]);
	});

	test('the next page goes on below the last id', async () => {
		const db = await writeFive();
		expect(indexes(await db.page(FEED, { limit: 2, before: idOf(4) }))).toEqual([3, 2]);
		expect(indexes(await db.page(FEED, { limit: 2, before: idOf(2) }))).toEqual([1]);
		expect(indexes(await db.page(FEED, { limit: 2, before: idOf(1) }))).toEqual([]);
	});

	test('a page may start below an id that does not exist', async () => {
		const db = await writeFive();
		const between = `${idOf(3)}x`;
		expect(indexes(await db.page(FEED, { limit: 2, before: between }))).toEqual([3, 2]);
	});

	test('an id outside the feed leaves the page inside it', async () => {
		const db = await writeFive();
		expect(indexes(await db.page(FEED, { limit: 1, before: 't' }))).toEqual([5]);
		expect(indexes(await db.page(FEED, { limit: 1, before: 'a' }))).toEqual([]);
	});

	test('all pages together are the feed', async () => {
		const db = await writeFive();
		const all: WorkDocument[] = [];
		for (let page = await db.page(FEED, { limit: 2 }); page.length > 0;) {
			all.push(...page);
			page = await db.page(FEED, { limit: 2, before: page.at(-1)?._id ?? '' });
		}
		expect(indexes(all)).toEqual([5, 4, 3, 2, 1]);
	});
}

export function testTotals(opened: Current): void {
	const expectTotals = async (db: Database, feeds: Feed[]) => {
		const totals = await db.totals(feeds);
		for (const feed of feeds) {
			const revs = (await db.revisions(feed)).map(({ rev }) => rev);
			expect(totals.get(feed)).toEqual(totalOf(revs));
		}
	};

	test('totals are those of the revisions, also after updates', async () => {
		const { db } = opened();
		const drafts = [1, 2, 3].map((index) => aDraft({ _id: idOf(index) }));
		await db.write([
			...drafts,
			aDraft({ _id: idOf(1, OTHER_FEED) }),
			aDraft({ _id: 'all:settings' })
		]);
		await expectTotals(db, [FEED, OTHER_FEED, 'all']);
		const [document] = (await db.read([idOf(2)])).values();
		await put(db, { ...document, text: 'changed' } as Draft);
		await expectTotals(db, [FEED, OTHER_FEED, 'all']);
	});

	test('a feed without documents counts nothing, and every feed asked for is answered once', async () => {
		const { db } = opened();
		await put(db, aDraft());
		const totals = await db.totals([OTHER_FEED, 'jnobody', OTHER_FEED]);
		expect(totals).toEqual(new Map([OTHER_FEED, 'jnobody'].map((feed) => [feed, EMPTY_TOTAL])));
	});

	test('without feeds asked for, every feed with documents is answered', async () => {
		const { db } = opened();
		expect(await db.totals()).toEqual(new Map());
		const drafts = [FEED, OTHER_FEED].map((feed) => aDraft({ _id: idOf(1, feed) }));
		await db.write([...drafts, aDraft({ _id: idOf(2) }), aDraft({ _id: 'all:settings' })]);
		const gone = await put(db, aDraft({ _id: 'jgone:position' }));
		await db.removeBranches(gone._id, [gone._rev]);
		expect(await db.totals()).toEqual(await db.totals([FEED, OTHER_FEED, 'all']));
	});

	test('no feeds have no totals', async () => {
		expect(await opened().db.totals([])).toEqual(new Map());
	});

	test('a branch that loses is not counted, and one that wins is', async () => {
		const { db, fork } = opened();
		const document = await put(db, aDraft());
		await fork({ ...document, _rev: LOWEST_REV });
		expect((await db.totals([FEED])).get(FEED)).toEqual(totalOf([document._rev]));
		await fork({ ...document, _rev: HIGHEST_REV });
		expect((await db.totals([FEED])).get(FEED)).toEqual(totalOf([HIGHEST_REV]));
	});
}

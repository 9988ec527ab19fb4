import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DocumentId, feedOf } from '#lib/domain/document.ts';
import { EMPTY_TOTAL, type Total } from '#lib/domain/total.ts';
import { DatabaseUnavailable } from '#server/db/database.ts';
import { memoryDatabase } from '#tests/support/memory-database.ts';
import { watchDatabase } from '#tests/support/watched-database.ts';
import { Feeds } from './feeds.ts';

const FEED = 'jpos';
const A = 'jpos:note:a';
const B = 'jpos:note:b';

async function setUp() {
	const store = memoryDatabase();
	const watched = watchDatabase(store);
	const feeds = new Feeds(watched.database);
	await watched.database.changes(
		(change) => feeds.hear(change),
		() => void feeds.load()
	);
	await feeds.load();
	watched.calls.length = 0;

	const write = async (id: DocumentId, database = store.attach()) => {
		const before = (await store.read([id])).get(id)?._rev;
		const [outcome] = await database.write([{ _id: id, _rev: before, schema: 1 }]);
		if (!outcome?.ok) throw new Error('nobody else writes at the same time');
		return { before, after: outcome.rev };
	};
	/** A commit of this process, as the committer does it. */
	const commit = async (id: DocumentId) => {
		feeds.beginWrite([id]);
		const { before, after } = await write(id);
		feeds.record(id, before, after);
		feeds.endWrite([id]);
	};
	const totalOf = async (feed = FEED): Promise<Total | undefined> =>
		(await feeds.totals([feed])).get(feed);
	const realTotal = async (feed = FEED) => (await store.totals([feed])).get(feed);
	return { ...watched, store, feeds, write, commit, totalOf, realTotal };
}

describe('totals', () => {
	test('a feed nobody wrote to is known to be empty', async () => {
		const { totalOf, calls } = await setUp();
		expect(await totalOf()).toEqual(EMPTY_TOTAL);
		expect(calls).toEqual([]);
	});

	test('own commits are counted without a read', async () => {
		const { commit, totalOf, realTotal, calls } = await setUp();
		await commit(A);
		await commit(B);
		await commit(A);
		expect(await totalOf()).toEqual(await realTotal());
		expect(calls).toEqual([]);
	});

	test('an own commit told before it is recorded is still an own one', async () => {
		const { feeds, write, totalOf, calls } = await setUp();
		feeds.beginWrite([A]);
		const { after } = await write(A); // memory tells its changes before write() returns
		feeds.record(A, undefined, after);
		expect(feeds.endWrite([A])).toEqual([]);
		await totalOf();
		expect(calls).toEqual([]);
	});

	test('an own commit told after it is recorded is still an own one', async () => {
		const { feeds } = await setUp();
		feeds.beginWrite([A]);
		feeds.record(A, undefined, '1-00000001000000000000000000000000');
		feeds.endWrite([A]);
		const change = { id: A, rev: '1-00000001000000000000000000000000', branches: 1 };
		expect(feeds.hear(change)).toBe('own');
		// Told a second time it can only be somebody else's doing.
		expect(feeds.hear(change)).toBe('foreign');
	});

	test('a change of another writer makes the feed be read again, once', async () => {
		const { write, totalOf, realTotal, calls } = await setUp();
		await write(A);
		expect(await totalOf()).toEqual(await realTotal());
		await totalOf();
		expect(calls).toEqual(['totals']);
	});

	test('another writer’s change to a document being written is found at the end', async () => {
		const { feeds, write, totalOf, realTotal } = await setUp();
		feeds.beginWrite([A, B]);
		const own = await write(A);
		await write(A);
		feeds.record(A, own.before, own.after);
		expect(feeds.endWrite([A, B])).toEqual([A]);
		expect(await totalOf()).toEqual(await realTotal());
	});

	test('many unknown feeds are read in one query', async () => {
		const { write, feeds, calls } = await setUp();
		const names = ['ja', 'jb', 'jc', 'jd'];
		for (const name of names) await write(`${name}:note:a`);
		await Promise.all([feeds.totals(names), feeds.totals(['jb'])]);
		expect(calls).toEqual(['totals']);
	});

	test('a change of another writer while totals are read is not missed', async () => {
		const { write, replace, store, totalOf, realTotal } = await setUp();
		await write(A);
		replace({
			totals: async (feeds) => {
				const old = await store.totals(feeds);
				replace({ totals: (later) => store.totals(later) });
				await write(B);
				return old;
			}
		});
		expect(await totalOf()).toEqual(await realTotal());
	});

	test('an own commit while totals are read is not missed', async () => {
		const { write, commit, replace, store, totalOf, realTotal } = await setUp();
		await write(A);
		replace({
			totals: async (feeds) => {
				const old = await store.totals(feeds);
				replace({ totals: (later) => store.totals(later) });
				await commit(B);
				return old;
			}
		});
		expect(await totalOf()).toEqual(await realTotal());
	});

	test('a feed that never rests is answered all the same, and read again later', async () => {
		const { write, replace, store, totalOf, realTotal, calls } = await setUp();
		await write(A);
		replace({
			totals: async (feeds) => {
				const seen = await store.totals(feeds);
				await write(A);
				return seen;
			}
		});
		expect(await totalOf()).toMatchObject([1, expect.any(Number)]);
		expect(calls.length).toBeLessThanOrEqual(2);
		replace({ totals: (feeds) => store.totals(feeds) });
		expect(await totalOf()).toEqual(await realTotal());
	});

	test('a total proven wrong is read again', async () => {
		const { feeds, commit, totalOf, realTotal } = await setUp();
		await commit(A);
		feeds.record(B, undefined, '1-00000001000000000000000000000000');
		expect(await totalOf()).not.toEqual(await realTotal());
		feeds.forget(FEED);
		expect(await totalOf()).toEqual(await realTotal());
	});
});

describe('load', () => {
	test('after a gap everything is read anew', async () => {
		const { store, write, commit, totalOf, realTotal } = await setUp();
		await commit(A);
		const backup = store.snapshot();
		await commit(B);
		await write('jother:note:a');
		store.restore(backup);
		expect(await totalOf()).toEqual(await realTotal());
		expect(await totalOf('jother')).toEqual(EMPTY_TOTAL);
	});

	test('commits while it runs are not missed', async () => {
		const { feeds, commit, write, replace, store, totalOf, realTotal } = await setUp();
		await commit(A);
		replace({
			totals: async (asked) => {
				const old = await store.totals(asked);
				replace({ totals: (later) => store.totals(later) });
				await commit(B);
				await write('jother:note:a');
				return old;
			}
		});
		await feeds.load();
		expect(await totalOf()).toEqual(await realTotal());
		expect(await totalOf('jother')).toEqual(await realTotal('jother'));
	});

	test('a second gap while it runs makes it read once more', async () => {
		const { feeds, store, commit, replace, totalOf, realTotal } = await setUp();
		const backup = store.snapshot();
		await commit(A);
		replace({
			totals: async (asked) => {
				const old = await store.totals(asked);
				replace({ totals: (later) => store.totals(later) });
				store.restore(backup);
				return old;
			}
		});
		await feeds.load();
		expect(await totalOf()).toEqual(await realTotal());
	});

	test('nobody is told totals that could not be read', async () => {
		const { feeds, commit, replace, store, totalOf, realTotal } = await setUp();
		await commit(A);
		replace({ totals: () => Promise.reject(new DatabaseUnavailable('away')) });
		await expect(feeds.load()).rejects.toThrow(DatabaseUnavailable);
		await expect(totalOf()).rejects.toThrow(DatabaseUnavailable);
		replace({ totals: (asked) => store.totals(asked) });
		expect(await totalOf()).toEqual(await realTotal());
	});
});

describe('since', () => {
	test('names the documents committed since a total, each once', async () => {
		const { feeds, commit, totalOf } = await setUp();
		await commit(A);
		const held = (await totalOf()) ?? EMPTY_TOTAL;
		await commit(B);
		await commit(A);
		await commit(B);
		expect(feeds.since(FEED, held)).toEqual([B, A]);
		expect(feeds.since(FEED, EMPTY_TOTAL)).toEqual([A, B]);
	});

	test('knows nothing of a total the feed never had', async () => {
		const { feeds, commit } = await setUp();
		await commit(A);
		expect(feeds.since(FEED, [7, 7])).toBeUndefined();
		expect(feeds.since('jother', [7, 7])).toBeUndefined();
	});

	test('forgets what lies too far back', async () => {
		const { feeds, commit, totalOf } = await setUp();
		const totals: Total[] = [EMPTY_TOTAL];
		for (let number = 0; number < 201; number += 1) {
			await commit(`jpos:note:n${number}`);
			totals.push((await totalOf()) ?? EMPTY_TOTAL);
		}
		expect(feeds.since(FEED, EMPTY_TOTAL)).toBeUndefined();
		expect(feeds.since(FEED, totals[1] ?? EMPTY_TOTAL)).toHaveLength(200);
	});

	test('knows nothing once another writer changed the feed', async () => {
		const { feeds, commit, write } = await setUp();
		await commit(A);
		await write(B);
		expect(feeds.since(FEED, EMPTY_TOTAL)).toBeUndefined();
	});
});

describe('whatever the history', () => {
	const ids = ['ja:note:a', 'ja:note:b', 'jb:note:a', 'jc:note:a'];
	const step = fc.record({
		kind: fc.constantFrom('own', 'own', 'foreign', 'ask', 'together'),
		id: fc.constantFrom(...ids)
	});

	test('totals are those of the database, and since() leads from every earlier total to now', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
				const { store, feeds, commit, write } = await setUp();
				const names = ['ja', 'jb', 'jc'];
				const past: { feed: string; total: Total; revisions: Map<string, string> }[] = [];
				const revisionsOf = async (feed: string) =>
					new Map((await store.revisions(feed)).map(({ id, rev }) => [id, rev]));

				for (const { kind, id } of steps) {
					const feed = feedOf(id);
					if (kind === 'own') await commit(id);
					else if (kind === 'foreign') await write(id);
					else if (kind === 'together') await Promise.all([feeds.totals(names), commit(id)]);
					else {
						const total = (await feeds.totals([feed])).get(feed) ?? EMPTY_TOTAL;
						past.push({ feed, total, revisions: await revisionsOf(feed) });
					}
				}

				expect(await feeds.totals(names)).toEqual(await store.totals(names));
				for (const { feed, total, revisions } of past) {
					const changed = [...(await revisionsOf(feed))].filter(
						([id, rev]) => revisions.get(id) !== rev
					);
					const since = feeds.since(feed, total);
					if (since) expect([...since].sort()).toEqual(changed.map(([id]) => id));
				}
			})
		);
	});
});

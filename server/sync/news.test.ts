import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bucketOf, entryId, type Feed, feedOf, type WorkDocument } from '#lib/domain/document.ts';
import { type Total, totalOf } from '#lib/domain/total.ts';
import { type SyncRequest } from '#lib/protocol/sync.ts';
import { aMutationId, SITI } from '#tests/support/factories.ts';
import { memoryDatabase } from '#tests/support/memory-database.ts';
import { seededRandom } from '#tests/support/random.ts';
import { watchDatabase } from '#tests/support/watched-database.ts';
import { Documents } from './documents.ts';
import { Feeds } from './feeds.ts';
import { collectNews, type News } from './news.ts';

const WORK = `p${SITI}.2026`;
const SCOPE: readonly Feed[] = ['all', 'jpos', WORK];

const entryOn = (date: string) => entryId(SITI, date, aMutationId());
const aRev = (seed: unknown): string =>
	`1-${createHash('md5').update(JSON.stringify(seed)).digest('hex')}`;

async function setUp(ids: readonly string[] = []) {
	const store = memoryDatabase();
	await store.write(ids.map((_id) => ({ _id, schema: 1 })));
	const watched = watchDatabase(store);
	const feeds = new Feeds(watched.database);
	const documents = new Documents(watched.database);
	await watched.database.changes(
		(change) => {
			if (feeds.hear(change) === 'foreign') documents.forget(change.id);
		},
		() => {
			documents.clear();
			void feeds.load();
		}
	);
	await feeds.load();
	watched.calls.length = 0;

	/** A commit of this process. */
	const commit = async (id: string, more: object = {}) => {
		feeds.beginWrite([id]);
		const before = (await store.read([id])).get(id)?._rev;
		const draft = { _id: id, _rev: before, schema: 1, ...more };
		const [outcome] = await store.write([draft]);
		if (!outcome?.ok) throw new Error('nobody else writes at the same time');
		const document = { ...draft, _rev: outcome.rev };
		documents.put(document);
		feeds.record(id, before, outcome.rev);
		feeds.endWrite([id]);
		return document;
	};
	/** A change of another process, told by the change feed. */
	const changeElsewhere = async (id: string) => {
		const other = store.attach();
		const before = (await other.read([id])).get(id)?._rev;
		await other.write([{ _id: id, _rev: before, schema: 1 }]);
	};
	const ask = (
		request: Partial<SyncRequest>,
		{ scope = SCOPE, own = [] }: { scope?: readonly Feed[]; own?: WorkDocument[] } = {}
	) => {
		const full = {
			protocol: 1,
			requestId: 'request1',
			person: SITI,
			deviceId: 'device01',
			held: {},
			...request
		};
		return collectNews({ database: watched.database, documents, feeds }, full, { scope, own });
	};
	const all = async () =>
		(await Promise.all(SCOPE.map((feed) => store.page(feed, { limit: 10_000 })))).flat();
	return { ...watched, store, feeds, documents, commit, changeElsewhere, ask, all };
}

/** What a device holds, and what it asks next: docs/protocol.md, "What a device does". */
class HeldDocuments {
	documents = new Map<string, string>();
	#last: Pick<News, 'resume' | 'compare'> = { resume: {}, compare: {} };

	hold(documents: readonly WorkDocument[]): void {
		for (const { _id, _rev } of documents) this.documents.set(_id, _rev);
	}

	revisions(feed: Feed): [string, string][] {
		return [...this.documents].filter(([id]) => feedOf(id) === feed).sort();
	}

	get isComplete(): boolean {
		const { resume, compare } = this.#last;
		return Object.keys(resume).length + Object.keys(compare).length === 0;
	}

	request(): Partial<SyncRequest> {
		const { resume, compare } = this.#last;
		const compared = Object.entries(compare);
		const inBucket = (feed: Feed, name: string) =>
			this.revisions(feed).filter(([id]) => bucketOf(id) === name);
		const bucketsOf = (feed: Feed): Record<string, Total> => {
			const names = new Set(this.revisions(feed).map(([id]) => bucketOf(id)));
			return Object.fromEntries(
				[...names].map((name) => [name, totalOf(inBucket(feed, name).map(([, rev]) => rev))])
			);
		};
		return {
			held: Object.fromEntries(
				SCOPE.map((feed) => [feed, totalOf(this.revisions(feed).map(([, rev]) => rev))])
			),
			resume,
			buckets: Object.fromEntries(
				compared.filter(([, names]) => names.length === 0).map(([feed]) => [feed, bucketsOf(feed)])
			),
			revisions: Object.fromEntries(
				compared
					.filter(([, names]) => names.length > 0)
					.map(([feed, names]) => [
						feed,
						Object.fromEntries(
							names.map((name) => [name, Object.fromEntries(inBucket(feed, name))])
						)
					])
			)
		};
	}

	take({ documents, drop, resume, compare }: News): void {
		this.hold(documents);
		for (const id of drop) this.documents.delete(id);
		this.#last = { resume, compare };
	}

	/** Asks until the server has nothing more to say; returns how many requests that took. */
	async sync(
		ask: (request: Partial<SyncRequest>) => Promise<News>,
		maxRounds = 30
	): Promise<number> {
		for (let round = 1; round <= maxRounds; round += 1) {
			this.take(await ask(this.request()));
			if (this.isComplete) return round;
		}
		throw new Error(`not complete after ${maxRounds} rounds`);
	}
}

const idsOf = (documents: readonly WorkDocument[]) => documents.map(({ _id }) => _id);
const revisionsOf = (documents: readonly WorkDocument[]) =>
	documents.map(({ _id, _rev }): [string, string] => [_id, _rev]).sort();

describe('nothing new', () => {
	test('is known without asking the database', async () => {
		const { ask, all, calls } = await setUp(['all:settings', entryOn('2026-11-24')]);
		const device = new HeldDocuments();
		device.hold(await all());
		calls.length = 0;
		expect(await ask(device.request())).toEqual({
			documents: [],
			drop: [],
			resume: {},
			compare: {}
		});
		expect(calls).toEqual([]);
	});

	test('is also what a new device learns of empty feeds', async () => {
		const { ask, calls } = await setUp();
		expect(await ask({})).toEqual({ documents: [], drop: [], resume: {}, compare: {} });
		expect(calls).toEqual([]);
	});
});

describe('a remembered total', () => {
	test('brings exactly what came since, from memory', async () => {
		const { ask, all, commit, calls } = await setUp(['all:settings', entryOn('2026-11-24')]);
		const device = new HeldDocuments();
		device.hold(await all());
		const changed = await commit('all:settings', { changed: true });
		const added = await commit(entryOn('2026-11-25'));
		calls.length = 0;
		const news = await ask(device.request());
		expect(news).toEqual({ documents: [changed, added], drop: [], resume: {}, compare: {} });
		expect(calls).toEqual([]);
	});

	test('does not bring the documents of the request’s own mutations twice', async () => {
		const { ask, all, commit } = await setUp();
		const device = new HeldDocuments();
		device.hold(await all());
		const own = await commit(entryOn('2026-11-25'));
		expect((await ask(device.request(), { own: [own] })).documents).toEqual([own]);
	});

	test('of which more came since than one answer carries is completed by comparison', async () => {
		const { ask, all, commit } = await setUp();
		const device = new HeldDocuments();
		for (let day = 10; day < 30; day += 1) await commit(entryOn(`2026-11-${day}`));
		await device.sync((request) => ask({ ...request, limit: 6 }));
		expect(device.revisions(WORK)).toEqual(revisionsOf(await all()));
	});
});

describe('own documents', () => {
	test('come first, whatever else is found and however little is wanted', async () => {
		const { ask, commit } = await setUp(['all:settings', 'all:calendar']);
		const own = [await commit(entryOn('2026-11-24')), await commit(entryOn('2026-11-25'))];
		const { documents, compare } = await ask({ limit: 1 }, { own });
		expect(documents).toEqual(own);
		// Nothing was looked at in the common feed, so the device must ask again.
		expect(compare).toEqual({ all: [] });
	});
});

describe('scope (I9)', () => {
	test('a feed outside it is not answered, whatever is asked', async () => {
		const foreign = `p${SITI.replace('1990', '1991')}.2026`;
		const { ask } = await setUp([`${foreign}:entry:2026-11-24:${aMutationId()}`]);
		const news = await ask({
			held: { [foreign]: [0, 0] },
			resume: { [foreign]: `${foreign}:entry:2026-12-31:x` },
			buckets: { [foreign]: {} },
			revisions: { [foreign]: { 'entry:2026-11': {} } }
		});
		expect(news).toEqual({ documents: [], drop: [], resume: {}, compare: {} });
	});

	test('a page of one feed can’t be asked for below an id of another', async () => {
		const ids = [entryOn('2026-11-24'), entryOn('2026-11-25')];
		const { ask } = await setUp(ids);
		const { documents } = await ask({ resume: { [WORK]: 'all:settings' } });
		expect(idsOf(documents)).toEqual(ids.toReversed());
	});
});

describe('an empty feed', () => {
	const ids = Array.from({ length: 25 }, (_, index) =>
		entryOn(`2026-${String(12 - Math.floor(index / 3)).padStart(2, '0')}-1${index % 3}`)
	);

	test('is paged newest month first', async () => {
		const { ask } = await setUp(ids);
		const { documents, resume } = await ask({ limit: 10 });
		const expected = ids.toSorted().reverse().slice(0, 10);
		expect(idsOf(documents)).toEqual(expected);
		expect(resume).toEqual({ [WORK]: expected.at(-1) });
	});

	test('is resumed where it stopped and ends complete', async () => {
		const { ask, all } = await setUp([...ids, 'all:settings', 'jpos:position']);
		const device = new HeldDocuments();
		const rounds = await device.sync((request) => ask({ ...request, limit: 5 }));
		expect(rounds).toBeLessThanOrEqual(8);
		expect([...device.documents].sort()).toEqual(revisionsOf(await all()));
	});

	test('is complete in one request when it fits', async () => {
		const { ask, all } = await setUp(ids);
		const device = new HeldDocuments();
		expect(await device.sync(ask)).toBe(1);
		expect([...device.documents].sort()).toEqual(revisionsOf(await all()));
	});

	test('that finds no room left is asked for again', async () => {
		const { ask, all } = await setUp([...ids, 'all:settings', 'all:calendar', 'jpos:position']);
		const first = await ask({ limit: 2 });
		expect(idsOf(first.documents)).toEqual(['all:settings', 'all:calendar']);
		const device = new HeldDocuments();
		await device.sync((request) => ask({ ...request, limit: 2 }));
		expect([...device.documents].sort()).toEqual(revisionsOf(await all()));
	});

	test('gets there while others commit into it', async () => {
		const { ask, all, commit } = await setUp(ids);
		const device = new HeldDocuments();
		let commits = 0;
		const day = () => String(1 + (commits % 28)).padStart(2, '0');
		await device.sync(async (request) => {
			commits += 1;
			if (commits < 9)
				await commit(commits % 2 ? (ids[commits] ?? '') : entryOn(`2026-0${commits}-${day()}`));
			return ask({ ...request, limit: 4 });
		});
		// What was committed behind a page that had passed is news in the next sync.
		await device.sync(ask);
		expect([...device.documents].sort()).toEqual(revisionsOf(await all()));
	});
});

describe('the size of an answer', () => {
	const HUGE = 'x'.repeat(400_000);

	test('is limited, and every answer gets further', async () => {
		const { ask, all, commit, feeds } = await setUp();
		for (let day = 10; day < 22; day += 1) await commit(entryOn(`2026-11-${day}`), { HUGE });
		await commit('jpos:position', { HUGE });
		for (const feed of SCOPE) feeds.forget(feed);
		const device = new HeldDocuments();
		const sizes: number[] = [];
		await device.sync(async (request) => {
			const news = await ask(request);
			sizes.push(JSON.stringify(news.documents).length);
			return news;
		});
		expect(Math.max(...sizes)).toBeLessThan(2_000_000);
		expect([...device.documents].sort()).toEqual(revisionsOf(await all()));
	});

	test('is limited too for what came since', async () => {
		const { ask, all, commit } = await setUp();
		for (let day = 10; day < 22; day += 1) await commit(entryOn(`2026-11-${day}`), { HUGE });
		const device = new HeldDocuments();
		const { documents } = await ask(device.request());
		expect(documents).toHaveLength(4);
		await device.sync(ask);
		expect([...device.documents].sort()).toEqual(revisionsOf(await all()));
	});

	test('one document beyond it comes alone', async () => {
		const { ask, commit } = await setUp();
		await commit(entryOn('2026-11-24'), { text: HUGE.repeat(5) });
		await commit(entryOn('2026-11-25'), { text: HUGE.repeat(5) });
		const device = new HeldDocuments();
		await device.sync(ask);
		expect(device.documents.size).toBe(2);
	});
});

describe('comparison', () => {
	const november = [entryOn('2026-11-23'), entryOn('2026-11-24')];
	const october = [entryOn('2026-10-05'), entryOn('2026-10-06')];

	/** A device that holds something else than the server knows of. */
	async function differing() {
		const all = await setUp([...november, ...october, 'all:settings']);
		const device = new HeldDocuments();
		device.hold(await all.all());
		device.documents.set(november[0] ?? '', aRev('old'));
		return { ...all, device };
	}

	test('asks for buckets, then for the revisions of those that differ, then brings what is lacking', async () => {
		const { ask, device } = await differing();
		const first = await ask(device.request());
		expect(first).toEqual({ documents: [], drop: [], resume: {}, compare: { [WORK]: [] } });
		device.take(first);
		const second = await ask(device.request());
		expect(second.compare).toEqual({ [WORK]: ['entry:2026-11'] });
		device.take(second);
		const third = await ask(device.request());
		expect(idsOf(third.documents)).toEqual([november[0]]);
		expect(third).toMatchObject({ drop: [], resume: {}, compare: {} });
	});

	test('drops what the server does not have, and only that', async () => {
		const { ask, all, device } = await differing();
		const unknown = entryOn('2026-11-01');
		const alone = entryOn('2026-03-01');
		device.documents.set(unknown, aRev('unknown'));
		device.documents.set(alone, aRev('alone'));
		await device.sync(ask);
		expect([...device.documents].sort()).toEqual(revisionsOf(await all()));
	});

	test('drops nothing that is only named under another bucket', async () => {
		const { ask, device } = await differing();
		const [first = '', second = ''] = november;
		const revisions = { [WORK]: { 'entry:2026-10': { [first]: aRev('x'), [second]: aRev('y') } } };
		const { drop } = await ask({ ...device.request(), revisions });
		expect(drop).toEqual([]);
	});

	test('brings what the database holds, even when memory holds an older document', async () => {
		const { ask, all, documents, changeElsewhere, device } = await differing();
		const [id = ''] = november;
		const old = (await documents.read([id])).get(id);
		await changeElsewhere(id);
		if (old) documents.put(old);
		await device.sync(ask);
		expect([...device.documents].sort()).toEqual(revisionsOf(await all()));
	});

	test.each([
		['counts a document that is not there', undefined],
		['counts a revision that was replaced unheard', aRev('replaced')]
	])('ends when it is this process that %s', async (_name, before) => {
		const { ask, all, feeds, calls } = await setUp([...november, 'all:settings']);
		const device = new HeldDocuments();
		device.hold(await all());
		feeds.record(november[0] ?? '', before, aRev('never written'));
		feeds.record(entryOn('2026-11-20'), undefined, aRev('never written either'));
		await device.sync(ask, 4);
		await device.sync(ask, 4);
		calls.length = 0;
		expect(await device.sync(ask)).toBe(1);
		expect(calls).toEqual([]);
	});
});

describe('whatever device and server hold', () => {
	const random = seededRandom(3);
	const some = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)] as T;
	const pool = Array.from({ length: 24 }, (_, index) => {
		const month = some(['09', '10', '11']);
		return some([
			entryOn(`2026-${month}-${String(index + 1).padStart(2, '0')}`),
			`all:unit:u${index}`,
			`jpos:note:n${index}`
		]);
	});
	const state = fc.constantFrom('both', 'both', 'server', 'device', 'older', 'neither');
	const surprise = fc.oneof(
		fc.constant({ kind: 'nothing' as const }),
		fc.constant({ kind: 'forgotten' as const }),
		fc.constant({ kind: 'wrong' as const }),
		fc.constant({ kind: 'restarted' as const }),
		fc.constant({ kind: 'gap' as const }),
		fc.record({
			kind: fc.constantFrom('own' as const, 'foreign' as const),
			id: fc.constantFrom(...pool)
		})
	);
	const situation = fc.record({
		states: fc.array(state, { minLength: pool.length, maxLength: pool.length }),
		surprises: fc.array(surprise, { maxLength: 6 }),
		limit: fc.integer({ min: 1, max: 30 })
	});

	async function meet({ states }: { states: readonly string[] }) {
		const onServer = pool.filter((_, index) =>
			['both', 'server', 'older'].includes(states[index] ?? '')
		);
		const server = await setUp(onServer);
		const device = new HeldDocuments();
		const documents = await server.all();
		pool.forEach((id, index) => {
			const stored = documents.find(({ _id }) => _id === id);
			if (states[index] === 'both' && stored) device.hold([stored]);
			if (states[index] === 'older' || states[index] === 'device')
				device.documents.set(id, aRev(id));
		});
		return { ...server, device };
	}

	test('both hold the same revisions after one sync of a bounded number of requests (I15)', async () => {
		await fc.assert(
			fc.asyncProperty(situation, async ({ states, surprises, limit }) => {
				const { device, feeds, store, ask, all, commit, changeElsewhere } = await meet({ states });
				for (const each of surprises) {
					if (each.kind === 'forgotten') for (const feed of SCOPE) feeds.forget(feed);
					else if (each.kind === 'wrong')
						feeds.record(entryOn('2026-11-30'), undefined, aRev('no'));
					else if (each.kind === 'restarted') await feeds.load();
					else if (each.kind === 'gap') store.restore(store.snapshot());
					else if (each.kind === 'own') await commit(each.id);
					else if (each.kind === 'foreign') await changeElsewhere(each.id);
				}
				const pages = Math.ceil(pool.length / limit);
				await device.sync(
					(request) => ask({ ...request, limit }),
					4 + 3 * pages + 3 * SCOPE.length
				);
				expect([...device.documents].sort()).toEqual(revisionsOf(await all()));
			}),
			{ numRuns: 300 }
		);
	});

	test('changes that come between two requests are at the latest in the next sync (I15)', async () => {
		await fc.assert(
			fc.asyncProperty(situation, async ({ states, surprises, limit }) => {
				const { device, ask, all, commit, changeElsewhere } = await meet({ states });
				const left = [...surprises];
				await device.sync(async (request) => {
					const next = left.shift();
					if (next?.kind === 'own') await commit(next.id);
					if (next?.kind === 'foreign') await changeElsewhere(next.id);
					return ask({ ...request, limit });
				}, 150);
				await device.sync((request) => ask({ ...request, limit }), 100);
				expect([...device.documents].sort()).toEqual(revisionsOf(await all()));
			}),
			{ numRuns: 200 }
		);
	});

	test('own documents come first and everything is within the scope (I9)', async () => {
		await fc.assert(
			fc.asyncProperty(
				situation,
				fc.subarray(SCOPE as Feed[]),
				fc.subarray(pool, { maxLength: 3 }),
				async ({ states, limit }, scope, ownIds) => {
					const { device, ask, commit } = await meet({ states });
					const own: WorkDocument[] = [];
					for (const id of ownIds) if (scope.includes(feedOf(id))) own.push(await commit(id));
					const { documents, drop, resume, compare } = await ask(
						{ ...device.request(), limit },
						{ scope, own }
					);
					expect(documents.slice(0, own.length)).toEqual(own);
					expect(new Set(idsOf(documents)).size).toBe(documents.length);
					expect(documents.length).toBeLessThanOrEqual(Math.max(limit, own.length));
					const named = [...idsOf(documents), ...drop].map(feedOf);
					for (const feed of [...named, ...Object.keys(resume), ...Object.keys(compare)]) {
						expect(scope).toContain(feed);
					}
				}
			)
		);
	});
});

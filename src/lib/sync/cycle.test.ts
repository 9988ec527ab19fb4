import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { DAY_MS } from '#lib/domain/day.ts';
import { apply } from '#lib/domain/apply.ts';
import { entryId, workFeed } from '#lib/domain/document.ts';
import { type Entry } from '#lib/domain/entry.ts';
import { type Mutation } from '#lib/domain/mutation.ts';
import { adjust, EMPTY_TOTAL, totalOf } from '#lib/domain/total.ts';
import { digestOfFeeds, type SyncRequest } from '#lib/protocol/sync.ts';
import { applied, asStored, officeDocuments, scripted, type Step } from '#tests/support/answers.ts';
import { createDevice, type Device } from '#tests/support/device.ts';
import {
	aContent,
	aMutation,
	aMutationId,
	anEntry,
	aPerson,
	BUDI,
	NOW,
	SITI,
	someFacts,
	TODAY
} from '#tests/support/factories.ts';
import { seededRandom } from '#tests/support/random.ts';
import { type TransportFailure } from './failure.ts';

const FEED = workFeed(SITI, 2026);

async function aDevice(...steps: Step[]) {
	const transport = scripted(...steps);
	const clock = { at: NOW, now: () => clock.at };
	const device = createDevice({
		nip: SITI,
		deviceId: 'device01',
		transport,
		clock,
		random: seededRandom(3)
	});
	await device.hold(...officeDocuments());
	await device.db.feeds.put({ feed: FEED, total: EMPTY_TOTAL });
	await device.meet('contact-1', NOW - 60_000);
	await device.db.meta.put({
		key: 'clock',
		value: { offsetMs: 0, highestSeenAt: NOW - 60_000, jumped: false }
	});
	return Object.assign(device, { clock, requests: transport.requests });
}

async function record(
	device: Device,
	over: Partial<Extract<Mutation, { kind: 'entry.submit' }>> = {}
) {
	const entry = await device.mutate({
		kind: 'entry.submit',
		documentId: entryId(SITI, TODAY, aMutationId()),
		base: null,
		content: aContent(),
		...over
	});
	if (!entry.ok) throw new Error(entry.error.type);
	return entry.value;
}

/** What a server would commit and answer for the mutations of a request, beginning from nothing. */
function commit(request: SyncRequest, { except = [] as string[] } = {}) {
	const documents = new Map<string, Entry>();
	const delivered = (request.mutations ?? []) as unknown as Mutation[];
	const done = delivered.filter(({ id }) => !except.includes(id));
	for (const mutation of done) {
		const entry = apply(documents.get(mutation.documentId), mutation, someFacts());
		if (!entry.ok) throw new Error(entry.error.type);
		documents.set(mutation.documentId, entry.value);
	}
	return {
		results: done.map(({ id }) => applied(id)),
		documents: [...documents.values()].map((entry) => asStored(entry))
	};
}

const states = async ({ db }: Device) =>
	(await db.outbox.orderBy('seq').toArray()).map(({ state }) => state);

/** All a sync may change, for "nothing changed". */
const everything = async ({ db }: Device) => ({
	documents: await db.documents.toArray(),
	entries: await db.entries.toArray(),
	feeds: await db.feeds.toArray(),
	outbox: await db.outbox.toArray(),
	sent: await db.sent.toArray(),
	meta: (await db.meta.toArray()).filter(({ key }) => key !== 'pageLimit')
});

describe('delivering', () => {
	test('five entries and the news travel in one request', async () => {
		const news = asStored(anEntry());
		const device = await aDevice((request) => {
			const { results, documents } = commit(request);
			return { results, documents: [...documents, news] };
		});
		for (let count = 0; count < 5; count += 1) await record(device);
		const report = await device.sync();

		expect(report).toMatchObject({
			ok: true,
			value: { requests: 1, applied: 5, documents: 6, complete: true }
		});
		expect(await device.db.outbox.count()).toBe(0);
		expect(await device.db.entries.count()).toBe(6);
	});

	test('I1: an applied mutation moves to what was sent, with its receipt and its document', async () => {
		const device = await aDevice((request) => commit(request));
		const entry = await record(device);
		await device.sync();

		expect(await device.db.sent.toArray()).toMatchObject([
			{ id: entry.version, contact: 'contact-1', receipt: { signature: 'signed' } }
		]);
		expect(await device.db.documents.get(entry._id)).toBeDefined();
		expect(await device.db.entries.get(entry._id)).toMatchObject({ waiting: 0 });
	});

	test('I1: what is called applied without its document stays in the outbox', async () => {
		const device = await aDevice((request) => ({ ...commit(request), documents: [] }));
		await record(device);
		await device.sync();
		expect(await states(device)).toEqual(['waiting']);
	});

	test('I1: when storing the answer fails, nothing of it is stored and everything waits', async () => {
		const device = await aDevice((request) => commit(request));
		await record(device);
		const before = await everything(device);
		device.db.sent.hook('creating', () => {
			throw new DOMException('no space', 'QuotaExceededError');
		});
		expect(await device.sync()).toEqual({ ok: false, error: { type: 'storage-full' } });
		const after = await everything(device);
		expect({ ...after, outbox: [] }).toEqual({ ...before, outbox: [] });
		expect(await states(device)).toEqual(['sending']);
	});

	test('a mutation names the contact it was recorded under; the newest comes first', async () => {
		const device = await aDevice();
		await record(device);
		await device.meet('contact-2', NOW);
		await record(device);
		await device.sync();
		expect(device.requests[0]).toMatchObject({
			contacts: ['contact-2', 'contact-1'],
			mutations: [{ contact: 1 }, { contact: 0 }]
		});
	});

	test('I3: rows a killed tab left on their way are sent again', async () => {
		const device = await aDevice((request) => commit(request));
		await record(device);
		await device.db.outbox.toCollection().modify({ state: 'sending' });
		device.restart();
		await device.sync();
		expect(await states(device)).toEqual([]);
	});

	test('I3: an answer that was lost is answered again as already applied', async () => {
		let lost: ReturnType<typeof commit> | undefined;
		const device = await aDevice(
			(request) => {
				lost = commit(request);
				throw new Error('the tab dies before the answer');
			},
			(request) => {
				const [{ id } = { id: '' }] = request.mutations ?? [];
				return { ...lost, results: [{ ...applied(id), outcome: 'already-applied' }] };
			}
		);
		const entry = await record(device);
		await device.sync().catch(() => undefined);
		device.restart();
		await device.sync();
		expect(await device.db.entries.get(entry._id)).toMatchObject({
			waiting: 0,
			entry: { history: [{ id: entry.version }] }
		});
	});

	test('I3: two tabs that send the same at once store one outcome', async () => {
		const device = await aDevice(commit, commit);
		await record(device);
		await Promise.all([device.sync(), device.sync()]);
		expect(device.requests).toHaveLength(2);
		expect(await device.db.sent.count()).toBe(1);
		expect(await states(device)).toEqual([]);
	});

	test('I6: a refused mutation stays with its reason, blocks nothing and is not sent again', async () => {
		const refusal = { type: 'not-allowed' } as const;
		const device = await aDevice((request) => {
			const [first = { id: '' }] = request.mutations ?? [];
			const rest = commit(request, { except: [first.id] });
			const refused = { id: first.id, outcome: 'refused', refusal } as const;
			return { ...rest, results: [refused, ...rest.results] };
		});
		const bad = await record(device);
		const good = await record(device);
		await device.sync();
		await device.sync();

		expect(await device.db.outbox.toArray()).toMatchObject([
			{ id: bad.version, state: 'refused', refusal, refusedAt: NOW }
		]);
		// I2: it is no longer shown as recorded; its content is in the outbox.
		expect(await device.db.entries.get(bad._id)).toBeUndefined();
		expect(await device.db.entries.get(good._id)).toBeDefined();
		expect(device.requests.map(({ mutations = [] }) => mutations.length)).toEqual([2, 0]);
	});

	test('I7: mutations of one document go in their order, a refused one does not hold the next', async () => {
		const device = await aDevice((request) => ({
			results: (request.mutations ?? []).map(({ id }) => ({
				id,
				outcome: 'refused',
				refusal: { type: 'not-allowed' }
			}))
		}));
		const first = await record(device);
		const second = await record(device, { documentId: first._id, base: first.version });
		await device.sync();
		const sent = device.requests[0]?.mutations ?? [];
		expect(sent.map(({ id }) => id)).toEqual([first.version, second.version]);
		expect(await states(device)).toEqual(['refused', 'refused']);
	});

	test('a deferred mutation waits for the next sync, and those behind it on its document wait too', async () => {
		const device = await aDevice((request) => {
			const [first = { id: '' }, ...rest] = request.mutations ?? [];
			const others = commit({ ...request, mutations: rest });
			return { ...others, results: [{ id: first.id, outcome: 'deferred' }, ...others.results] };
		}, {});
		const first = await record(device);
		for (let count = 0; count < 99; count += 1) await record(device);
		await record(device, { documentId: first._id, base: first.version });
		await device.sync();
		expect(device.requests.map(({ mutations = [] }) => mutations.length)).toEqual([100]);
		expect(await device.db.outbox.orderBy('seq').toArray()).toMatchObject([
			{ id: first.version, state: 'waiting', deferred: true },
			{ documentId: first._id, state: 'waiting' }
		]);
		await device.sync();
		expect(device.requests[1]?.mutations).toHaveLength(2);
	});

	test('more than one request carries are delivered at once, in batches', async () => {
		const device = await aDevice(commit, commit);
		for (let count = 0; count < 120; count += 1) await record(device);
		expect(await device.sync()).toMatchObject({ value: { requests: 2, applied: 120 } });
	});

	test('long texts are spread over several requests', async () => {
		const device = await aDevice(commit, commit);
		const description = 'panjang '.repeat(250);
		for (let count = 0; count < 60; count += 1) {
			await record(device, { content: aContent({ description }) });
		}
		expect(await device.sync()).toMatchObject({ value: { requests: 2, applied: 60 } });
	});

	test('what is recorded while an answer is on its way goes in the same sync', async () => {
		const device: Awaited<ReturnType<typeof aDevice>> = await aDevice(async (request) => {
			await record(device);
			return commit(request);
		}, commit);
		await record(device);
		await device.sync();
		expect(await states(device)).toEqual([]);
	});

	test('what was sent is forgotten after 35 days', async () => {
		const device = await aDevice(commit, { serverTime: NOW + 36 * DAY_MS });
		await record(device);
		await device.sync();
		await device.sync();
		expect(await device.db.sent.count()).toBe(0);
	});
});

describe('I8: no answer proven to be ours', () => {
	const failures: TransportFailure[] = [
		{ type: 'offline' },
		{ type: 'timeout', answering: false },
		{ type: 'timeout', answering: true },
		{ type: 'cut' },
		{ type: 'not-ours', status: 200 },
		{ type: 'not-ours', status: 502 },
		{ type: 'busy', retryAfterMs: 3_000 },
		{ type: 'signed-out' },
		{ type: 'password-change-required' },
		{ type: 'outdated' }
	];
	test.each(failures)('$type changes nothing on the device', async (failure) => {
		const device = await aDevice({ failure });
		await record(device);
		await record(device);
		const before = await everything(device);
		expect(await device.sync()).toEqual({ ok: false, error: failure });
		expect(await everything(device)).toEqual(before);
	});
});

describe('I2: screens after an answer', () => {
	test('a change of somebody else appears, with the waiting one on top when it still fits', async () => {
		const entry = asStored(anEntry());
		const device = await aDevice(
			{ documents: [entry] },
			{ documents: [asStored({ ...entry, note: 'a key of a later program' }, 2)] }
		);
		await device.sync();
		await record(device, {
			documentId: entry._id,
			base: entry.version,
			content: aContent({ description: 'baru' })
		});
		await device.db.outbox.toCollection().modify({ deferred: true });
		await device.sync();
		expect(await device.db.entries.get(entry._id)).toMatchObject({
			waiting: 1,
			entry: { content: { description: 'baru' }, note: 'a key of a later program' }
		});
	});

	test('what the rules are told anew judges also what was not sent yet', async () => {
		const card = asStored(aPerson(SITI, { name: 'Siti Nama Baru' }), 2);
		const device: Awaited<ReturnType<typeof aDevice>> = await aDevice(
			async () => {
				await record(device);
				return { documents: [card] };
			},
			{ failure: { type: 'offline' } }
		);
		await device.sync();
		expect(await device.db.entries.toArray()).toMatchObject([
			{ waiting: 1, entry: { history: [{ byName: 'Siti Nama Baru' }] } }
		]);
	});

	test('the supervisor returned it while the author edited: the server is right, the edit waits', async () => {
		const entry = anEntry();
		const returning = aMutation('review.return', { documentId: entry._id, base: entry.version });
		const returned = apply(entry, returning, someFacts({}, { actor: BUDI }));
		if (!returned.ok) throw new Error(returned.error.type);
		const device = await aDevice(
			{ documents: [asStored(entry)] },
			{ documents: [asStored(returned.value, 2)] }
		);
		await device.sync();
		await record(device, { documentId: entry._id, base: entry.version });
		await device.sync();
		expect(await device.db.entries.get(entry._id)).toMatchObject({
			status: 'returned',
			waiting: 1
		});
		expect(await states(device)).toEqual(['waiting']);
	});

	test('a document of a newer schema is stored as it is; the screen keeps what it showed', async () => {
		const entry = asStored(anEntry());
		const newer = { ...asStored({ ...entry, schema: 9, content: 'another shape' }, 2) };
		const device = await aDevice({ documents: [entry] }, { documents: [newer] }, {});
		await device.sync();
		await device.sync();
		expect(await device.db.documents.get(entry._id)).toMatchObject({ document: newer });
		expect(await device.db.entries.get(entry._id)).toMatchObject({
			entry: { content: entry.content }
		});

		await record(device, { documentId: entry._id, base: entry.version });
		await device.sync();
		expect(device.requests[2]?.mutations).toBeUndefined();
		expect(await states(device)).toEqual(['waiting']);
	});
});

describe('I15: feeds', () => {
	test('a total is the sum of what is stored, whatever comes and goes', async () => {
		const first = asStored(anEntry());
		const second = asStored(anEntry());
		const changed = asStored({ ...first }, 2);
		const device = await aDevice(
			{ documents: [first, second] },
			{ documents: [changed, first], drop: [second._id] }
		);
		await device.sync();
		await device.sync();
		expect(await device.db.feeds.get(FEED)).toEqual({ feed: FEED, total: totalOf([changed._rev]) });
		expect(await device.db.documents.where('feed').equals(FEED).count()).toBe(1);
	});

	test('feeds of which nothing is held are told by the digest alone', async () => {
		const device = await aDevice();
		await device.sync();
		const feeds = await device.db.feeds.toCollection().primaryKeys();
		expect(feeds).toContain(FEED);
		expect(device.requests[0]?.held.all).toEqual([3, expect.any(Number)]);
		expect(device.requests[0]?.held).not.toHaveProperty([FEED]);
		expect(device.requests[0]?.scope).toBe(digestOfFeeds(feeds));
	});

	test('new feeds of the scope begin empty and are asked for at once', async () => {
		const reviews = `r${SITI}.2026`;
		const held = async (device: Device) => device.db.feeds.toCollection().primaryKeys();
		const device = await aDevice(async () => ({ scope: [...(await held(device)), reviews] }));
		await device.sync();
		expect(device.requests).toHaveLength(2);
		expect(await device.db.feeds.get(reviews)).toEqual({ feed: reviews, total: [0, 0] });
	});

	test('a feed that leaves the scope is removed; outbox and drafts stay', async () => {
		const device = await aDevice({ documents: [asStored(anEntry())] }, (request) => ({
			scope: Object.keys(request.held).filter((feed) => feed !== FEED),
			results: (request.mutations ?? []).map(({ id }) => ({ id, outcome: 'deferred' }))
		}));
		await device.sync();
		const entry = await record(device);
		await device.db.drafts.put({ key: 'new', content: 'half', savedAt: NOW });
		await device.sync();

		expect(await device.db.feeds.get(FEED)).toBeUndefined();
		expect(await device.db.documents.where('feed').equals(FEED).count()).toBe(0);
		expect(await device.db.outbox.toArray()).toMatchObject([{ id: entry.version }]);
		expect(await device.db.drafts.count()).toBe(1);
	});

	test('a feed is paged to its end, and then asked about once more', async () => {
		const [a, b, c] = [asStored(anEntry()), asStored(anEntry()), asStored(anEntry())];
		const device = await aDevice(
			{ documents: [a], resume: { [FEED]: a._id } },
			{ documents: [b], resume: { [FEED]: b._id } },
			{ documents: [c] },
			{}
		);
		expect(await device.sync()).toMatchObject({ value: { complete: true, documents: 3 } });
		expect(device.requests.map(({ resume }) => resume)).toEqual([
			undefined,
			{ [FEED]: a._id },
			{ [FEED]: b._id },
			undefined
		]);
		expect(await device.db.feeds.get(FEED)).toEqual({
			feed: FEED,
			total: totalOf([a._rev, b._rev, c._rev])
		});
	});

	test('a tab killed between two pages goes on where it was', async () => {
		const [a, b] = [asStored(anEntry()), asStored(anEntry())];
		const device = await aDevice(
			{ documents: [a], resume: { [FEED]: a._id } },
			{ failure: { type: 'cut' } },
			{ documents: [b] }
		);
		await device.sync();
		device.restart();
		await device.sync();
		expect(device.requests[2]).toMatchObject({
			resume: { [FEED]: a._id },
			held: { [FEED]: totalOf([a._rev]) }
		});
		expect(await device.db.documents.where('feed').equals(FEED).count()).toBe(2);
	});

	test('pages halve when the line breaks under them, and grow again', async () => {
		const cut = { failure: { type: 'cut' } } as const;
		const device = await aDevice(cut, cut, {}, {}, {});
		for (let count = 0; count < 5; count += 1) await device.sync();
		expect(device.requests.map(({ limit }) => limit)).toEqual([
			undefined,
			300,
			150,
			300,
			undefined
		]);
	});

	test('a comparison tells buckets, then revisions, then takes what differs', async () => {
		const kept = asStored(anEntry());
		const stale = asStored(anEntry());
		const gone = asStored(anEntry());
		const fresh = asStored({ ...stale }, 2);
		const bucket = `entry:${TODAY.slice(0, 7)}`;
		const device = await aDevice(
			{ documents: [kept, stale, gone] },
			{ compare: { [FEED]: [] } },
			{ compare: { [FEED]: [bucket, 'evaluation'] } },
			{ documents: [fresh], drop: [gone._id] }
		);
		await device.sync();
		await device.sync();

		const total = [kept, stale, gone].reduce(
			(sum, { _rev }) => adjust(sum, undefined, _rev),
			EMPTY_TOTAL
		);
		expect(device.requests[2]?.buckets).toEqual({ [FEED]: { [bucket]: total } });
		expect(device.requests[3]?.revisions).toEqual({
			[FEED]: {
				[bucket]: Object.fromEntries([kept, stale, gone].map(({ _id, _rev }) => [_id, _rev])),
				evaluation: {}
			}
		});
		expect(await device.db.feeds.get(FEED)).toEqual({
			feed: FEED,
			total: totalOf([kept._rev, fresh._rev])
		});
	});

	test('a server that only asks is not asked for ever', async () => {
		const asking = { compare: { [FEED]: [] } };
		const device = await aDevice(...Array.from({ length: 50 }, () => asking));
		expect(await device.sync()).toMatchObject({ ok: true, value: { complete: false } });
		expect(device.requests.length).toBeLessThan(10);
	});
});

describe('a server restored from an older copy', () => {
	test('gets what it lost again, in order, with the receipts it once gave', async () => {
		const device = await aDevice(
			commit,
			(request) => ({
				results: (request.mutations ?? []).map(({ id }) => applied(id)),
				documents: [asStored(third, 3)]
			}),
			{ compare: { [FEED]: [] } },
			() => ({ documents: [asStored(first, 1)] }),
			(request) => ({
				results: (request.mutations ?? []).map(({ id }) => ({ id, outcome: 'deferred' }))
			})
		);
		const first = await record(device);
		await device.sync();
		const second = await record(device, { documentId: first._id, base: first.version });
		const third = await record(device, { documentId: first._id, base: second.version });
		await device.sync();
		await device.sync();

		const again = device.requests.at(-1)?.mutations ?? [];
		expect(again.map(({ id }) => id)).toEqual([second.version, third.version]);
		expect(again.every(({ receipt }) => receipt?.signature === 'signed')).toBe(true);
		expect(await device.db.sent.toCollection().primaryKeys()).toEqual([first.version]);
		expect(await device.db.entries.get(first._id)).toMatchObject({
			waiting: 2,
			entry: { version: third.version }
		});
	});

	test('a document it no longer has at all is brought back by its author', async () => {
		const device = await aDevice(commit, { compare: { [FEED]: [] } }, (request) => ({
			drop: Object.keys(request.held).includes(FEED) ? [entry._id] : []
		}));
		const entry = await record(device);
		await device.sync();
		await device.sync();
		expect(device.requests.at(-1)?.mutations).toMatchObject([
			{ id: entry.version, receipt: { signature: 'signed' } }
		]);
		expect(await device.db.entries.get(entry._id)).toMatchObject({ waiting: 1 });
	});
});

describe('the contact', () => {
	test('each answer renews it, measures the clock anew and forgives a jump', async () => {
		const device = await aDevice({ serverTime: NOW + 500, contact: 'contact-9' });
		device.clock.at = NOW - 2 * DAY_MS;
		await device.sync();
		expect(await device.db.meta.get('contact')).toMatchObject({
			value: { token: 'contact-9', at: NOW + 500 }
		});
		expect(await device.db.meta.get('clock')).toMatchObject({
			value: { offsetMs: 2 * DAY_MS + 500, jumped: false }
		});
		expect(await device.db.meta.get('lastSync')).toMatchObject({
			value: { at: NOW + 500, afterMs: 900_000 }
		});
	});
});

describe('the log of contacts', () => {
	const log = ({ db }: Device) => db.contactLog.toArray();

	test('tells what was sent, what arrived and what was new besides', async () => {
		const news = asStored(anEntry());
		const device = await aDevice((request) => {
			const { results, documents } = commit(request);
			return { results, documents: [...documents, news] };
		});
		await record(device);
		await record(device);
		await device.sync();
		expect(await log(device)).toMatchObject([
			{ at: NOW, outcome: 'ok', sent: 2, applied: 2, received: 1 }
		]);
	});

	test('tells how a sync failed, and what it had sent', async () => {
		const device = await aDevice({ failure: { type: 'timeout', answering: false } });
		await record(device);
		await device.sync();
		expect(await log(device)).toMatchObject([{ outcome: 'timeout', sent: 1, applied: 0 }]);
	});

	test('is silent about a sync that was given up', async () => {
		const device = await aDevice({ failure: { type: 'offline' } });
		await device.sync(AbortSignal.abort());
		expect(await log(device)).toEqual([]);
	});

	test('makes no sync fail', async () => {
		const device = await aDevice((request) => commit(request));
		await record(device);
		device.db.contactLog.hook('creating', () => {
			throw new TypeError('broken');
		});
		expect(await device.sync()).toMatchObject({ ok: true, value: { applied: 1 } });
	});
});

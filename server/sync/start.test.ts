import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { apply } from '#lib/domain/apply.ts';
import { instantOf } from '#lib/domain/day.ts';
import { feedOf, supervisionId, type WorkDocument } from '#lib/domain/document.ts';
import { type Entry } from '#lib/domain/entry.ts';
import { type Mutation } from '#lib/domain/mutation.ts';
import { digestOfFeeds, SyncRequest, SyncResponse } from '#lib/protocol/sync.ts';
import { totalOf } from '#lib/domain/total.ts';
import { createSigner } from '#server/auth/signer.ts';
import { DatabaseUnavailable } from '#server/db/database.ts';
import {
	aMutation,
	anEntry,
	aPerson,
	aSupervision,
	aUnit,
	BUDI,
	definitive,
	NOW,
	RATNA,
	SITI,
	someFacts,
	someSettings
} from '#tests/support/factories.ts';
import { memoryDatabase } from '#tests/support/memory-database.ts';
import { watchDatabase } from '#tests/support/watched-database.ts';
import { startSync } from './start.ts';

const STRANGER = '199303032015031003';
const NEWCOMER = '199404042016041004';
const NOBODY = '199505052017051005';
const signer = createSigner(Buffer.alloc(32, 7));
const ticks = () => new Promise<void>((resolve) => setImmediate(resolve));
const unsaved = ({ _rev: _unset, ...document }: WorkDocument) => document;

const OFFICE = [
	...[SITI, BUDI, RATNA, STRANGER].map((nip) => aPerson(nip)),
	aSupervision(SITI, [definitive(BUDI)]),
	aSupervision(BUDI, [definitive(RATNA)]),
	aUnit(),
	someSettings()
];

async function setUp(more: readonly WorkDocument[] = []) {
	const store = memoryDatabase();
	await store.write(OFFICE.map(unsaved));
	for (const document of more) store.fork(document);
	const watched = watchDatabase(store);
	const errors: unknown[] = [];
	const clock = { now: NOW };
	const sync = await startSync({
		database: watched.database,
		signer,
		now: () => clock.now,
		sleep: ticks,
		nextSync: () => [300_000, 60_000],
		onError: (error) => errors.push(error)
	});
	let requests = 0;
	/** One request, as it travels. */
	const ask = async (person: string, asked: Partial<SyncRequest> = {}): Promise<SyncResponse> => {
		const contacts = [signer.issueContact({ person, deviceId: 'device01', at: NOW })];
		requests += 1;
		const request = SyncRequest.parse({
			protocol: 1,
			requestId: `request${requests}`,
			person,
			deviceId: 'device01',
			contacts,
			held: {},
			...(asked.held && { scope: digestOfFeeds(Object.keys(asked.held)) }),
			...asked
		});
		const answer = await sync.endpoint(request, { person });
		if (!answer.ok) throw new Error(answer.error.type);
		return SyncResponse.parse(JSON.parse(JSON.stringify(answer.value)));
	};
	/** What a device that is up to date holds. */
	const heldBy = async (person: string) => {
		const { scope = [], documents = [] } = await ask(person);
		const revsOf = (feed: string) =>
			documents.filter(({ _id }) => feedOf(_id) === feed).map(({ _rev }) => _rev);
		return Object.fromEntries(scope.map((feed) => [feed, totalOf(revsOf(feed))]));
	};
	return { ...watched, store, sync, ask, heldBy, errors, clock };
}

const deliveryOf = (mutation: Mutation) => ({ ...mutation, contact: 0 });
const idsOf = ({ documents = [] }: SyncResponse) => documents.map(({ _id }) => _id);

/** The entry with an edit of its owner, as another node of a cluster would have it. */
function edited(entry: Entry): WorkDocument {
	const edit = aMutation('entry.submit', { documentId: entry._id, base: entry.version });
	const next = apply(entry, edit, someFacts());
	if (!next.ok) throw new Error(JSON.stringify(next.error));
	const hash = createHash('md5').update(edit.id).digest('hex');
	return { ...next.value, _rev: `2-${hash}` };
}

describe('an answer', () => {
	test('when nothing is new is small and costs no read of the database', async () => {
		const { ask, heldBy, calls } = await setUp();
		const held = await heldBy(SITI);
		calls.length = 0;
		const answer = await ask(SITI, { held });
		expect(Object.keys(answer).sort()).toEqual([
			'contact',
			'nextSync',
			'protocol',
			'requestId',
			'serverTime'
		]);
		expect(calls).toEqual([]);
	});

	test('carries a contact that proves the time to this person and device only', async () => {
		const { ask } = await setUp();
		const { contact } = await ask(SITI);
		expect(signer.readContact(contact, { person: SITI, deviceId: 'device01' })?.at).toBe(NOW);
		expect(signer.readContact(contact, { person: BUDI, deviceId: 'device01' })).toBeUndefined();
	});

	test('begins with the documents of its results, the last word of each', async () => {
		const { ask, heldBy } = await setUp();
		const held = await heldBy(SITI);
		const submit = aMutation('entry.submit');
		const edit = aMutation('entry.submit', { documentId: submit.documentId, base: submit.id });
		const answer = await ask(SITI, { held, mutations: [submit, edit].map(deliveryOf) });
		expect(answer.results).toMatchObject([{ outcome: 'applied' }, { outcome: 'applied' }]);
		expect(answer.documents).toMatchObject([{ _id: submit.documentId, version: edit.id }]);
	});

	test('never holds the document of a stranger, whatever is said about it (I9)', async () => {
		const { ask } = await setUp();
		const submit = aMutation('entry.submit');
		await ask(SITI, { mutations: [deliveryOf(submit)] });
		const answer = await ask(STRANGER, {
			mutations: [
				deliveryOf(aMutation('entry.submit', { documentId: submit.documentId, base: submit.id })),
				deliveryOf(aMutation('review.approve', { documentId: submit.documentId, base: submit.id })),
				deliveryOf(submit)
			]
		});
		expect(answer.results?.map(({ outcome }) => outcome)).toEqual([
			'refused',
			'refused',
			'already-applied'
		]);
		expect(idsOf(answer).filter((id) => id.includes(SITI))).toEqual([]);
		expect(answer.scope?.filter((feed) => feed.includes(SITI))).toEqual([]);
	});

	test('names the scope when the device holds other feeds, and only then', async () => {
		const { ask, heldBy } = await setUp();
		const held = await heldBy(SITI);
		expect((await ask(SITI, { held })).scope).toBeUndefined();
		expect((await ask(SITI, { held: { ...held, [`p${BUDI}.2026`]: [1, 1] } })).scope).toEqual(
			Object.keys(held)
		);
		const { all: _all, ...fewer } = held;
		expect((await ask(SITI, { held: fewer })).scope).toEqual(Object.keys(held));
	});

	test('brings a supervisor what came in meanwhile, in one request', async () => {
		const { ask, heldBy } = await setUp();
		const held = await heldBy(BUDI);
		const submit = aMutation('entry.submit');
		await ask(SITI, { mutations: [deliveryOf(submit)] });
		const answer = await ask(BUDI, { held });
		expect(idsOf(answer)).toEqual([submit.documentId]);
		expect(answer.compare ?? answer.resume ?? answer.scope).toBeUndefined();
	});

	test('is a problem to come back from when the database stays silent', async () => {
		const { sync, replace } = await setUp();
		replace({ write: () => Promise.reject(new DatabaseUnavailable('silent')) });
		const request = SyncRequest.parse({
			protocol: 1,
			requestId: 'request1',
			person: SITI,
			deviceId: 'device01',
			held: {},
			mutations: [deliveryOf(aMutation('entry.submit'))]
		});
		const answer = await sync.endpoint(request, { person: SITI });
		expect(answer).toMatchObject({
			ok: false,
			error: { type: 'database-unavailable', status: 503 }
		});
		expect(answer.ok ? 0 : answer.error.retryAfterMs).toBeGreaterThan(0);
	});

	test('is never given in another person’s name', async () => {
		const { sync } = await setUp();
		const request = SyncRequest.parse({
			protocol: 1,
			requestId: 'request1',
			person: SITI,
			deviceId: 'device01',
			held: {}
		});
		await expect(sync.endpoint(request, { person: BUDI })).rejects.toThrow();
	});
});

describe('the scope', () => {
	test('follows a change of supervisor at once (I9)', async () => {
		const { ask, store, errors } = await setUp();
		expect((await ask(STRANGER)).scope).not.toContain(`p${SITI}.2026`);
		const known = (await store.read([supervisionId(SITI)])).get(supervisionId(SITI));
		const assignments = [definitive(STRANGER)];
		await store.attach().write([{ ...known, assignments } as unknown as WorkDocument]);
		await ticks();
		expect((await ask(STRANGER)).scope).toContain(`p${SITI}.2026`);
		expect((await ask(BUDI)).scope).not.toContain(`p${SITI}.2026`);
		expect(errors).toEqual([]);
	});

	test('follows the calendar at midnight of the office', async () => {
		const { ask, clock } = await setUp();
		clock.now = instantOf('2027-01-01', -1, 'WITA');
		expect((await ask(SITI)).scope).not.toContain(`p${SITI}.2027`);
		clock.now = instantOf('2027-01-01', 0, 'WITA');
		expect((await ask(SITI)).scope).toContain(`p${SITI}.2027`);
	});
});

describe('what happens behind the requests', () => {
	test('documents forked while the server was down are healed at its start (I14)', async () => {
		const entry = anEntry();
		const { store, errors } = await setUp([edited(entry), edited(entry)]);
		await ticks();
		expect(await store.branches(entry._id)).toHaveLength(1);
		expect(await store.forked()).toEqual([]);
		expect(errors).toEqual([]);
	});

	test('a document forked while it runs is healed and its news told (I14, I15)', async () => {
		const { store, ask, heldBy } = await setUp();
		const entry = anEntry();
		store.fork(edited(entry));
		await ticks();
		await heldBy(SITI);
		store.fork(edited(entry));
		await ticks();
		const [healed] = await store.branches(entry._id);
		expect(healed?.history).toHaveLength(3);
		const { documents } = await ask(SITI);
		expect(documents).toContainEqual(healed);
	});

	test('after a restore from an older copy everything is known anew (I15)', async () => {
		const { store, ask, sync, errors } = await setUp();
		const backup = store.snapshot();
		const submit = aMutation('entry.submit');
		await ask(SITI, { mutations: [deliveryOf(submit)] });
		const known = (await store.read([supervisionId(SITI)])).get(supervisionId(SITI));
		const assignments = [definitive(STRANGER)];
		await store.write([{ ...known, assignments } as unknown as WorkDocument]);
		await ticks();
		store.restore(backup);
		await ticks();
		expect(idsOf(await ask(SITI))).not.toContain(submit.documentId);
		expect(sync.directory.supervision(SITI)?.assignments).toEqual([definitive(BUDI)]);
		expect(errors).toEqual([]);
	});

	test('somebody whose card came a moment ago is known by name, and somebody without one is not', async () => {
		const { store, sync } = await setUp();
		await store.write([unsaved(aPerson(NEWCOMER, { name: 'Novi Contoh' }))]);
		expect(sync.directory.person(NEWCOMER)).toBeUndefined();
		expect(await sync.nameOf(NEWCOMER)).toBe('Novi Contoh');
		expect(await sync.nameOf(NOBODY)).toBeUndefined();
	});

	test('a change that can’t be read at once is read later', async () => {
		const { store, replace, ask, errors } = await setUp();
		replace({ read: () => Promise.reject(new DatabaseUnavailable('away')) });
		const known = (await store.read([supervisionId(SITI)])).get(supervisionId(SITI));
		const assignments = [definitive(STRANGER)];
		await store.write([{ ...known, assignments } as unknown as WorkDocument]);
		await ticks();
		replace({ read: (ids) => store.read(ids) });
		await ticks();
		await ticks();
		expect((await ask(STRANGER)).scope).toContain(`p${SITI}.2026`);
		expect(errors).toEqual([]);
	});

	test('two processes on one database tell each other’s news (I15)', async () => {
		const { store, ask, heldBy } = await setUp();
		const held = await heldBy(SITI);
		const other = await startSync({
			database: store.attach(),
			signer,
			now: () => NOW,
			sleep: ticks,
			nextSync: () => [1, 1],
			onError: (error) => {
				throw error;
			}
		});
		const submit = aMutation('entry.submit');
		const request = SyncRequest.parse({
			protocol: 1,
			requestId: 'request9',
			person: SITI,
			deviceId: 'device01',
			held,
			mutations: [deliveryOf(submit)]
		});
		await other.endpoint(request, { person: SITI });
		expect(idsOf(await ask(SITI, { held }))).toEqual([submit.documentId]);
	});

	test('it stops when what is being written is written', async () => {
		const { sync, ask, store } = await setUp();
		const submit = aMutation('entry.submit');
		store.pauseWrites();
		const answer = ask(SITI, { mutations: [deliveryOf(submit)] });
		await ticks();
		const stopped = sync.stop();
		store.resumeWrites();
		await stopped;
		expect((await answer).results).toMatchObject([{ outcome: 'applied' }]);
	});
});

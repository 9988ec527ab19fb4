import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS } from '#lib/domain/day.ts';
import { entryId, type WorkDocument } from '#lib/domain/document.ts';
import { Entry } from '#lib/domain/entry.ts';
import { type Directory } from '#lib/domain/facts.ts';
import { type Mutation } from '#lib/domain/mutation.ts';
import { type Delivery, type Receipt, type SyncRequest } from '#lib/protocol/sync.ts';
import { createSigner } from '#server/auth/signer.ts';
import { DatabaseUnavailable } from '#server/db/database.ts';
import {
	aContent,
	aDirectory,
	aMutation,
	aMutationId,
	BUDI,
	definitive,
	NOW,
	RATNA,
	SITI,
	someSettings
} from '#tests/support/factories.ts';
import { memoryDatabase } from '#tests/support/memory-database.ts';
import { watchDatabase } from '#tests/support/watched-database.ts';
import { Committer } from './committer.ts';
import { deliver } from './deliver.ts';
import { Documents } from './documents.ts';
import { Feeds } from './feeds.ts';

const DEVICE = 'device000001';
const DEVICE_OF_BUDI = 'device000002';
const signer = createSigner(Buffer.alloc(32, 7));
const contactAt = (at: number, person = SITI, deviceId = DEVICE) =>
	signer.issueContact({ person, deviceId, at });

async function setUp(directory: Directory = aDirectory()) {
	const store = memoryDatabase();
	const watched = watchDatabase(store);
	const feeds = new Feeds(watched.database);
	const documents = new Documents(watched.database);
	const { database } = watched;
	const sleep = () => new Promise<void>((resolve) => setImmediate(resolve));
	const committer = new Committer({ database, documents, feeds, sleep });
	await feeds.load();
	const errors: unknown[] = [];
	const parts = { committer, directory, signer, onError: (error: unknown) => errors.push(error) };
	const send = (person: string, more: Partial<SyncRequest>, at = NOW) =>
		deliver(
			parts,
			{ protocol: 1, requestId: 'request1', person, deviceId: DEVICE, held: {}, ...more },
			at
		);
	const stored = async (id: string) => Entry.parse((await store.read([id])).get(id));
	return { ...watched, store, documents, errors, send, stored };
}

/** As the device sends it: under the contact at index 0 unless told otherwise. */
const delivery = (mutation: Mutation, more: Partial<Delivery> = { contact: 0 }): Delivery => ({
	...mutation,
	...more
});

const fresh = { contacts: [contactAt(NOW - MINUTE_MS)] };
const outcomesOf = ({ results }: { results: { outcome: string }[] }) =>
	results.map(({ outcome }) => outcome);

describe('several mutations', () => {
	test('are answered in their order, one by one', async () => {
		const { send, stored } = await setUp();
		const submit = aMutation('entry.submit');
		const edit = aMutation('entry.submit', { documentId: submit.documentId, base: submit.id });
		const stale = aMutation('entry.withdraw', { documentId: submit.documentId, base: submit.id });
		const { results } = await send(SITI, {
			...fresh,
			mutations: [submit, edit, stale, submit].map((each) => delivery(each))
		});
		expect(results).toMatchObject([
			{ id: submit.id, outcome: 'applied' },
			{ id: edit.id, outcome: 'applied' },
			{ id: stale.id, outcome: 'refused', refusal: { type: 'version-moved' } },
			{ id: submit.id, outcome: 'already-applied' }
		]);
		expect((await stored(submit.documentId)).history.map(({ id }) => id)).toEqual([
			submit.id,
			edit.id
		]);
	});

	test.each<[string, Delivery, string[]]>([
		['of an unknown kind', { ...aMutation('entry.submit'), kind: 'entry.duplicate' }, ['kind']],
		['without content', { ...aMutation('entry.submit'), content: undefined }, ['content']],
		['that is only an id', { id: 'x' }, ['kind']],
		[
			'about something else than an entry',
			{ ...aMutation('entry.submit'), documentId: 'all:settings' },
			['documentId']
		],
		[
			'on a day that does not exist',
			{ ...aMutation('entry.submit'), documentId: entryId(SITI, '2026-13-45', aMutationId()) },
			['documentId']
		],
		[
			'whose id names two years',
			{
				...aMutation('entry.submit'),
				documentId: `p${SITI}.2025:entry:2026-11-24:${aMutationId()}`
			},
			['documentId']
		]
	])('one %s is refused as malformed, the others go through (I6)', async (_name, bad, paths) => {
		const { send, errors } = await setUp();
		const good = [aMutation('entry.submit'), aMutation('entry.submit')];
		const { results } = await send(SITI, {
			...fresh,
			mutations: [delivery(good[0] as Mutation), bad, delivery(good[1] as Mutation)]
		});
		expect(results).toMatchObject([
			{ outcome: 'applied' },
			{ id: bad.id, outcome: 'refused', refusal: { type: 'malformed', paths } },
			{ outcome: 'applied' }
		]);
		expect(errors).toEqual([]);
	});

	test('one on a document that can’t be judged waits, is told of, and holds up nobody (I6)', async () => {
		const { send, store, errors } = await setUp();
		const submit = aMutation('entry.submit');
		await send(SITI, { ...fresh, mutations: [delivery(submit)] });
		const known = (await store.read([submit.documentId])).get(submit.documentId);
		await store.write([{ ...known, version: 'lost' } as unknown as WorkDocument]);

		const damaged = aMutation('entry.submit', {
			documentId: submit.documentId,
			base: aMutationId()
		});
		const answer = await send(SITI, {
			...fresh,
			mutations: [delivery(damaged), delivery(aMutation('entry.submit'))]
		});
		expect(outcomesOf(answer)).toEqual(['deferred', 'applied']);
		expect(errors).toHaveLength(1);
	});

	test('whatever is sent, everything gets its answer and nothing is told as a failure (I6)', async () => {
		const text = fc.oneof(fc.string(), fc.constantFrom('entry.submit', 'review.undo', SITI));
		const anything = fc.record(
			{
				id: fc.string({ minLength: 1, maxLength: 64 }),
				kind: text,
				documentId: fc.oneof(
					text,
					fc
						.tuple(fc.nat(99_999_999), fc.nat(99_999_999))
						.map(
							([a, b]) =>
								`p${SITI}.${a % 10_000}:entry:${String(a).padStart(4, '0').slice(0, 4)}-${b % 100}-10:${aMutationId()}`
						)
				),
				base: fc.oneof(fc.constant(null), text),
				seq: fc.oneof(fc.nat(), fc.double()),
				recordedAt: fc.oneof(fc.nat(), fc.constant(Number.MAX_SAFE_INTEGER)),
				content: fc.oneof(fc.constant(aContent()), fc.object())
			},
			{ requiredKeys: ['id'] }
		);
		const { send, errors } = await setUp();
		await fc.assert(
			fc.asyncProperty(fc.array(anything, { maxLength: 5 }), async (mutations) => {
				const good = aMutation('entry.submit');
				const { results } = await send(SITI, {
					...fresh,
					mutations: [...mutations, delivery(good)] as Delivery[]
				});
				expect(results.map(({ id }) => id)).toEqual([...mutations.map(({ id }) => id), good.id]);
				expect(results.at(-1)?.outcome).toBe('applied');
				expect(errors).toEqual([]);
			})
		);
	});

	test('a silent database fails them as a whole, so that they are sent again', async () => {
		const { send, replace } = await setUp();
		replace({ write: () => Promise.reject(new DatabaseUnavailable('silent')) });
		await expect(
			send(SITI, { ...fresh, mutations: [delivery(aMutation('entry.submit'))] })
		).rejects.toThrow(DatabaseUnavailable);
	});
});

describe('delivered again', () => {
	test('a first submission is already applied, also after its window closed (I3)', async () => {
		const { send, documents, stored } = await setUp();
		const submit = aMutation('entry.submit');
		const first = await send(SITI, { ...fresh, mutations: [delivery(submit)] });
		documents.clear();
		const later = NOW + 30 * DAY_MS;
		const again = await send(
			SITI,
			{ contacts: [contactAt(later)], mutations: [delivery({ ...submit, recordedAt: later })] },
			later
		);
		expect(outcomesOf(again)).toEqual(['already-applied']);
		expect(again.results[0]?.receipt).toEqual(first.results[0]?.receipt);
		expect((await stored(submit.documentId)).history).toHaveLength(1);
	});

	test('by somebody else it brings no receipt', async () => {
		const { send } = await setUp();
		const submit = aMutation('entry.submit');
		await send(SITI, { ...fresh, mutations: [delivery(submit)] });
		const { results } = await send(BUDI, { mutations: [delivery(submit)] });
		expect(results).toEqual([{ id: submit.id, outcome: 'already-applied' }]);
	});

	test('the same request at once from two tabs is applied once (I3)', async () => {
		const { send, stored } = await setUp();
		const submit = aMutation('entry.submit');
		const edit = aMutation('entry.submit', { documentId: submit.documentId, base: submit.id });
		const request = { ...fresh, mutations: [delivery(submit), delivery(edit)] };
		const both = await Promise.all([send(SITI, request), send(SITI, request)]);
		expect(both.map(outcomesOf)).toEqual([
			['applied', 'applied'],
			['already-applied', 'already-applied']
		]);
		expect((await stored(submit.documentId)).history).toHaveLength(2);
	});
});

describe('permission', () => {
	test('nobody submits for another person, and nothing is written (I9)', async () => {
		const { send, calls } = await setUp();
		const { results } = await send(RATNA, { mutations: [delivery(aMutation('entry.submit'))] });
		expect(results).toMatchObject([{ outcome: 'refused', refusal: { type: 'not-allowed' } }]);
		expect(calls).not.toContain('write');
	});

	test('a stranger learns nothing of an entry he may not review but that he may not (I9)', async () => {
		const { send } = await setUp();
		const submit = aMutation('entry.submit');
		await send(SITI, { ...fresh, mutations: [delivery(submit)] });
		const approve = aMutation('review.approve', {
			documentId: submit.documentId,
			base: aMutationId()
		});
		const { results } = await send(RATNA, { mutations: [delivery(approve)] });
		expect(results).toEqual([
			{ id: approve.id, outcome: 'refused', refusal: { type: 'not-allowed' } }
		]);
	});

	test('a reviewer decides on what was seen', async () => {
		const { send, stored } = await setUp();
		const submit = aMutation('entry.submit');
		await send(SITI, { ...fresh, mutations: [delivery(submit)] });
		const approve = aMutation('review.approve', { documentId: submit.documentId, base: submit.id });
		const contacts = [contactAt(NOW, BUDI, DEVICE_OF_BUDI)];
		const answer = await send(BUDI, {
			deviceId: DEVICE_OF_BUDI,
			contacts,
			mutations: [delivery(approve)]
		});
		expect(outcomesOf(answer)).toEqual(['applied']);
		expect((await stored(submit.documentId)).status).toBe('approved');
	});
});

describe('a supervisor who was replaced while his decision waited', () => {
	const replaced = aDirectory({
		supervision: {
			[SITI]: [definitive(BUDI), { ...definitive(RATNA), publishedAt: NOW - DAY_MS }]
		}
	});
	const submit = aMutation('entry.submit');
	const decide = async (lastContactAt: number) => {
		const { send, stored } = await setUp(replaced);
		await send(SITI, { ...fresh, mutations: [delivery(submit)] });
		const approve = aMutation('review.approve', { documentId: submit.documentId, base: submit.id });
		const contacts = [contactAt(NOW, BUDI), contactAt(lastContactAt, BUDI)];
		const answer = await send(BUDI, { contacts, mutations: [delivery(approve, { contact: 1 })] });
		return { answer, entry: await stored(submit.documentId) };
	};

	test('before he could know of it: it counts (I9, I12)', async () => {
		const { answer, entry } = await decide(NOW - 2 * DAY_MS);
		expect(outcomesOf(answer)).toEqual(['applied']);
		expect(entry).toMatchObject({ status: 'approved' });
	});

	test('and who decided after his device had heard of it, is refused (I9)', async () => {
		const { answer, entry } = await decide(NOW - DAY_MS / 2);
		expect(answer.results).toMatchObject([
			{ outcome: 'refused', refusal: { type: 'not-allowed' } }
		]);
		expect(entry).toMatchObject({ status: 'submitted' });
	});
});

describe('the time that counts (I12)', () => {
	const at = (hoursAgo: number) => NOW - hoursAgo * 60 * MINUTE_MS;
	const judgedOf = ({ results }: Awaited<ReturnType<Awaited<ReturnType<typeof setUp>>['send']>>) =>
		results.map(({ receipt }) => receipt && [receipt.judgedAt, receipt.proven]);

	test('is the device’s word, when the contact it was recorded under proves it', async () => {
		const { send } = await setUp();
		const answer = await send(SITI, {
			contacts: [contactAt(NOW), contactAt(at(5)), contactAt(at(9))],
			mutations: [
				delivery(
					aMutation('entry.submit', {
						recordedAt: at(8),
						content: aContent({ startMinute: 0, endMinute: 60 })
					}),
					{ contact: 2 }
				),
				delivery(
					aMutation('entry.submit', {
						recordedAt: at(4),
						content: aContent({ startMinute: 60, endMinute: 120 })
					}),
					{ contact: 1 }
				)
			]
		});
		expect(judgedOf(answer)).toEqual([
			[at(8), true],
			[at(4), true]
		]);
	});

	test.each<[string, string[], Partial<Delivery>]>([
		['without a contact', [contactAt(at(9))], {}],
		['with an index beyond the contacts', [contactAt(at(9))], { contact: 7 }],
		['with a contact of another person', [contactAt(at(9), BUDI)], { contact: 0 }],
		['with a contact of another device', [contactAt(at(9), SITI, DEVICE_OF_BUDI)], { contact: 0 }],
		['with a forged contact', [`${contactAt(at(9)).slice(0, -1)}!`], { contact: 0 }],
		['with a contact older than the trusted days', [contactAt(NOW - 8 * DAY_MS)], { contact: 0 }],
		['before its contact', [contactAt(at(1))], { contact: 0 }],
		['after a clock jump', [contactAt(at(9))], { contact: 0, clockJumped: true }]
	])('is the receipt’s, unproven, %s', async (_name, contacts, more) => {
		const { send, stored } = await setUp();
		const submit = aMutation('entry.submit', { recordedAt: at(8) });
		const answer = await send(SITI, { contacts, mutations: [delivery(submit, more)] });
		expect(judgedOf(answer)).toEqual([[NOW, false]]);
		expect((await stored(submit.documentId)).history[0]).toMatchObject({
			unproven: true,
			receivedAt: NOW
		});
	});

	test('never runs backwards from one mutation of a request to the next', async () => {
		const { send } = await setUp();
		const content = aContent({ startMinute: 0, endMinute: 60 });
		const one = (hoursAgo: number) =>
			delivery(aMutation('entry.submit', { recordedAt: at(hoursAgo), content }));
		const answer = await send(SITI, {
			contacts: [contactAt(at(9))],
			mutations: [one(5), one(6), one(4)]
		});
		expect(judgedOf(answer)).toEqual([
			[at(5), true],
			[NOW, false],
			[at(4), true]
		]);
	});

	test('of what another device brings in a file is not bound by what this device did meanwhile', async () => {
		const { send } = await setUp();
		const content = aContent({ startMinute: 0, endMinute: 60 });
		const one = (hoursAgo: number, contact: number) =>
			delivery(aMutation('entry.submit', { recordedAt: at(hoursAgo), content }), { contact });
		const carried = `${contactAt(at(9), SITI, DEVICE_OF_BUDI)}.${DEVICE_OF_BUDI}`;
		const answer = await send(SITI, {
			contacts: [contactAt(at(9)), carried],
			mutations: [one(4, 0), one(6, 1), one(7, 1), one(5, 1)]
		});
		expect(judgedOf(answer)).toEqual([
			[at(4), true],
			[at(6), true],
			[NOW, false],
			[at(5), true]
		]);
	});

	test('is judged with the kinder trusted days, if the stricter were published after the contact', async () => {
		const published = NOW - 2 * DAY_MS;
		const narrowed = someSettings(
			{ offlineTrustDays: 7 },
			{ validFrom: '2026-01-01', publishedAt: published, offlineTrustDays: 1 }
		);
		const { send } = await setUp(aDirectory({ settings: narrowed }));
		const recordedAt = at(30);
		const submit = (contact: number) =>
			delivery(
				aMutation('entry.submit', {
					recordedAt,
					documentId: entryId(SITI, '2026-11-23', aMutationId()),
					content: aContent({ startMinute: 0, endMinute: 60 })
				}),
				{ contact }
			);
		const answer = await send(SITI, {
			contacts: [contactAt(published - DAY_MS), contactAt(published + MINUTE_MS)],
			mutations: [submit(0), submit(1)]
		});
		expect(judgedOf(answer)).toEqual([
			[recordedAt, true],
			[NOW, false]
		]);
	});
});

describe('after a restore', () => {
	/** Siti submits and edits, Budi approves; then the database is put back to what `keep` leaves. */
	async function restored(keep: 'nothing' | 'the first version') {
		const all = await setUp();
		const { send, store, documents } = all;
		const empty = store.snapshot();
		const submit = aMutation('entry.submit');
		const edit = aMutation('entry.submit', { documentId: submit.documentId, base: submit.id });
		const approve = aMutation('review.approve', { documentId: submit.documentId, base: edit.id });
		const first = await send(SITI, { ...fresh, mutations: [delivery(submit)] });
		const early = store.snapshot();
		const second = await send(SITI, { ...fresh, mutations: [delivery(edit)] });
		const contacts = [contactAt(NOW, BUDI)];
		const third = await send(BUDI, { contacts, mutations: [delivery(approve)] });
		store.restore(keep === 'nothing' ? empty : early);
		documents.clear();
		const receipts = [first, second, third].map(({ results }) => results[0]?.receipt as Receipt);
		const mutations = [submit, edit, approve] as const;
		const again = mutations.map((mutation, index) =>
			delivery(mutation, { receipt: receipts[index] as Receipt })
		) as [Delivery, Delivery, Delivery];
		return { ...all, mutations, again, receipts };
	}
	const LATER = NOW + 20 * DAY_MS;

	test('a receipt this server signed brings its times back, long after the window', async () => {
		const { send, again, receipts, stored, mutations } = await restored('nothing');
		const { results } = await send(SITI, { mutations: again.slice(0, 2) }, LATER);
		expect(results.map(({ outcome, receipt }) => [outcome, receipt])).toEqual([
			['applied', receipts[0]],
			['applied', receipts[1]]
		]);
		expect((await stored(mutations[0].documentId)).history[0]).toMatchObject({
			judgedAt: receipts[0]?.judgedAt,
			receivedAt: NOW,
			timing: 'on-time'
		});
	});

	test.each<[string, (receipt: Receipt) => Receipt]>([
		['other times', (receipt) => ({ ...receipt, judgedAt: receipt.judgedAt - 1 })],
		['another proof', (receipt) => ({ ...receipt, proven: false })],
		['a made-up signature', (receipt) => ({ ...receipt, signature: 'A'.repeat(22) })]
	])('a receipt with %s is ignored', async (_name, forge) => {
		const { send, again, receipts, stored } = await restored('nothing');
		const forged = { ...again[0], receipt: forge(receipts[0] as Receipt) };
		await send(SITI, { mutations: [forged] }, LATER);
		const entry = await stored(String(again[0].documentId));
		expect(entry.history[0]).toMatchObject({ judgedAt: LATER, receivedAt: LATER, unproven: true });
	});

	test('a receipt for another mutation is ignored', async () => {
		const { send, receipts, stored } = await restored('nothing');
		const other = aMutation('entry.submit');
		await send(SITI, { mutations: [delivery(other, { receipt: receipts[0] as Receipt })] }, LATER);
		expect((await stored(other.documentId)).history[0]).toMatchObject({ unproven: true });
	});

	test.each(['nothing', 'the first version'] as const)(
		'a decision whose version is lost waits until its author brings it back (%s was kept)',
		async (keep) => {
			const { send, again, stored } = await restored(keep);
			const early = await send(BUDI, { mutations: [again[2]] }, LATER);
			expect(outcomesOf(early)).toEqual(['deferred']);
			await send(SITI, { mutations: again.slice(0, 2) }, LATER);
			const late = await send(BUDI, { mutations: [again[2]] }, LATER);
			expect(outcomesOf(late)).toEqual(['applied']);
			expect((await stored(String(again[0].documentId))).status).toBe('approved');
		}
	);

	test('a decision without a receipt on a document that is missing is refused', async () => {
		const { send, mutations } = await restored('nothing');
		const { results } = await send(BUDI, { mutations: [delivery(mutations[2])] });
		expect(results).toMatchObject([{ outcome: 'refused', refusal: { type: 'document-missing' } }]);
	});

	test('a decision with a receipt on a version that was replaced is refused', async () => {
		const { send, again, mutations } = await restored('the first version');
		await send(SITI, { mutations: [again[1]] }, LATER);
		const [submit, edit] = mutations;
		const replacing = aMutation('entry.submit', { documentId: submit.documentId, base: edit.id });
		await send(SITI, { contacts: [contactAt(NOW)], mutations: [delivery(replacing)] });
		const answer = await send(BUDI, { mutations: [again[2]] }, LATER);
		expect(answer.results).toMatchObject([
			{ outcome: 'refused', refusal: { type: 'version-moved', by: SITI } }
		]);
	});
});

describe('a document of a newer program', () => {
	test('is left as it is, brought to the device, and mutations on it wait', async () => {
		const { send, store } = await setUp();
		const submit = aMutation('entry.submit');
		const newer = { _id: submit.documentId, schema: 2, shape: 'unknown' };
		const [written] = await store.write([newer]);
		const edit = aMutation('entry.submit', { documentId: submit.documentId, base: submit.id });
		const { results, documents } = await send(SITI, {
			...fresh,
			mutations: [delivery(edit), delivery(aMutation('entry.submit'))]
		});
		expect(results).toMatchObject([{ id: edit.id, outcome: 'deferred' }, { outcome: 'applied' }]);
		expect(documents[0]).toEqual({ ...newer, _rev: written?.ok && written.rev });
	});
});

describe('documents', () => {
	test('come for every result, as they stand after it (I1)', async () => {
		const { send } = await setUp();
		const submit = aMutation('entry.submit');
		const stale = aMutation('entry.withdraw', {
			documentId: submit.documentId,
			base: aMutationId()
		});
		const { documents } = await send(SITI, { ...fresh, mutations: [delivery(submit)] });
		const refused = await send(SITI, { ...fresh, mutations: [delivery(stale)] });
		expect(documents).toMatchObject([{ _id: submit.documentId, version: submit.id }]);
		expect(refused.documents).toEqual(documents);
	});
});

describe('the day of an entry', () => {
	test.each([
		['the far past', '0001-01-01', 'window-closed'],
		['the far future', '9999-12-31', 'in-future']
	])('in %s is judged like any other', async (_name, day, type) => {
		const { send } = await setUp();
		const submit = aMutation('entry.submit', { documentId: entryId(SITI, day, aMutationId()) });
		const { results } = await send(SITI, { ...fresh, mutations: [delivery(submit)] });
		expect(results).toMatchObject([{ outcome: 'refused', refusal: { type } }]);
	});
});

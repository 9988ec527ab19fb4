import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DocumentId, feedOf, type WorkDocument } from '#lib/domain/document.ts';
import { DatabaseUnavailable } from '#server/db/database.ts';
import { memoryDatabase } from '#tests/support/memory-database.ts';
import { watchDatabase } from '#tests/support/watched-database.ts';
import { type Change, Committer } from './committer.ts';
import { Documents } from './documents.ts';
import { Feeds } from './feeds.ts';

const A = 'jpos:note:a';
const B = 'jpos:note:b';
const KNOWN = { isNew: false };
const NEW = { isNew: true };

type Note = WorkDocument & { words: string[] };
type Answer = 'applied' | 'already' | 'refused';

const wordsOf = (document: WorkDocument | undefined): string[] =>
	document ? (document as Note).words : [];

/** Adds a word to a note; once (I3). */
const say =
	(word: string, id = A) =>
	(document: WorkDocument | undefined): Change<Answer> => {
		const words = wordsOf(document);
		if (words.includes(word)) return { answer: 'already' };
		const write = { _id: id, schema: 1, words: [...words, word] };
		return { write, answer: 'applied' };
	};

/** Adds a word only to a note that doesn't exist yet, like a first submission whose window is open. */
const sayFirst =
	(word: string, isOpen = true) =>
	(document: WorkDocument | undefined): Change<Answer> =>
		document || isOpen ? say(word)(document) : { answer: 'refused' };

/** Adds a word only after the one it is based on. */
const sayAfter =
	(base: string, word: string) =>
	(document: WorkDocument | undefined): Change<Answer> =>
		wordsOf(document).includes(word) || wordsOf(document).at(-1) === base
			? say(word)(document)
			: { answer: 'refused' };

const fail = (): Change<Answer> => {
	throw new Error('a bug in one job');
};

async function setUp() {
	const store = memoryDatabase();
	const watched = watchDatabase(store);
	const feeds = new Feeds(watched.database);
	const documents = new Documents(watched.database);
	const batches: number[] = [];
	const sleeps: number[] = [];
	const committer = new Committer({
		database: watched.database,
		documents,
		feeds,
		sleep: (ms) => {
			sleeps.push(ms);
			return new Promise((resolve) => setImmediate(resolve));
		},
		onBatch: (count) => batches.push(count)
	});
	await watched.database.changes(
		(change) => {
			if (feeds.hear(change) === 'foreign') documents.forget(change.id);
		},
		() => {}
	);
	await feeds.load();
	const stored = async (id = A) => wordsOf((await store.read([id])).get(id));
	/** Another process adds a word. */
	const sayElsewhere = async (word: string, id = A) => {
		const other = store.attach();
		const current = (await other.read([id])).get(id);
		const words = [...wordsOf(current), word];
		await other.write([{ _id: id, schema: 1, _rev: current?._rev, words } as WorkDocument]);
	};
	return { ...watched, store, feeds, documents, committer, batches, sleeps, stored, sayElsewhere };
}

const ticks = () => new Promise<void>((resolve) => setImmediate(resolve));
const answersOf = async (committed: Promise<{ answer: Answer }>[]) =>
	(await Promise.all(committed)).map(({ answer }) => answer);
const count = (calls: readonly string[], name: string) =>
	calls.filter((call) => call === name).length;

describe('a batch', () => {
	test('many callers share one write', async () => {
		const { committer, calls, batches } = await setUp();
		const ids = Array.from({ length: 40 }, (_, index) => `jpos:note:n${index}`);
		const answers = await answersOf(ids.map((id) => committer.commit(id, say('x', id), NEW)));
		expect(answers).toEqual(ids.map(() => 'applied'));
		expect({ writes: count(calls, 'write'), reads: count(calls, 'read'), batches }).toEqual({
			writes: 1,
			reads: 0,
			batches: [40]
		});
	});

	test('known documents are read in one request', async () => {
		const { committer, calls, sayElsewhere } = await setUp();
		await sayElsewhere('old', A);
		await sayElsewhere('old', B);
		await answersOf([
			committer.commit(A, say('x'), KNOWN),
			committer.commit(B, say('x', B), KNOWN)
		]);
		expect(count(calls, 'read')).toBe(1);
	});

	test('jobs of one request on one document run in order, are written once, answered one by one (I7)', async () => {
		const { committer, batches, stored } = await setUp();
		const answers = await answersOf([
			committer.commit(A, say('one'), NEW),
			committer.commit(A, sayAfter('one', 'two'), KNOWN),
			committer.commit(A, say('one'), NEW),
			committer.commit(A, sayAfter('two', 'three'), KNOWN)
		]);
		expect(answers).toEqual(['applied', 'applied', 'already', 'applied']);
		expect(await stored()).toEqual(['one', 'two', 'three']);
		expect(batches).toEqual([1]);
	});

	test('jobs of two requests on one document run in the order they came (I7)', async () => {
		const { committer, stored, store, batches } = await setUp();
		store.pauseWrites();
		const first = committer.commit(A, say('one'), NEW);
		await ticks();
		const others = [
			committer.commit(A, sayAfter('one', 'two'), KNOWN),
			committer.commit(A, sayAfter('two', 'three'), KNOWN)
		];
		await ticks();
		store.resumeWrites();
		expect(await answersOf([first, ...others])).toEqual(['applied', 'applied', 'applied']);
		expect(await stored()).toEqual(['one', 'two', 'three']);
		expect(batches).toEqual([1, 1]);
	});

	test('a document in flight makes later jobs on it wait, and only those', async () => {
		const { committer, store, calls } = await setUp();
		store.pauseWrites();
		const first = committer.commit(A, say('one'), NEW);
		await ticks();
		const later = [committer.commit(A, say('two'), KNOWN), committer.commit(B, say('x', B), NEW)];
		await ticks();
		expect(count(calls, 'write')).toBe(2);
		store.resumeWrites();
		await answersOf([first, ...later]);
		expect(count(calls, 'write')).toBe(3);
	});

	test('everybody is answered with the document as it was written', async () => {
		const { committer } = await setUp();
		const [one, two] = await Promise.all([
			committer.commit(A, say('one'), NEW),
			committer.commit(A, say('two'), KNOWN)
		]);
		expect(wordsOf(one.document)).toEqual(['one', 'two']);
		expect(two.document).toEqual(one.document);
	});

	test('nothing is left waiting when it is idle', async () => {
		const { committer, stored } = await setUp();
		void committer.commit(A, say('one'), NEW);
		await committer.idle();
		expect(await stored()).toEqual(['one']);
	});
});

describe('durability', () => {
	test('nobody is answered before the write is done (I4)', async () => {
		const { committer, store } = await setUp();
		store.pauseWrites();
		let isAnswered = false;
		const answer = committer.commit(A, say('one'), NEW).then(() => (isAnswered = true));
		await ticks();
		expect(isAnswered).toBe(false);
		store.resumeWrites();
		await answer;
	});

	test.each(['before', 'after'] as const)(
		'an unknown outcome %s the write really happened leaves no duplicate (I3, I4)',
		async (when) => {
			const { committer, store, stored } = await setUp();
			store.failNextWrite(when);
			const answers = await answersOf([
				committer.commit(A, say('one'), NEW),
				committer.commit(A, sayAfter('one', 'two'), KNOWN),
				committer.commit(B, say('x', B), NEW)
			]);
			expect(answers).not.toContain('refused');
			expect(await stored()).toEqual(['one', 'two']);
			expect(await stored(B)).toEqual(['x']);
		}
	);

	test('a database that stays silent rejects everybody, and the next commit works', async () => {
		const { committer, store, replace, stored, sleeps } = await setUp();
		replace({ write: () => Promise.reject(new DatabaseUnavailable('silent')) });
		const outcomes = await Promise.allSettled([
			committer.commit(A, say('one'), NEW),
			committer.commit(A, say('two'), KNOWN),
			committer.commit(B, say('x', B), NEW)
		]);
		expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
		expect(outcomes[0]).toMatchObject({ reason: { name: 'DatabaseUnavailable' } });
		expect(sleeps.length).toBeGreaterThan(0);
		replace({ write: (documents) => store.write(documents) });
		await committer.commit(A, say('one'), NEW);
		expect(await stored()).toEqual(['one']);
	});

	test('who was answered before the database failed keeps the answer', async () => {
		const { committer, replace, sayElsewhere } = await setUp();
		await sayElsewhere('one');
		replace({ write: () => Promise.reject(new DatabaseUnavailable('silent')) });
		const [known, lost] = await Promise.allSettled([
			committer.commit(A, say('one'), KNOWN),
			committer.commit(B, say('x', B), NEW)
		]);
		expect(known).toMatchObject({ value: { answer: 'already' } });
		expect(lost.status).toBe('rejected');
	});
});

describe('other writers', () => {
	test('a conflict is read again and the job applied again', async () => {
		const { committer, replace, store, sayElsewhere, stored } = await setUp();
		await committer.commit(A, say('one'), NEW);
		replace({
			write: async (documents) => {
				replace({ write: (later) => store.write(later) });
				await sayElsewhere('elsewhere');
				return store.write(documents);
			}
		});
		const { answer } = await committer.commit(A, say('two'), KNOWN);
		expect(answer).toBe('applied');
		expect(await stored()).toEqual(['one', 'elsewhere', 'two']);
	});

	test('a conflict holds up nobody else in the batch', async () => {
		const { committer, sayElsewhere, stored } = await setUp();
		await sayElsewhere('elsewhere');
		const answers = await answersOf([
			committer.commit(A, say('one'), NEW),
			committer.commit(B, say('x', B), NEW)
		]);
		expect(answers).toEqual(['applied', 'applied']);
		expect(await stored()).toEqual(['elsewhere', 'one']);
	});

	test('nobody is refused on what memory holds when another process moved the document', async () => {
		const { committer, documents, sayElsewhere } = await setUp();
		await committer.commit(A, say('one'), NEW);
		// The change feed is late: this process still believes in the old document.
		const old = documents.peek(A);
		await sayElsewhere('two');
		if (old) documents.put(old);
		const { answer } = await committer.commit(A, sayAfter('two', 'three'), KNOWN);
		expect(answer).toBe('applied');
	});

	test('a change of another process told while ours is written leaves nothing old in memory', async () => {
		const { committer, documents, replace, store, sayElsewhere } = await setUp();
		replace({
			write: async (drafts) => {
				const outcomes = await store.write(drafts);
				await sayElsewhere('elsewhere');
				return outcomes;
			}
		});
		await committer.commit(A, say('one'), NEW);
		await committer.idle();
		expect(wordsOf((await documents.read([A])).get(A))).toEqual(['one', 'elsewhere']);
	});
});

describe('the guess that a document is new', () => {
	test('a first submission delivered again is already applied, even when it would be refused now (I3)', async () => {
		const { committer, documents } = await setUp();
		await committer.commit(A, sayFirst('one'), NEW);
		documents.clear();
		const { answer } = await committer.commit(A, sayFirst('one', false), NEW);
		expect(answer).toBe('already');
	});

	test('one that would be written again is found by the conflict (I3)', async () => {
		const { committer, documents, stored } = await setUp();
		await committer.commit(A, sayFirst('one'), NEW);
		documents.clear();
		const { answer } = await committer.commit(A, sayFirst('one'), NEW);
		expect(answer).toBe('already');
		expect(await stored()).toEqual(['one']);
	});

	test('a refusal of what is really new stands', async () => {
		const { committer, stored } = await setUp();
		const { answer, document } = await committer.commit(A, sayFirst('one', false), NEW);
		expect({ answer, document, stored: await stored() }).toEqual({
			answer: 'refused',
			document: undefined,
			stored: []
		});
	});
});

describe('a job that fails', () => {
	test('is rejected alone', async () => {
		const { committer, stored } = await setUp();
		const outcomes = await Promise.allSettled([
			committer.commit(A, say('one'), NEW),
			committer.commit(A, fail, KNOWN),
			committer.commit(A, sayAfter('one', 'two'), KNOWN),
			committer.commit(B, say('x', B), NEW)
		]);
		expect(outcomes.map(({ status }) => status)).toEqual([
			'fulfilled',
			'rejected',
			'fulfilled',
			'fulfilled'
		]);
		expect(await stored()).toEqual(['one', 'two']);
		expect(await stored(B)).toEqual(['x']);
	});

	test('leaves the document free for the next', async () => {
		const { committer } = await setUp();
		await Promise.allSettled([committer.commit(A, fail, NEW)]);
		expect((await committer.commit(A, say('one'), NEW)).answer).toBe('applied');
	});
});

describe('whatever happens', () => {
	const ids: DocumentId[] = [A, B, 'jother:note:c'];
	const job = fc.record({
		kind: fc.constant('job' as const),
		id: fc.constantFrom(...ids),
		word: fc.integer({ min: 0, max: 11 }).map((number) => `w${number}`),
		isNew: fc.boolean()
	});
	const step = fc.oneof(
		{ weight: 5, arbitrary: job },
		{ weight: 2, arbitrary: fc.constant({ kind: 'tick' as const }) },
		{ weight: 1, arbitrary: fc.constant({ kind: 'fail-before' as const }) },
		{ weight: 1, arbitrary: fc.constant({ kind: 'fail-after' as const }) },
		{ weight: 1, arbitrary: fc.constant({ kind: 'forget' as const }) },
		{
			weight: 2,
			arbitrary: fc.record({ kind: fc.constant('foreign' as const), id: fc.constantFrom(...ids) })
		}
	);

	test('each word is written once, in order, and answered when it is durable (I3, I4, I7)', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
				const { committer, store, documents, feeds, sayElsewhere } = await setUp();
				const answers: Promise<void>[] = [];
				const asked = new Map<DocumentId, string[]>(ids.map((id) => [id, []]));
				let foreign = 0;
				const current = (id: DocumentId) => {
					const tree = store.snapshot().get(feedOf(id))?.get(id);
					return wordsOf(JSON.parse(tree?.leaves[0]?.json ?? '{"words":[]}') as WorkDocument);
				};
				for (const each of steps) {
					if (each.kind === 'job') {
						asked.get(each.id)?.push(each.word);
						const committed = committer.commit(each.id, say(each.word, each.id), each);
						const check = committed.then(({ answer, document }) => {
							expect(current(each.id), 'I4').toContain(each.word);
							expect(wordsOf(document)).toContain(each.word);
							expect(answer).not.toBe('refused');
						});
						answers.push(check);
					} else if (each.kind === 'tick') await ticks();
					else if (each.kind === 'fail-before') store.failNextWrite('before');
					else if (each.kind === 'fail-after') store.failNextWrite('after');
					else if (each.kind === 'forget') documents.clear();
					else await sayElsewhere(`f${(foreign += 1)}`, each.id);
				}
				await Promise.all(answers);
				await committer.idle();
				for (const id of ids) {
					const own = current(id).filter((word) => word.startsWith('w'));
					expect(own, 'I3, I7').toEqual([...new Set(asked.get(id))]);
				}
				const names = ['jpos', 'jother'];
				expect(await feeds.totals(names)).toEqual(await store.totals(names));
			})
		);
	});
});

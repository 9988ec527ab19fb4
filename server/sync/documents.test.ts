import { describe, expect, test } from 'vitest';
import { type WorkDocument } from '#lib/domain/document.ts';
import { memoryDatabase } from '#tests/support/memory-database.ts';
import { watchDatabase } from '#tests/support/watched-database.ts';
import { Documents } from './documents.ts';

const IDS = ['jpos:note:a', 'jpos:note:b', 'jpos:note:c', 'jpos:note:d'] as const;
const [A, B, C, D] = IDS;

async function setUp(maxDocuments?: number) {
	const store = memoryDatabase();
	await store.write(IDS.map((_id) => ({ _id, schema: 1 })));
	const watched = watchDatabase(store);
	return { ...watched, store, documents: new Documents(watched.database, maxDocuments) };
}

/** Another process replaces the document. */
async function change(store: ReturnType<typeof memoryDatabase>, id: string): Promise<WorkDocument> {
	const { _rev } = (await store.read([id])).get(id) ?? {};
	await store.write([{ _id: id, _rev, schema: 1 }]);
	const changed = (await store.read([id])).get(id);
	if (!changed) throw new Error('it was just written');
	return changed;
}

describe('read', () => {
	test('what is remembered is not read again', async () => {
		const { documents, calls } = await setUp();
		await documents.read([A, B]);
		await documents.read([B, A]);
		expect(calls).toEqual(['read']);
	});

	test('ids that do not exist are left out', async () => {
		const { documents } = await setUp();
		const found = await documents.read([A, 'jpos:note:none']);
		expect([...found.keys()]).toEqual([A]);
	});

	test('everything asked for is answered, also when there is no room to keep it', async () => {
		const { documents } = await setUp(2);
		await documents.read([A, B]);
		expect([...(await documents.read([A, B, C, D])).keys()]).toEqual([A, B, C, D]);
	});
});

describe('memory', () => {
	test('the least lately used document goes first', async () => {
		const { documents } = await setUp(2);
		await documents.read([A]);
		await documents.read([B]);
		await documents.read([A]);
		await documents.read([C]);
		expect([A, B, C].filter((id) => documents.peek(id))).toEqual([A, C]);
	});

	test('a forgotten document is read again', async () => {
		const { documents, calls } = await setUp();
		await documents.read([A]);
		documents.forget(A);
		await documents.read([A]);
		expect(calls).toEqual(['read', 'read']);
	});

	test('nothing is left after clear', async () => {
		const { documents } = await setUp();
		await documents.read([A, B]);
		documents.clear();
		expect([A, B].filter((id) => documents.peek(id))).toEqual([]);
	});

	test.each([
		['a change told', (documents: Documents) => documents.forget(A)],
		['a gap', (documents: Documents) => documents.clear()]
	])('%s while the document is being read leaves no old one in memory', async (_name, tell) => {
		const { documents, replace, store } = await setUp();
		replace({
			read: async (ids) => {
				const old = await store.read(ids);
				await change(store, A);
				tell(documents);
				return old;
			}
		});
		await documents.read([A]);
		expect(documents.peek(A)).toBeUndefined();
	});

	test('a document written while it is being read stays the newer one', async () => {
		const { documents, replace, store } = await setUp();
		replace({
			read: async (ids) => {
				const old = await store.read(ids);
				documents.put(await change(store, A));
				return old;
			}
		});
		await documents.read([A]);
		expect(documents.peek(A)?._rev).toMatch(/^2-/);
	});
});

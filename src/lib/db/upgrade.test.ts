import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { aContent, aMutation, anEntry, NOW, SITI } from '#tests/support/factories.ts';
import { attentionOf } from './attention.ts';
import { Database, databaseName } from './database.ts';
import { rebuildAfterUpdate } from './rebuild.ts';

/** As an app of the second version left it: an entry of the server, one that waits, a draft. */
async function leftBehind() {
	const options = { indexedDB: new IDBFactory(), IDBKeyRange };
	const old = new Dexie(databaseName(SITI), options);
	old.version(2).stores({
		documents: 'id, feed',
		entries: 'id, [owner+date], date, status',
		feeds: 'feed',
		outbox: '++seq, &id, documentId, state',
		sent: 'id, documentId, sentAt',
		drafts: 'key, savedAt',
		meta: 'key',
		favourites: 'key',
		contactLog: '++id'
	});
	const entry = anEntry();
	const history = entry.history.map((item) => ({ ...item, overruled: true }));
	const document = { ...entry, history, _rev: `1-${'a'.repeat(32)}` };
	const mutation = aMutation('entry.submit', { content: aContent({ description: 'menunggu' }) });
	const waiting = {
		id: mutation.id,
		documentId: mutation.documentId,
		mutation,
		judged: { at: NOW, proven: true },
		state: 'waiting'
	};
	await old.table('documents').put({ id: document._id, feed: 'x', document });
	await old.table('outbox').put(waiting);
	await old.table('drafts').put({ key: 'new', savedAt: NOW, draft: { description: 'setengah' } });
	await old.table('meta').put({ key: 'schema', value: 1 });
	const before = await Promise.all(
		['documents', 'outbox', 'drafts'].map((name) => old.table(name).toArray())
	);
	old.close();
	return { options, before };
}

test('an update of the app keeps all that waits, and finds in old entries what it looks for now', async () => {
	const { options, before } = await leftBehind();
	const db = new Database(SITI, options);
	await db.open();
	await rebuildAfterUpdate(db, SITI);
	const after = await Promise.all(
		[db.documents, db.outbox, db.drafts].map((table) => table.toArray())
	);
	expect(after).toEqual(before);
	expect((await attentionOf(db, SITI, NOW)).overruled).toHaveLength(1);
	db.close();
});

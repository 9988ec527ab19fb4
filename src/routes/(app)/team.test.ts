import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { Database } from '#lib/db/database.ts';
import { aMutation, BUDI, NOW } from '#tests/support/factories.ts';
import { lastReasons } from './team.ts';

test('own reasons come back, the newest first, each once, waiting ones before those sent', async () => {
	const db = new Database(BUDI);
	const rows = ['lama', 'sama', 'baru'].map((reason, index) => {
		const mutation = aMutation('review.return', { reason });
		const { id, documentId } = mutation;
		const judged = { at: NOW, proven: true };
		return { id, documentId, mutation, judged, sentAt: NOW + index };
	});
	await db.sent.bulkPut(rows);
	for (const reason of ['sama', ' di sini ']) {
		const { seq: _seq, ...mutation } = aMutation('review.return', { reason });
		const { id, documentId } = mutation;
		const judged = { at: NOW, proven: true };
		await db.outbox.add({ id, documentId, state: 'waiting', mutation, judged });
	}
	expect(await lastReasons(db, 'review.return')).toEqual(['di sini', 'sama', 'baru', 'lama']);
	expect(await lastReasons(db, 'review.reject')).toEqual([]);
});

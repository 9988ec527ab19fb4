import { describe, expect, test } from 'vitest';
import { type WorkDocument } from '#lib/domain/document.ts';
import { databaseContract } from '#server/db/database.contract.ts';
import { DatabaseUnavailable, type Draft } from '#server/db/database.ts';
import { memoryDatabase } from '#tests/support/memory-database.ts';

databaseContract('memory', () => {
	const db = memoryDatabase();
	return Promise.resolve({
		db,
		other: db.attach(),
		fork: (document: WorkDocument) => Promise.resolve(db.fork(document)),
		dispose: () => db.close()
	});
});

const settings = (content: object = {}): Draft => ({ _id: 'all:settings', schema: 1, ...content });

describe('memoryDatabase', () => {
	test('the same writes make the same revisions', async () => {
		const write = () => memoryDatabase().write([settings()]);
		expect(await write()).toEqual(await write());
	});

	test('a write that fails before has written nothing, and only one fails', async () => {
		const db = memoryDatabase();
		db.failNextWrite('before');
		await expect(db.write([settings()])).rejects.toThrow(DatabaseUnavailable);
		expect(await db.write([settings()])).toMatchObject([{ ok: true }]);
	});

	test('a write that fails after has written everything', async () => {
		const db = memoryDatabase();
		db.failNextWrite('after');
		await expect(db.write([settings()])).rejects.toThrow(DatabaseUnavailable);
		expect(await db.withPrefix('all')).toMatchObject([settings()]);
	});

	test('paused writes wait in their order until they are resumed', async () => {
		const db = memoryDatabase();
		db.pauseWrites();
		const writes = [1, 2].map((by) => db.write([settings({ by })]));
		expect(await db.withPrefix('')).toEqual([]);
		db.resumeWrites();
		expect(await Promise.all(writes)).toMatchObject([[{ ok: true }], [{ ok: false }]]);
	});

	test('restoring an older copy brings its revisions back and tells of a gap', async () => {
		const db = memoryDatabase();
		await db.write([settings()]);
		const before = await db.withPrefix('');
		const copy = db.snapshot();
		await db.write([settings({ ...before[0], by: 2 })]);
		const gaps: string[] = [];
		await db.changes(
			() => {},
			() => gaps.push('gap')
		);
		db.restore(copy);
		expect(await db.withPrefix('')).toEqual(before);
		expect(gaps).toEqual(['gap']);
	});
});

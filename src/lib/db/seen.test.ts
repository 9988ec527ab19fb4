import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { afterStep, aMutationOn, anEntry, BUDI, someFacts } from '#tests/support/factories.ts';
import { Database } from './database.ts';
import { entryRow } from './rebuild.ts';
import { forgetSeen, noteSeen, seenVersions } from './seen.ts';

const rowOf = (entry: ReturnType<typeof anEntry>) => entryRow(entry, 0);

test('the version seen last is remembered, as long as the entry waits', async () => {
	const db = new Database(BUDI, { indexedDB: new IDBFactory(), IDBKeyRange });
	const [kept, gone] = [anEntry(), anEntry()];
	const after = afterStep(kept, aMutationOn(kept, 'entry.submit'), someFacts());
	await noteSeen(db, [kept, gone].map(rowOf));
	await noteSeen(db, [rowOf(after)]);
	expect(await seenVersions(db)).toEqual(
		new Map([
			[kept._id, after.version],
			[gone._id, gone.version]
		])
	);
	await forgetSeen(db, [rowOf(after)]);
	expect(await seenVersions(db)).toEqual(new Map([[kept._id, after.version]]));
});

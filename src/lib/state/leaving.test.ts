import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, onTestFinished, test } from 'vitest';
import { Database } from '#lib/db/database.ts';
import { giveUpTransactions } from '#lib/db/open-transactions.ts';
import { SITI } from '#tests/support/factories.ts';
import { giveUpWhenLeft } from './leaving.ts';

function aPage() {
	giveUpTransactions(); // Those of the test before, which may still be ending.
	const page = Object.assign(new EventTarget(), { reloads: 0 });
	const location = { reload: () => void (page.reloads += 1) };
	giveUpWhenLeft(Object.assign(page, { location }) as unknown as Window);
	const tell = (type: string, persisted: boolean) =>
		page.dispatchEvent(Object.assign(new Event(type), { persisted }));
	const db = new Database(SITI, { indexedDB: new IDBFactory(), IDBKeyRange });
	onTestFinished(() => db.close());
	/** Leaves the page in the middle of a write. */
	const writeAndLeave = (persisted: boolean) =>
		db.transaction('rw', db.meta, async () => {
			await db.meta.put({ key: 'size', value: 1 });
			tell('pagehide', persisted);
			await db.meta.get('size');
		});
	return { page, tell, db, writeAndLeave };
}

test('a page that is kept gives up what it had open, and begins anew when it is gone back to', async () => {
	const { page, tell, db, writeAndLeave } = aPage();
	await expect(writeAndLeave(true)).rejects.toThrow();
	expect(await db.meta.get('size')).toBeUndefined();
	tell('pageshow', true);
	expect(page.reloads).toBe(1);
});

test('a page that ends finishes what it was writing', async () => {
	const { page, tell, db, writeAndLeave } = aPage();
	await writeAndLeave(false);
	expect(await db.meta.get('size')).toMatchObject({ value: 1 });
	tell('pageshow', false);
	expect(page.reloads).toBe(0);
});

test('a page that is gone back to and had waited for nothing stays as it is', () => {
	const { page, tell } = aPage();
	tell('pagehide', true);
	tell('pageshow', true);
	expect(page.reloads).toBe(0);
});

import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { SITI } from '#tests/support/factories.ts';
import { Database } from './database.ts';
import { favouritesOf, setFavourite } from './favourites.ts';

const aDatabase = () => new Database(SITI, { indexedDB: new IDBFactory(), IDBKeyRange });

const LETTER = { code: 'S1', name: 'Mengetik surat', unit: 'surat' };
const ROLL_CALL = { code: null, name: 'Apel pagi', unit: 'kegiatan' };
const namesIn = async (db: Database) => (await favouritesOf(db)).map(({ name }) => name);

test('favourites come in the order in which they were marked', async () => {
	const db = aDatabase();
	await setFavourite(db, LETTER, { isFavourite: true, now: 2 });
	await setFavourite(db, ROLL_CALL, { isFavourite: true, now: 1 });
	expect(await favouritesOf(db)).toEqual([
		{ key: 'apel pagi', addedAt: 1, ...ROLL_CALL },
		{ key: 'S1', addedAt: 2, ...LETTER }
	]);
});

test('own words are one favourite, however they are written, and go away together', async () => {
	const db = aDatabase();
	await setFavourite(db, ROLL_CALL, { isFavourite: true, now: 1 });
	await setFavourite(db, { ...ROLL_CALL, name: 'APEL pagi' }, { isFavourite: true, now: 2 });
	expect(await namesIn(db)).toEqual(['APEL pagi']);
	await setFavourite(db, ROLL_CALL, { isFavourite: false, now: 3 });
	expect(await namesIn(db)).toEqual([]);
});

test('doing it twice is harmless', async () => {
	const db = aDatabase();
	for (const isFavourite of [true, true, false, false]) {
		await setFavourite(db, LETTER, { isFavourite, now: 1 });
	}
	expect(await namesIn(db)).toEqual([]);
});

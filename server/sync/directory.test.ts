import { describe, expect, test } from 'vitest';
import { personId, SETTINGS_ID, type WorkDocument } from '#lib/domain/document.ts';
import {
	aPerson,
	aSupervision,
	BUDI,
	definitive,
	RATNA,
	SITI,
	someSettings,
	TODAY
} from '#tests/support/factories.ts';
import { memoryDatabase } from '#tests/support/memory-database.ts';
import { watchDatabase } from '#tests/support/watched-database.ts';
import { fill, refresh, ServerDirectory } from './directory.ts';

const unsaved = ({ _rev: _unset, ...document }: WorkDocument) => document;

async function setUp() {
	const store = memoryDatabase();
	const documents = [aPerson(SITI), aSupervision(SITI, [definitive(BUDI)]), someSettings()];
	await store.write(documents.map(unsaved));
	const watched = watchDatabase(store);
	const directory = new ServerDirectory();
	await fill(directory, watched.database);
	watched.calls.length = 0;
	const rename = async (name: string) => {
		const known = (await store.read([personId(SITI)])).get(personId(SITI));
		if (known) await store.write([{ ...known, name } as WorkDocument]);
	};
	return { ...watched, store, directory, rename };
}

describe('the directory', () => {
	test('knows after filling what the rules ask for', async () => {
		const { directory } = await setUp();
		expect(directory.person(SITI)?.name).toBe('Siti Contoh');
		expect(directory.settings()?._id).toBe(SETTINGS_ID);
		expect(directory.reviewedBy(BUDI, [TODAY])).toEqual([SITI]);
		expect(directory.calendar()).toBeUndefined();
	});

	test('forgets who reviews when the supervision changes', () => {
		const directory = new ServerDirectory();
		directory.put(aSupervision(SITI, [definitive(BUDI)]));
		directory.put(aSupervision(SITI, [definitive(RATNA)]));
		expect(directory.reviewedBy(BUDI, [TODAY])).toEqual([]);
		expect(directory.reviewedBy(RATNA, [TODAY])).toEqual([SITI]);
	});

	test('does not believe a document of the wrong shape', () => {
		const directory = new ServerDirectory();
		directory.put(aPerson(SITI));
		const { revision } = directory;
		directory.put({ ...aPerson(SITI), name: 7 });
		expect(directory.person(SITI)?.name).toBe('Siti Contoh');
		expect(directory.revision).toBe(revision);
	});
});

describe('refresh', () => {
	test('brings a changed document', async () => {
		const { directory, database, rename } = await setUp();
		await rename('Siti Baru');
		await refresh(directory, database, personId(SITI));
		expect(directory.person(SITI)?.name).toBe('Siti Baru');
	});

	test('of an entry costs nothing', async () => {
		const { directory, database, calls } = await setUp();
		await refresh(directory, database, `p${SITI}.2026:entry:2026-11-24:00000000000000000000000000`);
		expect(calls).toEqual([]);
	});

	test('keeps the newer document when two answers come in the other order', async () => {
		const { directory, database, replace, store, rename } = await setUp();
		await rename('Siti Kedua');
		const old = await store.read([personId(SITI)]);
		await rename('Siti Ketiga');
		await refresh(directory, database, personId(SITI));
		replace({ read: () => Promise.resolve(old) });
		await refresh(directory, database, personId(SITI));
		expect(directory.person(SITI)?.name).toBe('Siti Ketiga');
	});
});

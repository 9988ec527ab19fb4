import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Database, DatabaseUnavailable } from './database.ts';
import { type Opened } from './contract/setup.contract.ts';
import { databaseContract } from './database.contract.ts';
import { createEmbedded, openEmbedded, openPouch } from './embedded.ts';

databaseContract('embedded', openInTemporaryDirectory);

async function openInTemporaryDirectory(): Promise<Opened> {
	const directory = await mkdtemp(join(tmpdir(), 'embedded-'));
	const pouch = await openPouch(directory, 'work');
	const db = createEmbedded(pouch);
	return {
		db,
		other: db,
		fork: async (document) => void (await pouch.bulkDocs([document], { new_edits: false })),
		dispose: async () => {
			await db.close();
			await rm(directory, { recursive: true });
		}
	};
}

async function aDirectory(): Promise<string> {
	const directory = await mkdtemp(join(tmpdir(), 'embedded-'));
	onTestFinished(() => rm(directory, { recursive: true }));
	return directory;
}

async function openUntilFinished(directory: string): Promise<Database> {
	const db = await openEmbedded(directory, 'work');
	onTestFinished(() => db.close());
	return db;
}

test('a second opening of the same directory is refused and does the first no harm', async () => {
	const directory = await aDirectory();
	const first = await openUntilFinished(directory);
	await expect(openEmbedded(directory, 'work')).rejects.toThrow(DatabaseUnavailable);
	await expect(first.write([{ _id: 'all:settings', schema: 1 }])).resolves.toHaveLength(1);
});

test('what was written is there after closing and opening again', async () => {
	const directory = await aDirectory();
	const first = await openEmbedded(directory, 'work');
	await first.write([{ _id: 'all:settings', schema: 1 }]);
	await first.close();
	const second = await openUntilFinished(directory);
	expect([...(await second.read(['all:settings'])).keys()]).toEqual(['all:settings']);
});

test('two databases live side by side in one directory', async () => {
	const directory = await aDirectory();
	const work = await openUntilFinished(directory);
	const accounts = await openEmbedded(directory, 'accounts');
	onTestFinished(() => accounts.close());
	await work.write([{ _id: 'all:settings', schema: 1 }]);
	expect(await accounts.read(['all:settings'])).toEqual(new Map());
});

test('a listener is told the winner when a write follows a branch that loses', async () => {
	const directory = await aDirectory();
	const pouch = await openPouch(directory, 'work');
	const db = createEmbedded(pouch);
	onTestFinished(() => db.close());
	const loser = { _id: 'all:settings', _rev: '1-00000000000000000000000000000000', schema: 1 };
	const winner = { ...loser, _rev: '5-00000000000000000000000000000000' };
	await pouch.bulkDocs([loser, winner], { new_edits: false });
	const told: unknown[] = [];
	await db.changes(
		(change) => told.push(change),
		() => {}
	);
	await db.write([loser]);
	expect(told).toEqual([{ id: 'all:settings', rev: winner._rev, branches: 2 }]);
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { memoryDatabase } from '#tests/support/memory-database.ts';
import { knockAtDoor } from './door-client.ts';
import { doorPath, openDoor } from './door.ts';

let directory: string;

beforeEach(async () => {
	directory = await mkdtemp(join(tmpdir(), 'ekinerja-door-'));
});

afterEach(() => rm(directory, { recursive: true }));

const databases = () => ({ work: memoryDatabase(), accounts: memoryDatabase() });

test('what a command writes is in the database of the server', async () => {
	const own = databases();
	const door = await openDoor(directory, own);
	const stores = await knockAtDoor(directory);
	await stores?.work.write([{ _id: 'all:settings', schema: 1 }]);
	expect((await own.work.read(['all:settings'])).size).toBe(1);
	await door.close();
	expect(await knockAtDoor(directory)).toBeUndefined();
});

test('the path of a deep folder is said from here, where it is short', () => {
	const here = join(process.cwd(), 'data');
	expect(doorPath(here)).toBe(relative(process.cwd(), join(here, 'door', 'admin.sock')));
});

test('where no path is short enough there is no door, and a command finds nobody', async () => {
	const deep = join(directory, 'a'.repeat(120));
	await expect(openDoor(deep, databases())).rejects.toThrow();
	expect(await knockAtDoor(deep)).toBeUndefined();
});

import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { loadSecret } from '#server/auth/secret.ts';
import { createEmbedded, openEmbedded, openPouch } from '#server/db/embedded.ts';
import { type Target } from '#server/db/moving.ts';
import { memoryDatabase } from '#tests/support/memory-database.ts';
import { openDoor } from './door.ts';
import { runMigration } from './migrate.ts';

const NAMES = ['kerja', 'kerja-accounts'];
const SETTINGS = { _id: 'all:settings', schema: 1, versions: [] };

let here: string;
let there: string;

beforeEach(async () => {
	const directory = await mkdtemp(join(tmpdir(), 'migrate-'));
	[here, there] = [join(directory, 'here'), join(directory, 'there')];
	onTestFinished(() => rm(directory, { recursive: true }));
	const work = await openEmbedded(here, 'kerja');
	await work.write([SETTINGS, { _id: 'all:calendar', schema: 1 }]);
	const accounts = await openEmbedded(here, 'kerja-accounts');
	await loadSecret(accounts);
	await Promise.all([work.close(), accounts.close()]);
});

/** Another embedded database in the place of CouchDB. */
async function targets(): Promise<Map<string, Target>> {
	const opened = new Map<string, Target>();
	for (const name of NAMES) {
		const pouch = await openPouch(there, name);
		const exists = async () => (await pouch.info()).doc_count > 0;
		const prepare = () => Promise.resolve();
		opened.set(name, { pouch, exists, prepare, close: () => pouch.close() });
	}
	return opened;
}

async function migrate(over: { dataDirectory?: string } = {}) {
	const opened = await targets();
	const said: string[] = [];
	const bar: number[] = [];
	const isDone = await runMigration({
		dataDirectory: here,
		names: NAMES,
		targetOf: (name) => opened.get(name) as Target,
		say: (line) => said.push(line),
		progress: {
			start: (total) => bar.push(-total),
			add: (count) => bar.push(count),
			stop: () => {}
		},
		...over
	});
	for (const target of opened.values()) await target.close().catch(() => undefined);
	return { isDone, said: said.join('\n'), bar };
}

async function inTarget<T>(use: (name: string, target: Target) => Promise<T>): Promise<T[]> {
	const results: T[] = [];
	for (const [name, target] of await targets()) {
		results.push(await use(name, target));
		await target.close();
	}
	return results;
}

test('everything moves, is proven, and the secret stays with the accounts', async () => {
	const { isDone, said, bar } = await migrate();
	expect(said).toMatch(
		/kerja: sama\n {2}asal {3}2 data, sidik (\w{64})\n {2}tujuan 2 data, sidik \1/
	);
	expect(said).toMatch(/kerja-accounts: sama/);
	expect(isDone).toBe(true);
	expect(bar).toEqual([-2, 0, 2, -1, 0, 1]);
	const ids = await inTarget((_, { pouch }) =>
		createEmbedded(pouch)
			.withPrefix('')
			.then((found) => found.map(({ _id }) => _id))
	);
	expect(ids).toEqual([['all:calendar', 'all:settings'], ['secret:1']]);
});

test('again, there is nothing left to move', async () => {
	await migrate();
	const { isDone, said, bar } = await migrate();
	expect(said).toContain('kerja: 2 data dipindahkan; 2 sudah ada di sana.');
	expect(bar).toEqual([-2, 2, -1, 1]);
	expect(isDone).toBe(true);
});

test('a document that is not the same there is told, and is no success', async () => {
	const work = await openPouch(here, 'kerja');
	const { _rev } = await work.get('all:settings', {});
	await work.close();
	await inTarget(async (name, { pouch }) => {
		const broken = { ...SETTINGS, _rev, versions: ['rusak'] };
		if (name === 'kerja') await pouch.bulkDocs([broken], { new_edits: false });
	});
	const { isDone, said } = await migrate();
	expect(isDone).toBe(false);
	expect(said).toContain('kerja: BERBEDA dalam 1 versi data');
	expect(said).toContain('berbeda: all:settings');
	expect(said).toContain('kerja-accounts: sama');
	expect(said).toContain('TIDAK SAMA.');
});

test('where other data lies nothing is moved, not even into the other database', async () => {
	await inTarget(async (name, { pouch }) => {
		if (name === 'kerja-accounts') await pouch.bulkDocs([{ _id: 'secret:1', schema: 1 }]);
	});
	const { isDone, said } = await migrate();
	expect(isDone).toBe(false);
	expect(said).toContain('kerja-accounts: di sana sudah ada 1 data lain');
	expect(await inTarget(async (_, { pouch }) => (await pouch.info()).doc_count)).toEqual([0, 1]);
});

test('beside a running server it is refused', async () => {
	const door = await openDoor(here, { work: memoryDatabase(), accounts: memoryDatabase() });
	const { isDone, said } = await migrate();
	await door.close();
	expect({ isDone, said }).toEqual({
		isDone: false,
		said: 'Server sedang berjalan dengan data ini. Hentikan dulu, lalu ulangi.'
	});
});

test('while another process has the data open it is refused, also without a door', async () => {
	const other = await openPouch(here, 'kerja');
	const { isDone, said } = await migrate();
	await other.close();
	expect(said).toContain('Hentikan dulu');
	expect(isDone).toBe(false);
});

test('where no database is, none is made', async () => {
	const nowhere = join(here, 'lain');
	const { isDone, said } = await migrate({ dataDirectory: nowhere });
	expect(said).toBe(`Tidak ada basis data di ${join(nowhere, 'kerja')}.`);
	expect(isDone).toBe(false);
	await expect(readdir(nowhere)).rejects.toThrow();
});

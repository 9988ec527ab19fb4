import { beforeEach, describe, expect, test } from 'vitest';
import { addDays } from '#lib/domain/day.ts';
import { entryId } from '#lib/domain/document.ts';
import { type Entry } from '#lib/domain/entry.ts';
import { asStored, officeDocuments, scripted } from '#tests/support/answers.ts';
import { createDevice, type Device } from '#tests/support/device.ts';
import { aMutationId, anEntry, BUDI, NOW, SITI, TODAY } from '#tests/support/factories.ts';
import { seededRandom } from '#tests/support/random.ts';
import { rebuild } from './rebuild.ts';
import { searchEntries } from './search.ts';

const WORDS = ['Rapat koordinasi', 'Menyusun laporan Édukasi', 'Rapat anggaran'];

let device: Device;

beforeEach(async () => {
	device = createDevice({
		nip: SITI,
		deviceId: 'device01',
		transport: scripted(),
		clock: { now: () => NOW },
		random: seededRandom(9)
	});
	await device.hold(...officeDocuments());
	const entries = WORDS.map((description, index) =>
		entryOf(SITI, addDays(TODAY, -index), description)
	);
	const returned: Entry = { ...entryOf(SITI, addDays(TODAY, -9), 'Rapat'), status: 'returned' };
	await show(...entries, returned, entryOf(BUDI, TODAY, 'Rapat orang lain'));
});

function entryOf(owner: string, date: string, description: string): Entry {
	return { ...anEntry({ description }), _id: entryId(owner, date, aMutationId()) };
}

async function show(...entries: Entry[]) {
	await device.hold(...entries.map((entry) => asStored(entry)));
	const ids = entries.map(({ _id }) => _id);
	await device.db.transaction('rw', device.db.tables, async () => rebuild(device.db, SITI, ids));
}

const ask = async (words: string, over: { status?: 'returned'; limit?: number } = {}) => {
	const { status, limit = 50 } = over;
	const { rows } = await searchEntries(device.db, SITI, { words, status, limit });
	return rows.map(({ entry }) => entry.content.description);
};

describe('searchEntries', () => {
	test('finds own entries by every word of the question, the newest first', async () => {
		expect(await ask('rapat')).toEqual(['Rapat koordinasi', 'Rapat anggaran', 'Rapat']);
		expect(await ask('ANGGARAN rap')).toEqual(['Rapat anggaran']);
		expect(await ask('anggaran koordinasi')).toEqual([]);
	});

	test('where nothing has the words as they were typed, what resembles them is found', async () => {
		expect(await ask('angaran')).toEqual(['Rapat anggaran']);
		expect(await ask('susun edokasi')).toEqual(['Menyusun laporan Édukasi']);
		expect(await ask('anggaran kordinasi')).toEqual([]);
		const question = { status: undefined, limit: 50 };
		const asked = (words: string) => searchEntries(device.db, SITI, { words, ...question });
		expect((await asked('angaran')).isSimilar).toBe(true);
		expect((await asked('anggaran')).isSimilar).toBe(false);
	});

	test('does not mind capitals and accents', async () => {
		expect(await ask('edukasi')).toEqual(['Menyusun laporan Édukasi']);
	});

	test('keeps to a state, and stops at its limit', async () => {
		expect(await ask('', { status: 'returned' })).toEqual(['Rapat']);
		expect(await ask('rapat', { limit: 2 })).toEqual(['Rapat koordinasi', 'Rapat anggaran']);
	});
});

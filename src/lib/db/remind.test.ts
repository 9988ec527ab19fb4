import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { DAY_MS } from '#lib/domain/day.ts';
import { BUDI, NOW, SITI } from '#tests/support/factories.ts';
import { Database } from './database.ts';
import { dropReminder, writeReminder } from './meta.ts';
import { remind } from './remind.ts';

const WORDS = 'Ada hari kerja yang belum diisi';
let count = 0;

async function setUp() {
	const db = new Database(`reminder-${(count += 1)}`);
	const shown: [string, NotificationOptions][] = [];
	const show = (words: string, options: NotificationOptions) => {
		shown.push([words, options]);
		return Promise.resolve();
	};
	const remindAt = (deviceNow: number) => remind(db, { nip: SITI, deviceNow, show });
	await writeReminder(db, { words: WORDS });
	return { db, shown, remindAt };
}

describe('remind', () => {
	test('shows once a day, by two at once too, and leads to the day', async () => {
		const { shown, remindAt } = await setUp();
		await Promise.all([remindAt(NOW), remindAt(NOW)]);
		await remindAt(NOW + 3_600_000);
		expect(shown.map(([words, { data }]) => [words, data as unknown])).toEqual([
			[WORDS, { path: '/catat?tanggal=2026-11-20' }]
		]);
		await remindAt(NOW + 6 * DAY_MS);
		expect(shown).toHaveLength(2);
	});

	test('says nothing of the person or his work', async () => {
		const { shown, remindAt } = await setUp();
		await remindAt(NOW);
		const [words, { title: _none, ...options }] = shown[0] as [
			string,
			NotificationOptions & { title?: string }
		];
		expect(words).toBe(WORDS);
		expect(Object.keys(options).sort()).toEqual(['data', 'icon', 'tag']);
		for (const nip of [SITI, BUDI]) expect(JSON.stringify(options)).not.toContain(nip);
	});

	test('who does not want it, or no longer, gets none', async () => {
		const { db, shown, remindAt } = await setUp();
		await dropReminder(db);
		await remindAt(NOW);
		expect(shown).toEqual([]);
	});
});

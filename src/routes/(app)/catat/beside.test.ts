import { describe, expect, test } from 'vitest';
import { entryRow } from '#lib/db/rebuild.ts';
import { addDays } from '#lib/domain/day.ts';
import { type Entry } from '#lib/domain/entry.ts';
import {
	aContent,
	afterStory,
	aMutation,
	aMutationOn,
	anEntry,
	BUDI,
	SITI,
	TODAY
} from '#tests/support/factories.ts';
import { overlapIn, sameWorkIn, standing } from './beside.ts';

const row = (entry: Entry) => entryRow(entry, 0);
const withdrawn = () =>
	afterStory([
		[SITI, () => aMutation('entry.submit')],
		[SITI, (entry) => aMutationOn(entry, 'entry.withdraw')]
	]);
const rejected = () =>
	afterStory([
		[SITI, () => aMutation('entry.submit')],
		[BUDI, (entry) => aMutationOn(entry, 'review.reject')]
	]);

describe('standing', () => {
	test('leaves out what no longer counts, and the entry itself', () => {
		const [own, other] = [row(anEntry()), row(anEntry())];
		const rows = [row(withdrawn()), own, row(rejected()), other];
		expect(standing(rows, own.id)).toEqual([other]);
	});
});

describe('overlapIn', () => {
	const rows = [row(anEntry({ startMinute: 480, endMinute: 540 }))];
	const at = (startMinute: number, endMinute: number, date = TODAY) =>
		overlapIn(rows, { date, times: { startMinute, endMinute } });

	test('is the entry that shares a minute, also from the day before', () => {
		expect(at(539, 600)).toBe(rows[0]);
		expect(at(540, 600)).toBeUndefined();
		expect(at(1_380, 1_440 + 481, addDays(TODAY, -1))).toBe(rows[0]);
	});

	test('times that make no sense overlap with nothing', () => {
		expect(at(530, 500)).toBeUndefined();
		expect(overlapIn(rows, { date: TODAY, times: undefined })).toBeUndefined();
	});
});

describe('sameWorkIn', () => {
	test('is the entry that probably tells of the same work; nothing while none can be read', () => {
		const rows = [row(anEntry({ activity: { code: null, name: 'Rapat' } })), row(anEntry())];
		expect(sameWorkIn(rows, { date: TODAY, content: aContent() })).toBe(rows[1]);
		expect(sameWorkIn(rows, { date: TODAY, content: undefined })).toBeUndefined();
	});
});

import { describe, expect, test } from 'vitest';
import { addDays } from '#lib/domain/day.ts';
import { entryId } from '#lib/domain/document.ts';
import { aContent, NOW, SITI, someFacts, TODAY } from '#tests/support/factories.ts';
import { checkDraft } from './check.ts';
import {
	blankDraft,
	changedBy,
	computedMinutes,
	contentToDraft,
	type Draft,
	draftKeyOf,
	parseCount,
	restoreDraft
} from './draft.ts';

const ULID = '01kazn0000000000000000000a';

const aDraft = (over: Partial<Draft> = {}): Draft => ({
	...blankDraft(ULID, TODAY),
	activityName: 'Menyusun laporan',
	start: '08:00',
	end: '09:00',
	...over
});

const errorsOf = (over: Partial<Draft>) => checkDraft(aDraft(over), someFacts(), NOW).errors;

describe('checkDraft', () => {
	test('a complete draft is the content it shows', () => {
		const { content, errors } = checkDraft(aDraft({ unit: 'laporan' }), someFacts(), NOW);
		expect({ content, errors }).toEqual({ content: aContent(), errors: {} });
	});

	test('what was typed into the search counts when nothing was chosen', () => {
		const draft = aDraft({ activityName: '', search: ' Menyapu kapal ' });
		const { content } = checkDraft(draft, someFacts(), NOW);
		expect(content?.activity).toEqual({ code: null, name: 'Menyapu kapal' });
	});

	test.each<[Partial<Draft>, string]>([
		[{ activityName: '' }, 'activity'],
		[{ start: '' }, 'start'],
		[{ end: '07:00' }, 'end'],
		[{ quantity: 'dua' }, 'quantity'],
		[{ unit: ' ' }, 'unit'],
		[{ effective: '61' }, 'effective'],
		[{ description: 'a'.repeat(2_001) }, 'description'],
		[{ evidence: 'foto di meja' }, 'evidence'],
		[{ date: addDays(TODAY, -5) }, 'date'],
		[{ date: addDays(TODAY, 1) }, 'date'],
		[{ start: '10:00', end: '11:00' }, 'end']
	])('%j is shown at %s', (over, field) => {
		expect(Object.keys(errorsOf(over))).toEqual([field]);
	});

	test('work past midnight is fine once the person says so', () => {
		const date = addDays(TODAY, -1);
		expect(errorsOf({ date, start: '22:00', end: '01:30', isNextDay: true })).toEqual({});
	});

	test('a closed day is not refused where the time is unproven: the reviewer decides', () => {
		const facts = someFacts({}, { proven: false });
		expect(checkDraft(aDraft({ date: addDays(TODAY, -30) }), facts, NOW).errors).toEqual({});
	});

	test('a returned entry may be corrected after its first window', () => {
		expect(errorsOf({ date: addDays(TODAY, -30), base: ULID })).toEqual({});
	});
});

describe('computedMinutes', () => {
	test('is the norm times the quantity, never more than the clock', () => {
		const norm = (quantity: string) => computedMinutes(aDraft({ standardMinutes: 25, quantity }));
		expect(['1', '2', '3'].map(norm)).toEqual([25, 50, 60]);
	});
});

test('the key of a draft names the entry it changes, if it changes one', () => {
	const id = entryId(SITI, TODAY, ULID);
	expect(changedBy(draftKeyOf(id))).toBe(id);
	expect(changedBy(draftKeyOf(undefined))).toBeUndefined();
});

describe('restoreDraft', () => {
	test('keeps what fits and ignores what an older version stored differently', () => {
		const blank = blankDraft(ULID, TODAY);
		const stored = { description: 'setengah ket', quantity: 3, colour: 'red' };
		expect(restoreDraft(stored, blank)).toEqual({ ...blank, description: 'setengah ket' });
	});

	test('a draft made from an entry says the same as the entry', () => {
		const content = aContent({ note: 'catatan', effectiveMinutes: 40, endMinute: 1_500 });
		const date = addDays(TODAY, -1);
		const draft = contentToDraft(content, { ulid: ULID, base: ULID, date, standardMinutes: 0 });
		expect(checkDraft(draft, someFacts(), NOW).content).toEqual(content);
	});
});

describe('parseCount', () => {
	test.each([
		['3', 3],
		['1.500', 1_500],
		['0', undefined],
		['1,5', undefined],
		['', undefined]
	])('%s is read as %s', (text, count) => {
		expect(parseCount(text, 1, 99_999)).toBe(count);
	});
});

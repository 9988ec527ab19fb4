import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aContent, TODAY } from '#tests/support/factories.ts';
import { addDays, instantOf } from './day.ts';
import {
	brokenRules,
	EntryContent,
	endsAt,
	MAX_DESCRIPTION_CHARACTERS,
	normMinutes,
	overlaps
} from './entry-content.ts';

const FULL = MAX_DESCRIPTION_CHARACTERS;

describe('brokenRules', () => {
	test.each<[string, Partial<EntryContent>]>([
		['an hour of work', {}],
		['work of one minute', { startMinute: 480, endMinute: 481, effectiveMinutes: 1 }],
		['work past midnight', { startMinute: 1_380, endMinute: 1_500, effectiveMinutes: 120 }],
		['24 hours', { startMinute: 600, endMinute: 2_040, effectiveMinutes: 1_440 }],
		['an activity of the catalogue', { activity: { code: 'A1', name: 'Mengarsip' } }],
		['2,000 letters', { description: 'a'.repeat(FULL) }],
		['2,000 emoji', { description: '😀'.repeat(FULL) }],
		['a link', { evidence: 'https://contoh.go.id/laporan.pdf' }],
		['an http link in capitals', { evidence: 'HTTP://CONTOH.GO.ID' }]
	])('%s is in order', (_what, over) => {
		expect(brokenRules(aContent(over))).toEqual([]);
	});

	test.each<[string, Partial<EntryContent>, string, string]>([
		['no activity', { activity: { code: null, name: '' } }, 'activity', 'activity-missing'],
		['a blank one', { activity: { code: 'A1', name: ' \t\n' } }, 'activity', 'activity-missing'],
		['end = start', { endMinute: 480 }, 'endMinute', 'end-before-start'],
		['end < start', { endMinute: 479 }, 'endMinute', 'end-before-start'],
		['over 24 hours', { startMinute: 0, endMinute: 1_441 }, 'endMinute', 'longer-than-a-day'],
		[
			'more than the clock',
			{ effectiveMinutes: 61 },
			'effectiveMinutes',
			'effective-exceeds-clock'
		],
		['2,001 letters', { description: 'a'.repeat(FULL + 1) }, 'description', 'description-too-long'],
		['2,001 emoji', { description: '😀'.repeat(FULL + 1) }, 'description', 'description-too-long'],
		['a word as a link', { evidence: 'terlampir' }, 'evidence', 'evidence-not-a-link'],
		['a script as a link', { evidence: 'javascript:alert(1)' }, 'evidence', 'evidence-not-a-link'],
		['no host', { evidence: 'https://' }, 'evidence', 'evidence-not-a-link']
	])('%s breaks one rule of one field', (_what, over, field, rule) => {
		expect(brokenRules(aContent(over))).toEqual([{ field, rule }]);
	});

	test('everything that is wrong is said at once', () => {
		const content = aContent({ endMinute: 0, activity: { code: null, name: '' }, evidence: '-' });
		expect(brokenRules(content).map(({ rule }) => rule)).toEqual([
			'activity-missing',
			'end-before-start',
			'evidence-not-a-link'
		]);
	});
});

describe('EntryContent', () => {
	test.each([
		'😀👩‍👩‍👧‍👦🇮🇩',
		'שלום مرحبا \u202Eterbalik\u202C',
		'<script>alert("x")</script> &amp; <b>tebal</b>',
		"'; DROP TABLE entry; --",
		'baris satu\nbaris dua\t\u0000'
	])('%j is kept as it was typed', (description) => {
		const content = aContent({
			description,
			note: description,
			activity: { code: null, name: description }
		});
		expect(EntryContent.parse(JSON.parse(JSON.stringify(content)))).toEqual(content);
	});

	test('2,000 emoji fit through the door', () => {
		const content = aContent({ description: '😀'.repeat(FULL) });
		expect(EntryContent.safeParse(content).success).toBe(true);
	});

	test('what a later program adds is kept', () => {
		const later = { ...aContent(), place: 'Pasar', activity: { code: null, name: 'x', colour: 1 } };
		expect(EntryContent.parse(later)).toEqual(later);
	});

	test.each<[string, Record<string, unknown>]>([
		['a start on the next day', { startMinute: 1_440 }],
		['a negative start', { startMinute: -1 }],
		['half a minute', { endMinute: 500.5 }],
		['an end two days later', { endMinute: 2_881 }],
		['no output', { quantity: 0 }],
		['a fraction of an output', { quantity: 0.1 }],
		['no minutes', { effectiveMinutes: 0 }],
		['a text of 1 MB', { description: 'a'.repeat(1_000_000) }],
		['no activity', { activity: null }],
		['a number as text', { quantity: '1' }]
	])('%s is no content', (_what, over) => {
		expect(EntryContent.safeParse({ ...aContent(), ...over }).success).toBe(false);
	});
});

test('work ends at its end minute, in the zone of the office, on the next day if need be', () => {
	expect(endsAt(TODAY, aContent(), 'WITA')).toBe(instantOf(TODAY, 540, 'WITA'));
	expect(endsAt(TODAY, aContent({ endMinute: 1_500 }), 'WIT')).toBe(
		instantOf(addDays(TODAY, 1), 60, 'WIT')
	);
});

describe('normMinutes', () => {
	const content = aContent({ quantity: 3 });

	test.each([
		['the norm times the quantity', 15, 45],
		['never more than the clock shows', 30, 60],
		['the clock, where there is no norm', undefined, 60]
	])('what counts is %s', (_what, norm, minutes) => {
		expect(normMinutes(norm, content)).toBe(minutes);
	});
});

describe('overlaps', () => {
	const span = (date: string, startMinute: number, endMinute: number) => ({
		date,
		content: { startMinute, endMinute }
	});
	const TOMORROW = addDays(TODAY, 1);

	test.each([
		['one inside the other', span(TODAY, 480, 600), span(TODAY, 500, 510), true],
		['the same twice', span(TODAY, 480, 540), span(TODAY, 480, 540), true],
		['one minute shared', span(TODAY, 480, 541), span(TODAY, 540, 600), true],
		['one after the other', span(TODAY, 480, 540), span(TODAY, 540, 600), false],
		['the same hour of another day', span(TODAY, 480, 540), span(TOMORROW, 480, 540), false],
		['a night into the next morning', span(TODAY, 1_380, 1_500), span(TOMORROW, 30, 90), true],
		['a night until the next morning', span(TODAY, 1_380, 1_500), span(TOMORROW, 60, 90), false]
	])('%s', (_what, a, b, expected) => {
		expect(overlaps(a, b)).toBe(expected);
	});

	test('two spans overlap exactly when they share a minute, seen from either', () => {
		const someSpan = fc
			.tuple(fc.nat({ max: 3 }), fc.nat({ max: 1_439 }), fc.integer({ min: 1, max: 1_440 }))
			.map(([days, start, length]) => span(addDays(TODAY, days), start, start + length));
		const minutes = ({ date, content }: ReturnType<typeof span>) => {
			const offset = (Date.parse(date) - Date.parse(TODAY)) / 60_000;
			const length = content.endMinute - content.startMinute;
			return Array.from({ length }, (_unused, index) => offset + content.startMinute + index);
		};
		fc.assert(
			fc.property(someSpan, someSpan, (a, b) => {
				const ofB = new Set(minutes(b));
				const isShared = minutes(a).some((minute) => ofB.has(minute));
				expect([overlaps(a, b), overlaps(b, a)]).toEqual([isShared, isShared]);
			})
		);
	});
});

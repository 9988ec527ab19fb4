import { describe, expect, test } from 'vitest';
import { instantOf } from '../../../domain/day.ts';
import { when } from './when.ts';

const at = (day: string, hour: number, minute: number) =>
	instantOf(day, hour * 60 + minute, 'WITA');

describe('when, in English', () => {
	test('times have a colon and the name of their zone', () => {
		expect(when.time(at('2026-11-24', 7, 42), 'WITA')).toBe('07:42 WITA');
		expect(when.span(1_320, 1_530)).toBe('22:00–\u206001:30 (next day)');
	});

	test('days have English names', () => {
		expect(when.fullDay('2026-08-05')).toBe('5 Aug 2026');
		expect(when.longDay('2026-11-23')).toBe('Monday, 23 November 2026');
		expect(when.weekdayAndDay('2026-11-24')).toBe('Tue, 24 Nov');
	});

	test('a moment of another day names the day', () => {
		const moment = at('2026-11-23', 16, 10);
		expect(when.momentSeenOn(moment, 'WITA', '2026-11-23')).toBe('16:10 WITA');
		expect(when.momentSeenOn(moment, 'WITA', '2026-11-24')).toBe('23 Nov 16:10 WITA');
	});

	test('a receipt says when it was recorded and when the server had it', () => {
		expect(when.receipt(at('2026-11-23', 16, 10), at('2026-11-24', 7, 42), 'WITA')).toBe(
			'recorded 23 Nov 16:10, received by the server 24 Nov 07:42 WITA'
		);
	});

	test('one is one and more are more', () => {
		expect([1, 45, 60, 90, 150].map(when.duration)).toEqual([
			'1 minute',
			'45 minutes',
			'1 hour',
			'1 hour 30 minutes',
			'2 hours 30 minutes'
		]);
		expect([200, 20_000, 100_000].map(when.wait)).toEqual(['1 second', '20 seconds', '2 minutes']);
	});

	test('large numbers have commas', () => {
		expect([7, 2_000, 1_234_567].map(when.number)).toEqual(['7', '2,000', '1,234,567']);
	});
});

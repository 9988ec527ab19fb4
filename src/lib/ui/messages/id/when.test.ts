import { describe, expect, test } from 'vitest';
import { instantOf } from '../../../domain/day.ts';
import { when } from './when.ts';

const at = (day: string, hour: number, minute: number) =>
	instantOf(day, hour * 60 + minute, 'WITA');

describe('when', () => {
	test('a time carries the name of its zone', () => {
		expect(when.time(at('2026-11-24', 7, 42), 'WITA')).toBe('07.42 WITA');
		expect(when.time(at('2026-11-24', 7, 42), 'WIB')).toBe('06.42 WIB');
	});

	test('a day is written short, full and with its weekday', () => {
		expect(when.shortDay('2026-11-24')).toBe('24 Nov');
		expect(when.fullDay('2026-08-05')).toBe('5 Agu 2026');
		expect(when.longDay('2026-11-23')).toBe('Senin, 23 November 2026');
		expect(when.weekdayAndDay('2026-11-24')).toBe('Sel, 24 Nov');
	});

	test('a moment of another day names the day', () => {
		const moment = at('2026-11-23', 16, 10);
		expect(when.momentSeenOn(moment, 'WITA', '2026-11-23')).toBe('16.10 WITA');
		expect(when.momentSeenOn(moment, 'WITA', '2026-11-24')).toBe('23 Nov 16.10 WITA');
	});

	test('a receipt says when it was recorded and when the server had it', () => {
		const receipt = when.receipt(at('2026-11-23', 16, 10), at('2026-11-24', 7, 42), 'WITA');
		expect(receipt).toBe('dicatat 23 Nov 16.10, diterima server 24 Nov 07.42 WITA');
	});

	test('work past midnight says that it ended the next day', () => {
		expect(when.span(480, 570)).toBe('08.00–\u206009.30');
		expect(when.span(1_320, 1_530)).toBe('22.00–\u206001.30 (hari berikutnya)');
	});

	test.each([
		[45, '45 menit'],
		[60, '1 jam'],
		[90, '1 jam 30 menit']
	])('%i minutes read as %s', (minutes, text) => {
		expect(when.duration(minutes)).toBe(text);
	});

	test('large numbers have dots', () => {
		expect([7, 300, 2_000, 1_234_567].map(when.number)).toEqual(['7', '300', '2.000', '1.234.567']);
	});

	test('a wait is rounded up', () => {
		expect([200, 20_000, 61_000, 100_000].map(when.wait)).toEqual([
			'1 detik',
			'20 detik',
			'61 detik',
			'2 menit'
		]);
	});
});

import { describe, expect, test } from 'vitest';
import { type EntryStatus } from './entry.ts';
import { overlappedMinutes } from './overlap.ts';

type Span = readonly [startMinute: number, endMinute: number, effectiveMinutes?: number];

const work = (
	[startMinute, endMinute, effectiveMinutes = endMinute - startMinute]: Span,
	status: EntryStatus = 'submitted'
) => ({ status, content: { startMinute, endMinute, effectiveMinutes } });

const overlapped = (...spans: Span[]) => overlappedMinutes(spans.map((span) => work(span)));

describe('overlappedMinutes', () => {
	test('of two hours of which half an hour is the same, half an hour', () => {
		expect(overlapped([480, 540], [510, 570])).toBe(30);
		expect(overlapped([510, 570], [480, 540])).toBe(30);
	});

	test('none where work follows on work, or there is none', () => {
		expect(overlapped([480, 540], [540, 600])).toBe(0);
		expect(overlapped()).toBe(0);
	});

	test('of an hour recorded three times, two hours; each stretch by itself', () => {
		expect(overlapped([480, 540], [480, 540], [480, 540], [600, 900, 30])).toBe(120);
	});

	test('none where the minutes claimed fit into the time together', () => {
		expect(overlapped([480, 720, 60], [500, 560, 60])).toBe(0);
	});

	test('past midnight as before it', () => {
		expect(overlapped([1380, 1500], [1440, 1500])).toBe(60);
	});

	test('what does not count overlaps with nothing', () => {
		for (const status of ['returned', 'rejected', 'withdrawn'] as const) {
			expect(overlappedMinutes([work([480, 540], 'approved'), work([480, 540], status)])).toBe(0);
		}
	});
});

// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type DayMark } from '#lib/domain/day-mark.ts';
import { DrawnPages } from './drawn-pages.svelte.ts';

const BESIDE: Record<string, string[]> = {
	'2026-09': ['2026-08', '2026-10'],
	'2026-10': ['2026-09', '2026-11'],
	'2026-11': ['2026-10']
};

const aMark = (day: string): DayMark => ({
	day,
	state: 'full',
	minutes: 1,
	required: 1,
	dayOff: undefined
});

let month = $state('2026-11');
const marks = vi.fn((month: string) => (month === '2026-08' ? undefined : [aMark(`${month}-01`)]));
let drawn: DrawnPages<string, DayMark[]>;
let end: () => void;

beforeEach(() => {
	vi.useFakeTimers();
	month = '2026-11';
	end = $effect.root(() => {
		drawn = new DrawnPages({
			shown: () => month,
			beside: (of) => BESIDE[of] ?? [],
			numberOf: (of) => Number(of.slice(5)),
			contentOf: marks
		});
	});
	flushSync();
	vi.advanceTimersByTime(500);
	marks.mockClear();
});

afterEach(() => {
	end();
	vi.useRealTimers();
});

const standing = () => drawn.all.map(({ content }) => content?.[0]?.day.slice(0, 7));
const shown = () => drawn.current?.content?.[0]?.day.slice(0, 7);

test('one step leads to what is drawn already, and nothing is counted for it', () => {
	expect(standing().filter(Boolean).sort()).toEqual(['2026-10', '2026-11']);
	marks.mockClear();
	month = '2026-10';
	flushSync();
	expect(shown()).toBe('2026-10');
	expect(standing()).toContain('2026-11');
	expect(marks).not.toHaveBeenCalled();
});

test('what lies beside follows a moment later, each in a place of its own', () => {
	month = '2026-10';
	flushSync();
	vi.advanceTimersByTime(500);
	const before = standing();
	expect([...before].sort()).toEqual(['2026-09', '2026-10', '2026-11']);
	month = '2026-09';
	flushSync();
	vi.advanceTimersByTime(500);
	expect(shown()).toBe('2026-09');
	// August is being read: what stood in its place stays there, unseen.
	expect(standing()).toEqual(before);
});

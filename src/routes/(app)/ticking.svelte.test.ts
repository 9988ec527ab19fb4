// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Ticking } from './ticking.svelte.ts';

const TICK_MS = 1_000;
const BEFORE_MIDNIGHT = Date.UTC(2026, 10, 24, 15, 59, 55); // 23.59.55 WITA

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('at each tick it is later, but what rests on the day or the hour rests until it ends', () => {
	const session = { now: () => Date.now(), zone: () => 'WITA' as const };
	vi.setSystemTime(BEFORE_MIDNIGHT);
	const seen = { now: [] as number[], hour: [] as number[], today: [] as string[] };
	const end = $effect.root(() => {
		const ticking = new Ticking(session, TICK_MS);
		$effect(() => void seen.now.push(ticking.now));
		$effect(() => void seen.hour.push(ticking.hour));
		$effect(() => void seen.today.push(ticking.today));
	});
	flushSync();
	for (let tick = 1; tick <= 10; tick += 1) {
		vi.advanceTimersByTime(TICK_MS);
		flushSync();
	}
	end();
	expect(seen.now).toHaveLength(11);
	expect(seen.hour).toHaveLength(2);
	expect(seen.today).toEqual(['2026-11-24', '2026-11-25']);
});

test('asked by nothing on the screen, it is as late as it is', () => {
	vi.setSystemTime(BEFORE_MIDNIGHT);
	let ticking: Ticking | undefined;
	const end = $effect.root(() => {
		ticking = new Ticking({ now: () => Date.now(), zone: () => 'WITA' }, TICK_MS);
	});
	expect(ticking?.today).toBe('2026-11-24');
	vi.advanceTimersByTime(10_000);
	expect(ticking?.today).toBe('2026-11-25');
	end();
});

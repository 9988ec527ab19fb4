// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Later } from './later.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('follows a moment later, straight to the last when there are several', () => {
	let value = $state('a');
	let later: Later<string> | undefined;
	const end = $effect.root(() => {
		later = new Later(() => value);
	});
	flushSync();
	expect(later?.current).toBe('a');
	for (const next of ['b', 'c']) {
		value = next;
		flushSync();
		vi.advanceTimersByTime(100);
		expect(later?.current).toBe('a');
	}
	vi.advanceTimersByTime(100);
	expect(later?.current).toBe('c');
	end();
});

// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SeenFirst } from './seen-first.svelte.ts';

const A_MOMENT_MS = 200;
let see: (isSeen: boolean) => void;

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal(
		'IntersectionObserver',
		class {
			constructor(deliver: (changes: unknown[]) => void) {
				see = (isIntersecting) => deliver([{ target: document.body, isIntersecting }]);
			}
			observe() {}
			unobserve() {}
		}
	);
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

test('shows what is new at once while it is on the screen, else a moment later', () => {
	let value = $state(1);
	let isShown = $state(true);
	let box: SeenFirst<number> | undefined;
	const end = $effect.root(() => {
		box = new SeenFirst(() => value);
		$effect(() => (isShown ? box?.attach(document.body) : undefined));
	});
	flushSync();
	const changeTo = (next: number) => {
		value = next;
		flushSync();
		return box?.current;
	};
	expect(changeTo(2)).toBe(2);
	vi.advanceTimersByTime(A_MOMENT_MS);
	see(false);
	expect(changeTo(3)).toBe(2);
	vi.advanceTimersByTime(A_MOMENT_MS);
	expect(box?.current).toBe(3);
	expect(changeTo(4)).toBe(3);
	see(true);
	expect(box?.current).toBe(4);
	vi.advanceTimersByTime(A_MOMENT_MS);
	// Nobody can look at it: when it is shown it must be what it is by then.
	see(false);
	isShown = false;
	expect(changeTo(5)).toBe(5);
	end();
});

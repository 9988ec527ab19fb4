// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { flushSync } from 'svelte';
import { expect, test, vi } from 'vitest';
import { LivePages } from './live-pages.svelte.ts';

function pagesFrom(first: string) {
	const asked: string[] = [];
	let shown = $state(first);
	let pages: LivePages<string, string> | undefined;
	let seen: string | undefined;
	const end = $effect.root(() => {
		pages = new LivePages({
			query: (key: string) => {
				asked.push(key);
				return Promise.resolve(`page ${key}`);
			},
			shown: () => shown,
			beside: (key) => [Number(key) - 1, Number(key) + 1].map(String)
		});
		$effect(() => {
			seen = pages?.current;
		});
	});
	flushSync();
	return {
		asked,
		end,
		seen: () => seen,
		step(key: string) {
			shown = key;
			flushSync();
		}
	};
}

test('what lies beside the page on screen is there at the step', async () => {
	const pages = pagesFrom('5');
	await vi.waitFor(() => expect(pages.seen()).toBe('page 5'));
	expect(pages.asked).toEqual(['5']);
	await vi.waitFor(() => expect(pages.asked).toEqual(['5', '4', '6']));
	await new Promise((resolve) => setTimeout(resolve, 20));
	pages.step('6');
	expect(pages.seen()).toBe('page 6');
	await vi.waitFor(() => expect(pages.asked).toContain('7'));
	pages.end();
});

test('a step to what was not read shows nothing until it is', async () => {
	const pages = pagesFrom('5');
	await vi.waitFor(() => expect(pages.seen()).toBe('page 5'));
	pages.step('9');
	expect(pages.seen()).toBeUndefined();
	await vi.waitFor(() => expect(pages.seen()).toBe('page 9'));
	pages.end();
});

test('who comes back to a page finds it without asking again, unless he went far', async () => {
	const pages = pagesFrom('5');
	const settle = async (key: string) => {
		pages.step(key);
		await vi.waitFor(() => expect(pages.asked).toContain(String(Number(key) + 1)));
		await new Promise((resolve) => setTimeout(resolve, 20));
	};
	await settle('5');
	for (const key of ['6', '7', '8']) await settle(key);
	pages.step('5');
	expect(pages.seen()).toBe('page 5');
	expect(pages.asked.filter((key) => key === '5')).toHaveLength(1);
	for (const key of ['9', '12']) await settle(key);
	pages.step('5');
	expect(pages.seen()).toBeUndefined();
	pages.end();
});

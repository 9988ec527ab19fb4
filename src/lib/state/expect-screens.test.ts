import { expect, test } from 'vitest';
import { expectScreens, expectsScreens } from './expect-screens.ts';

function aStore() {
	const kept = new Map<string, string>();
	return () => ({
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => void kept.set(key, value),
		removeItem: (key: string) => void kept.delete(key)
	});
}

test('screens are expected from the time somebody works here until he signs out', () => {
	const store = aStore();
	expect(expectsScreens(store)).toBe(false);
	expectScreens(store, true);
	expect(expectsScreens(store)).toBe(true);
	expectScreens(store, false);
	expect(expectsScreens(store)).toBe(false);
});

test('a browser that keeps nothing expects nothing', () => {
	const refusing = () => {
		throw new Error('SecurityError');
	};
	expectScreens(refusing, true);
	expect(expectsScreens(refusing)).toBe(false);
});

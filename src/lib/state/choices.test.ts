import { describe, expect, test } from 'vitest';
import { CHOICES, keepChoice, readChoice } from './choices.ts';

function aStore(kept: Record<string, string> = {}) {
	const getItem = (name: string) => kept[name] ?? null;
	const setItem = (name: string, value: string) => void (kept[name] = value);
	return () => ({ getItem, setItem });
}

const refusing = (): never => {
	throw new DOMException('the browser keeps nothing', 'SecurityError');
};

describe('choices for this device', () => {
	test.each([
		['language', 'id'],
		['theme', 'device'],
		['textSize', 'normal']
	] as const)('%s is %s until somebody chooses', (name, usual) => {
		expect(readChoice(aStore(), name)).toBe(usual);
	});

	test.each(Object.keys(CHOICES) as (keyof typeof CHOICES)[])('%s is kept', (name) => {
		const store = aStore();
		for (const choice of CHOICES[name]) {
			expect(keepChoice(store, name, choice)).toBe(true);
			expect(readChoice(store, name)).toBe(choice);
		}
	});

	test('what nobody can choose counts as nothing chosen', () => {
		expect(readChoice(aStore({ theme: 'purple' }), 'theme')).toBe('device');
	});

	test('a browser that keeps nothing is no fault', () => {
		expect(readChoice(refusing, 'theme')).toBe('device');
		expect(keepChoice(refusing, 'theme', 'dark')).toBe(false);
	});
});

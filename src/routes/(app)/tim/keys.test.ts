// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { commandAnywhere, commandOf, isTyping, KEYS } from './keys.ts';

const press = (key: string, over = {}) =>
	commandOf({ key, repeat: false, ctrlKey: false, altKey: false, metaKey: false, ...over });

test.each([
	['j', 'next'],
	['ArrowDown', 'below'],
	['ArrowLeft', 'left'],
	['K', 'previous'],
	['s', 'approve'],
	['b', 'return'],
	['u', 'undo'],
	['?', 'help'],
	['x', undefined],
	[' ', undefined],
	['Enter', undefined]
])('%s means %s', (key, command) => {
	expect(press(key)).toBe(command);
});

test('together with Ctrl, Alt or Meta a key belongs to the browser and to screen readers', () => {
	for (const modifier of ['ctrlKey', 'altKey', 'metaKey']) {
		expect(press('s', { [modifier]: true })).toBeUndefined();
	}
});

test('a key that is held goes from card to card, and decides nothing', () => {
	const held = ['j', 'ArrowDown', 's', 'b', 't', 'u', 'l', '?'].map((key) =>
		press(key, { repeat: true })
	);
	const nothing = Array.from({ length: 6 }, () => undefined);
	expect(held).toEqual(['next', 'below', ...nothing]);
});

test('nowhere in particular only the first step and the list of keys are meant', () => {
	const anywhere = (key: string, over = {}) =>
		commandAnywhere({ key, repeat: false, ctrlKey: false, altKey: false, metaKey: false, ...over });
	expect(['?', 'j', 's', 'ArrowDown'].map((key) => anywhere(key))).toEqual([
		'help',
		'next',
		undefined,
		undefined
	]);
	expect(anywhere('j', { ctrlKey: true })).toBeUndefined();
});

test('where something is typed or chosen, keys are not commands', () => {
	const fields = ['<input type="search">', '<input type="radio">', '<select>', '<textarea>'];
	const others = ['<button>', '<input type="checkbox">'];
	const typing = [...fields, ...others].map((html) => {
		document.body.innerHTML = html;
		return isTyping(document.body.firstElementChild);
	});
	expect(typing).toEqual([true, true, true, true, false, false]);
});

test('no key means two things', () => {
	const keys = Object.values(KEYS).flat();
	expect(new Set(keys).size).toBe(keys.length);
});

// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ignoreSecondTaps } from './second-tap.ts';

let done: string[];
let stop: () => void;
const at = (time: number, event: Event) =>
	Object.defineProperty(event, 'timeStamp', { value: time });

beforeEach(() => {
	done = [];
	document.body.innerHTML = '<button id="approve"><b>A</b></button><button id="next">B</button>';
	for (const each of document.querySelectorAll('button'))
		each.onclick = () => void done.push(each.id);
	stop = ignoreSecondTaps(document);
});
afterEach(() => stop());

const find = (selector: string) => document.querySelector(selector) as HTMLElement;

function tap(selector: string, time: number, { x = 100, y = 100, detail = 1 } = {}) {
	const options = { bubbles: true, cancelable: true, clientX: x, clientY: y, detail };
	find(selector).dispatchEvent(at(time, new MouseEvent('pointerdown', options)));
	find(selector).dispatchEvent(at(time + 60, new MouseEvent('click', options)));
}

test('the second half of a double tap does nothing to what came under the finger meanwhile', () => {
	tap('#approve', 0);
	tap('#next', 300);
	expect(done).toEqual(['approve']);
});

test('a tap counts a moment later, elsewhere, or on the same', () => {
	tap('#approve', 0);
	tap('#next', 600);
	tap('#approve', 800, { y: 300 });
	tap('#approve b', 1_000, { y: 300 });
	expect(done).toEqual(['approve', 'next', 'approve', 'approve']);
});

test('who typed in between has seen what is there', () => {
	tap('#approve', 0);
	document.body.dispatchEvent(new InputEvent('input', { bubbles: true }));
	tap('#next', 300);
	expect(done).toEqual(['approve', 'next']);
});

test('a key and a screen reader say what they are on', () => {
	tap('#approve', 0);
	find('#next').dispatchEvent(at(100, new MouseEvent('click', { bubbles: true, detail: 0 })));
	expect(done).toEqual(['approve', 'next']);
});

test('a key that is held presses once; what is typed repeats', () => {
	const held = (selector: string, key: string) =>
		!find(selector).dispatchEvent(
			new KeyboardEvent('keydown', { key, repeat: true, bubbles: true, cancelable: true })
		);
	document.body.insertAdjacentHTML('beforeend', '<textarea></textarea>');
	expect([held('#next', 'Enter'), held('#next', ' '), held('#next', 'j')]).toEqual([
		true,
		true,
		false
	]);
	expect(held('textarea', 'Enter')).toBe(false);
});

test('nothing is watched any more once it was stopped', () => {
	stop();
	tap('#approve', 0);
	tap('#next', 100);
	expect(done).toEqual(['approve', 'next']);
});

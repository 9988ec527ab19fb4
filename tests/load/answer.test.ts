// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { watchForAnswers } from './answer.ts';

Object.assign(globalThis, { scheduler: { postTask: (task: () => void) => setTimeout(task) } });
watchForAnswers();

const change = (id: string, words: string) => {
	const element = document.getElementById(id);
	if (element) element.textContent = words;
};
const tap = () => document.body.click();
/** Longer than a frame. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 50));

beforeEach(() => {
	document.body.innerHTML = '<p id="a" class="line">1</p><p id="b" class="line">1</p>';
});

/** What an answer has been told of so far. */
function watched(expected: Parameters<typeof expectAnswer>[0]) {
	const told = vi.fn();
	void expectAnswer(expected).then(told);
	return told;
}

test('what comes late of an earlier tap, before the next one, is no answer to that', async () => {
	const answered = watched({ answer: '.line', atLeast: 2 });
	change('b', 'late');
	await aMoment();
	expect(answered).not.toHaveBeenCalled();
	tap();
	await aMoment();
	expect(answered).not.toHaveBeenCalled();
	change('a', '2');
	await vi.waitFor(() => expect(answered).toHaveBeenCalledWith(expect.any(Number)));
});

test('a tap is answered by other words of what it should change, and by all of it', async () => {
	const answered = watched({ answer: '.line', atLeast: 2 });
	tap();
	document.getElementById('b')?.remove();
	await aMoment();
	expect(answered).not.toHaveBeenCalled();
	document.body.insertAdjacentHTML('beforeend', '<p class="line">2</p>');
	await vi.waitFor(() => expect(answered).toHaveBeenCalledWith(expect.any(Number)));
});

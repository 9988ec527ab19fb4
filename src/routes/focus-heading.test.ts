// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { focusHeading } from './focus-heading.ts';

const HEADING = '<h1 tabindex="-1">Kegiatan</h1>';
const focused = () => document.activeElement?.tagName;
/** Observers are told after the task that changed something. */
const told = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
	document.body.innerHTML = '<main></main><button>Tutup</button>';
});

test('a heading that is there gets the focus at once', () => {
	document.body.innerHTML = HEADING;
	focusHeading(document);
	expect(focused()).toBe('H1');
});

test('a heading that comes later gets it when it comes', async () => {
	focusHeading(document);
	expect(focused()).toBe('BODY');
	document.querySelector('main')!.innerHTML = HEADING;
	await told();
	expect(focused()).toBe('H1');
});

test('whoever went elsewhere meanwhile stays there', async () => {
	focusHeading(document);
	document.querySelector('button')?.focus();
	document.querySelector('main')!.innerHTML = HEADING;
	await told();
	expect(focused()).toBe('BUTTON');
});

test('after its stop it does nothing', async () => {
	focusHeading(document)();
	document.querySelector('main')!.innerHTML = HEADING;
	await told();
	expect(focused()).toBe('BODY');
});

import { expect, test } from 'vitest';
import { Installation } from './installation.svelte.ts';

function anOffer() {
	const calls: string[] = [];
	const prompt = () => Promise.resolve(calls.push('prompt'));
	const offer = new Event('beforeinstallprompt', { cancelable: true });
	return Object.assign(offer, { prompt, calls });
}

test('the browser’s offer waits for the person and is taken up once', async () => {
	const window = new EventTarget();
	const installation = new Installation(window);
	expect(installation.isOffered).toBe(false);
	const offer = anOffer();
	window.dispatchEvent(offer);
	expect([installation.isOffered, offer.defaultPrevented]).toEqual([true, true]);
	await installation.ask();
	await installation.ask();
	expect([installation.isOffered, offer.calls]).toEqual([false, ['prompt']]);
});

test('once installed there is nothing to offer', () => {
	const window = new EventTarget();
	const installation = new Installation(window);
	window.dispatchEvent(anOffer());
	window.dispatchEvent(new Event('appinstalled'));
	expect([installation.isOffered, installation.isDone]).toEqual([false, true]);
});

// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import { type Workbox } from 'workbox-window';
import { AppUpdate } from './update.svelte.ts';

type Event = { isUpdate?: boolean; isExternal?: boolean };

function aWorker() {
	const listeners: Record<string, ((event: Event) => void)[]> = {};
	const done: string[] = [];
	const workbox = {
		addEventListener: (type: string, listener: (event: Event) => void) =>
			(listeners[type] ??= []).push(listener),
		messageSkipWaiting: () => done.push('skip waiting'),
		register: () => Promise.resolve(done.push('register')),
		update: () => Promise.resolve(done.push('update'))
	} as unknown as Workbox; // the four things that are used of it
	const update = new AppUpdate(workbox, () => done.push('reload'));
	const emit = (type: string, event: Event = {}) =>
		listeners[type]?.forEach((listener) => listener(event));
	return { update, emit, done };
}

test('a newer version waits until the person agrees, then takes over and the page is loaded again', () => {
	const { update, emit, done } = aWorker();
	const seen: boolean[] = [];
	const stop = $effect.root(() => {
		$effect(() => {
			seen.push(update.waiting);
		});
	});
	flushSync();
	emit('waiting');
	flushSync();
	expect(seen).toEqual([false, true]);
	expect(done).toEqual([]);
	update.apply();
	expect(done).toEqual(['skip waiting']);
	emit('controlling', { isUpdate: true });
	expect(done).toEqual(['skip waiting', 'reload']);
	stop();
});

test('a version another tab agreed to is not forced on this one', () => {
	const { update, emit, done } = aWorker();
	emit('controlling', { isUpdate: true });
	expect(update.waiting).toBe(true);
	expect(done).toEqual([]);
	update.apply();
	expect(done).toEqual(['reload']);
});

test('the first worker of a new device is no update', () => {
	const { update, emit } = aWorker();
	emit('controlling', { isUpdate: false });
	expect(update.waiting).toBe(false);
});

test('it looks for a newer version at most once an hour', async () => {
	const { update, done } = aWorker();
	await update.check(10_000_000);
	await update.check(10_060_000);
	await update.check(14_000_000);
	expect(done).toEqual(['register', 'update']);
});

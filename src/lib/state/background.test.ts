import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { deliversWhenClosed, requestDelivery } from './background.ts';

/** A browser with these alarms; what it answers to a request for one. */
const aContainer = (answer: () => Promise<void>) => ({
	getRegistration: () =>
		Promise.resolve({ sync: { register: answer } } as unknown as ServiceWorkerRegistration)
});
const agrees = () => Promise.resolve();
const refuses = () => Promise.reject(new DOMException('Permission denied.', 'NotAllowedError'));

beforeEach(() => vi.stubGlobal('ServiceWorkerRegistration', { prototype: { sync: {} } }));
afterEach(() => vi.unstubAllGlobals());

test('a browser without alarms delivers nothing while the app is closed', () => {
	expect(deliversWhenClosed()).toBe(true);
	vi.stubGlobal('ServiceWorkerRegistration', { prototype: {} });
	expect(deliversWhenClosed()).toBe(false);
});

test('one that refused does neither, until it agrees', async () => {
	requestDelivery(aContainer(refuses));
	await vi.waitFor(() => expect(deliversWhenClosed()).toBe(false));
	requestDelivery(aContainer(agrees));
	await vi.waitFor(() => expect(deliversWhenClosed()).toBe(true));
});

/** Notifications of a device, and the service worker's part in them while no page of the app is open. */
import { type Page, type Worker } from '@playwright/test';

/** What of a worker's global scope is used here; the library of a page doesn't know it. */
type Scope = {
	readonly registration: ServiceWorkerRegistration;
	readonly clients: { openWindow: (url: string) => Promise<null> };
	readonly ExtendableEvent: new (type: string) => Event;
	readonly NotificationEvent: new (
		type: string,
		init: { readonly notification: Notification }
	) => Event;
};

/** What stands among the device's notifications. */
export const notifications = (place: { readonly evaluate: Page['evaluate'] }) =>
	place.evaluate(async () => {
		const inWorker = (globalThis as unknown as Partial<Scope>).registration;
		const registration = inWorker ?? (await navigator.serviceWorker.getRegistration());
		const shown = (await registration?.getNotifications()) ?? [];
		return shown.map(({ title, body, tag, data }) => ({ title, body, tag, data: data as unknown }));
	});

/** As the browser rings from time to time where the app is installed; `at` is the worker's clock. */
export async function ringWithAppClosed(
	page: Page,
	at: number,
	prepare: () => void = () => undefined
): Promise<Worker> {
	const [worker] = page.context().serviceWorkers();
	if (!worker) throw new Error('the app has a worker');
	await page.goto('about:blank');
	await worker.evaluate(prepare);
	await worker.evaluate((now) => {
		const { ExtendableEvent } = globalThis as unknown as Scope;
		Date.now = () => now;
		dispatchEvent(new ExtendableEvent('periodicsync'));
	}, at);
	return worker;
}

/** A tap on the reminder; gives the address of the window it opens. Only a real tap may open one. */
export const tapReminder = (worker: Worker): Promise<string> =>
	worker.evaluate(async () => {
		const { clients, registration, NotificationEvent } = globalThis as unknown as Scope;
		const [notification] = await registration.getNotifications();
		if (!notification) throw new Error('nothing to tap');
		return new Promise<string>((resolve) => {
			clients.openWindow = (url) => {
				resolve(url);
				return Promise.resolve(null);
			};
			dispatchEvent(new NotificationEvent('notificationclick', { notification }));
		});
	});

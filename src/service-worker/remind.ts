/** The reminder of empty workdays while the app is closed, and what a tap on it opens. */
import { Database } from '#lib/db/database.ts';
import { remind } from '#lib/db/remind.ts';
import { closeForGood } from '#lib/db/storage-failure.ts';

declare const self: ServiceWorkerGlobalScope;

export async function remindOf(nip: string, deviceNow: number): Promise<void> {
	if (globalThis.Notification?.permission !== 'granted') return;
	const db = new Database(nip);
	try {
		const show = (words: string, options: NotificationOptions) =>
			self.registration.showNotification(words, options);
		await remind(db, { nip, deviceNow, show });
	} finally {
		closeForGood(db);
	}
}

/** In the app where it is open, else in a new window. */
export async function openFrom(notification: Notification): Promise<void> {
	notification.close();
	const { path } = (notification.data ?? {}) as { path?: string };
	const url = new URL(path ?? '/', self.location.origin).href;
	const [page] = await self.clients.matchAll({ type: 'window' });
	if (!page) return void (await self.clients.openWindow(url));
	await page.focus();
	await page.navigate(url);
}

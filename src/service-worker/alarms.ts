/**
 * The browser's alarms, and taps on a reminder. Built together with the app, so that worker and pages
 * share one file for the database and the sync; vite.config.ts makes the worker import this first.
 */
import { openFrom } from './remind.ts';
import { wake } from './wake.ts';

declare const self: ServiceWorkerGlobalScope;

/** Only Chromium rings these, so TypeScript's library doesn't know them. */
type Alarm = ExtendableEvent & { readonly tag: string };

for (const alarm of ['sync', 'periodicsync']) {
	self.addEventListener(alarm, (event) => (event as Alarm).waitUntil(wake()));
}

self.addEventListener('notificationclick', (event) =>
	event.waitUntil(openFrom(event.notification))
);

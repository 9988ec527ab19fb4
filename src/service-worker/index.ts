/**
 * The service worker: keeps the whole app on the device, opens any address without a line, and passes
 * on the browser's alarms. It never touches `/api`: records travel by the outbox alone (wake.ts).
 */
import { base, build, files, prerendered, version } from '$service-worker';
import { clientsClaim } from 'workbox-core';
import {
	cleanupOutdatedCaches,
	createHandlerBoundToURL,
	precacheAndRoute
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { wake } from './wake.ts';

declare const self: ServiceWorkerGlobalScope;

/** Only Chromium rings these, so TypeScript's library doesn't know them. */
type Alarm = ExtendableEvent & { readonly tag: string };

const SHELL = `${base}/shell`;

// Built files carry a hash in their names; the others change with the version.
precacheAndRoute([
	...build.map((url) => ({ url, revision: null })),
	...[...files, ...prerendered].map((url) => ({ url, revision: version }))
]);
cleanupOutdatedCaches();
clientsClaim();

// In development nothing is prerendered.
if (prerendered.includes(SHELL)) {
	registerRoute(
		new NavigationRoute(createHandlerBoundToURL(SHELL), { denylist: [/^\/api\//, /^\/metrics$/] })
	);
}

self.addEventListener('message', ({ data }: ExtendableMessageEvent) => {
	if ((data as { type?: unknown } | null)?.type === 'SKIP_WAITING') void self.skipWaiting();
});

for (const alarm of ['sync', 'periodicsync']) {
	self.addEventListener(alarm, (event) => (event as Alarm).waitUntil(wake()));
}

/**
 * The service worker: keeps the app on the device in two steps (docs/decisions/006), opens any address
 * without a line, and passes on the browser's alarms. It never touches `/api`: records travel by the
 * outbox alone (wake.ts).
 */
import { base, build, files, prerendered, version } from '$service-worker';
import { clientsClaim } from 'workbox-core';
import {
	cleanupOutdatedCaches,
	createHandlerBoundToURL,
	precacheAndRoute
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { firstStep } from './parts.ts';
import { Screens } from './screens.ts';

declare const self: ServiceWorkerGlobalScope;

/**
 * Chromium otherwise asks the server for every page while it starts the worker, for an answer nobody
 * reads. Not in TypeScript's library, because only Chromium has it.
 */
type Install = ExtendableEvent & {
	addRoutes?(rule: { condition: { requestMode: string }; source: string }): Promise<void>;
};

/** Paths of the screens' files, put before this code by vite.config.ts, as is the import of the alarms. */
declare const SCREENS: readonly string[];

const SHELL = `${base}/shell`;

// Built files carry a hash in their names; the others change with the version.
precacheAndRoute([
	...firstStep(build, SCREENS).map((url) => ({ url, revision: null })),
	...firstStep([...files, ...prerendered], SCREENS).map((url) => ({ url, revision: version }))
]);
cleanupOutdatedCaches();
clientsClaim();

const screens = new Screens(caches, SCREENS);
self.addEventListener('install', (event) => {
	const everyPage = { condition: { requestMode: 'navigate' }, source: 'fetch-event' };
	void (event as Install).addRoutes?.(everyPage);
	event.waitUntil(screens.keepAgain());
});
self.addEventListener('activate', (event) => event.waitUntil(screens.dropOthers()));
registerRoute(
	({ url, sameOrigin }) => sameOrigin && screens.has(url.pathname),
	async ({ url, request }) => (await screens.find(url.pathname)) ?? fetch(request)
);

// In development nothing is prerendered.
if (prerendered.includes(SHELL)) {
	registerRoute(
		new NavigationRoute(createHandlerBoundToURL(SHELL), { denylist: [/^\/api\//, /^\/metrics$/] })
	);
}

self.addEventListener('message', (event: ExtendableMessageEvent) => {
	const type = (event.data as { type?: unknown } | null)?.type;
	if (type === 'SKIP_WAITING') void self.skipWaiting();
	if (type === 'KEEP_SCREENS') event.waitUntil(answerKept(event.ports[0]));
});

async function answerKept(port: MessagePort | undefined): Promise<void> {
	const isKept = await screens.keep().then(
		() => true,
		// The page tells the person, who tries again.
		() => false
	);
	port?.postMessage(isKept);
}

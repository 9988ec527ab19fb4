/**
 * The service worker: keeps the app on the device in two steps (docs/decisions/006), opens any address
 * without a line, and passes on the browser's alarms. It never touches `/api`: records travel by the
 * outbox alone (wake.ts).
 */
import { base, files, prerendered, version } from '$service-worker';
import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { Home, staticRoutes, type StaticRoute } from './home.ts';
import { KeptFiles } from './kept-files.ts';
import { firstStep } from './parts.ts';

declare const self: ServiceWorkerGlobalScope;

/** Not in TypeScript's library, because only Chromium has it. */
type Install = ExtendableEvent & {
	addRoutes?(rules: readonly StaticRoute[]): Promise<void>;
};

/** Paths of built files, put before this code by vite.config.ts, as are the alarms. */
declare const FIRST: readonly string[];
declare const SCREENS: readonly string[];
declare const ENGLISH: readonly string[];

const SHELL = `${base}/shell`;

// Built files carry a hash in their names; the others change with the version.
precacheAndRoute([
	...FIRST.map((url) => ({ url, revision: null })),
	...firstStep(files).map((url) => ({ url, revision: version }))
]);
cleanupOutdatedCaches();
clientsClaim();

const home = new Home(caches, version);
const screens = new KeptFiles(caches, 'screens', SCREENS);
const english = new KeptFiles(caches, 'english', ENGLISH);
const kept = [screens, english];
self.addEventListener('install', (event) => {
	event.waitUntil(Promise.all([home.keep(SHELL), ...kept.map((files) => files.keepAgain())]));
	void (event as Install).addRoutes?.(staticRoutes(base, home.cache));
});
self.addEventListener('activate', (event) =>
	event.waitUntil(Promise.all([home.dropOthers(), ...kept.map((files) => files.dropOthers())]))
);
for (const files of kept) {
	registerRoute(
		({ url, sameOrigin }) => sameOrigin && files.has(url.pathname),
		async ({ url, request }) => (await files.find(url.pathname)) ?? fetch(request)
	);
}

// In development nothing is prerendered.
if (prerendered.includes(SHELL)) {
	const page = async () => (await home.find()) ?? fetch(SHELL);
	registerRoute(new NavigationRoute(page, { denylist: [/^\/api\//, /^\/metrics$/] }));
}

self.addEventListener('message', (event: ExtendableMessageEvent) => {
	const { type, language } = (event.data ?? {}) as { type?: unknown; language?: unknown };
	if (type === 'SKIP_WAITING') void self.skipWaiting();
	if (type !== 'KEEP_SCREENS') return;
	event.waitUntil(answerKept(language === 'en' ? kept : [screens], event.ports[0]));
});

async function answerKept(
	wanted: readonly KeptFiles[],
	port: MessagePort | undefined
): Promise<void> {
	const isKept = await Promise.all(wanted.map((files) => files.keep())).then(
		() => true,
		// The page tells the person, who tries again.
		() => false
	);
	port?.postMessage(isKept);
}

import { openApp } from '#lib/state/app.ts';

// Everything is drawn on the device; `/shell` alone is written at build time, see there.
export const ssr = false;
export const prerender = false;

/** Once per page. Not awaited here, so that a device that can't open its storage is told so. */
export function load() {
	return { app: openApp() };
}

/**
 * `bench -- shell`: what the app itself costs on the line: everything a new browser asks for until the
 * service worker holds what the sign-in needs, what it asks for on the next visit, and what comes on top
 * when somebody signs in.
 */
import { type Page } from '@playwright/test';
import { openBrowser } from './browser.ts';
import { fill, PASSWORD } from './fill.ts';
import { type Noted, startGzipProxy } from './gzip-proxy.ts';
import { nipOf } from './office.ts';
import { createPlace } from './place.ts';
import { startServerProcess } from './server-process.ts';

const WORKER = '/service-worker.js';
/** Longer than anything that starts by itself after a visit. */
const QUIET_MS = 3_000;

export async function measureShell(say: (line: string) => void): Promise<Record<string, unknown>> {
	const place = await createPlace(undefined);
	try {
		await fill(place, 1);
		const server = await startServerProcess(place);
		const proxy = await startGzipProxy(server.origin);
		const first = await openBrowser(place);
		await visit(await first.newPage(), proxy.origin);
		const fetched = proxy.noted.splice(0);
		await first.close();

		const second = await openBrowser(place);
		await visit(await second.newPage(), proxy.origin);
		const again = proxy.noted.splice(0);
		await second.close();

		const third = await openBrowser(place);
		const page = await third.newPage();
		await visit(page, proxy.origin);
		proxy.noted.length = 0;
		await signIn(page);
		const added = proxy.noted.filter(({ path }) => path !== WORKER && !path.startsWith('/api/'));
		await third.close();
		proxy.close();
		await server.stop();

		describe(fetched).forEach(say);
		const repeated = again.filter(({ path }) => path !== WORKER);
		return {
			gzipBytes: sum(fetched),
			requests: fetched.length,
			repeatRequests: repeated.length,
			/** The browser's own look for a newer service worker, beside the visit. */
			updateChecks: again.length - repeated.length,
			signedInBytes: sum(added),
			signedInRequests: added.length
		};
	} finally {
		await place.remove();
	}
}

async function visit(page: Page, origin: string): Promise<void> {
	await page.goto(origin);
	await page.getByLabel('NIP').waitFor();
	await page.evaluate(async () => void (await navigator.serviceWorker.ready));
	await page.waitForTimeout(QUIET_MS);
}

async function signIn(page: Page): Promise<void> {
	await page.getByLabel('NIP').fill(nipOf(0));
	await page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD);
	await page.getByRole('button', { name: 'Masuk', exact: true }).click();
	await page.getByRole('region', { name: 'Pengiriman' }).waitFor();
	await page.waitForTimeout(QUIET_MS);
}

const sum = (noted: readonly Noted[]): number =>
	noted.reduce((total, { bytes }) => total + bytes, 0);

/** The largest first. */
function describe(noted: readonly Noted[]): string[] {
	const largest = noted.toSorted((a, b) => b.bytes - a.bytes).slice(0, 8);
	return largest.map(({ path, bytes }) => `${bytes} bytes ${path}`);
}

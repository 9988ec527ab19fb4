/**
 * `bench -- open`: a browser that was closed is opened without a line by somebody whose device holds
 * 10,000 entries, on a processor slowed down fourfold, until *Hari ini* can be used: the day, how much
 * of it is recorded, its entries and the way to the form are on the screen and have been drawn.
 */
import { type BrowserContext, type Page } from '@playwright/test';
import { seededRandom } from '#tests/support/random.ts';
import { openBrowser } from './browser.ts';
import { percentile, round } from './figures.ts';
import { fill, PASSWORD } from './fill.ts';
import { pastEntries } from './history.ts';
import { nipOf, numbers, supervisorOf, TEAM } from './office.ts';
import { createPlace, type Place } from './place.ts';
import { startServerProcess } from './server-process.ts';

const ENTRIES = 10_000;
const OPENINGS = 12;
const SLOW_DOWN = 4;
const LOADING_MS = 300_000;
/** What the first contact starts and what the last screen still does. */
const QUIET_MS = 3_000;

declare global {
	/** Milliseconds from the call for the page to the first frame in which it can be used. */
	var usableMs: number | undefined;
}

export async function measureOpen(say: (line: string) => void): Promise<Record<string, unknown>> {
	const place = await createPlace(undefined);
	try {
		await fill(place, 1 + TEAM, teamWork());
		const server = await startServerProcess(place);
		const entries = await loadEverything(place, server.origin);
		say(`${entries} entries on the device`);
		await server.stop();
		const opened: number[] = [];
		for (const _turn of numbers(OPENINGS)) opened.push(await open(place, server.origin));
		return {
			p50Ms: round(percentile(opened, 0.5)),
			p95Ms: round(percentile(opened, 0.95)),
			entries,
			openings: OPENINGS,
			slowDown: SLOW_DOWN
		};
	} finally {
		await place.remove();
	}
}

/** Of the person himself and of everybody he supervises. */
function teamWork() {
	const each = Math.ceil(ENTRIES / (1 + TEAM));
	return numbers(1 + TEAM).flatMap((index) => {
		// Nobody in this office stands above the first; whoever approved his work, it is as much to load.
		const above = supervisorOf(index);
		const author = { nip: nipOf(index), supervisor: nipOf(above < 0 ? 1 : above) };
		return pastEntries(author, each, seededRandom(index + 1));
	});
}

/** A sign-in and the first load, as a person would see them. Returns how many entries came. */
async function loadEverything(place: Place, origin: string): Promise<number> {
	const context = await openBrowser(place);
	const page = await context.newPage();
	await page.goto(origin);
	await page.getByLabel('NIP').fill(nipOf(0));
	await page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD);
	await page.getByRole('button', { name: 'Masuk', exact: true }).click();
	const delivery = page.getByRole('region', { name: 'Pengiriman' });
	await delivery.getByText(/Semua terkirim/).waitFor({ timeout: LOADING_MS });
	await page.waitForTimeout(QUIET_MS);
	const entries = await page.evaluate(countEntries);
	await context.close();
	return entries;
}

async function open(place: Place, origin: string): Promise<number> {
	const context = await openBrowser(place);
	await context.setOffline(true);
	const page = await context.newPage();
	await slowDown(context, page);
	await page.addInitScript(watchForToday);
	await page.goto(origin);
	const usable = await page.waitForFunction(() => globalThis.usableMs);
	const usableAfterMs = (await usable.jsonValue()) ?? 0;
	await page.waitForTimeout(QUIET_MS);
	await context.close();
	return usableAfterMs;
}

async function slowDown(context: BrowserContext, page: Page): Promise<void> {
	const session = await context.newCDPSession(page);
	await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW_DOWN });
}

/** In the page, before the app. */
function watchForToday(): void {
	const parts = ['main h1', 'main .progress', 'main a.record', 'main [aria-labelledby="entries"]'];
	// No function here may have a name: the compiler would call a helper that no page has.
	new MutationObserver((_changes, observer) => {
		if (!parts.every((part) => document.querySelector(part))) return;
		observer.disconnect();
		requestAnimationFrame(() => (globalThis.usableMs ??= performance.now()));
	}).observe(document, { childList: true, subtree: true });
}

/** In the page. */
async function countEntries(): Promise<number> {
	const databases = await indexedDB.databases();
	const name = databases.map(({ name = '' }) => name).find((each) => /ekinerja-\d/.test(each));
	return new Promise((resolve, reject) => {
		const opening = indexedDB.open(name ?? '');
		opening.onerror = () => reject(new Error('no database'));
		opening.onsuccess = () => {
			const counting = opening.result.transaction('entries').objectStore('entries').count();
			counting.onsuccess = () => resolve(counting.result);
		};
	});
}

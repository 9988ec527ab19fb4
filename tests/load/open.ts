/**
 * `bench -- open`: a browser that was closed is opened without a line by somebody whose device holds
 * 10,000 entries, on a processor slowed down fourfold, until *Hari ini* can be used: the day, how much
 * of it is recorded, its entries and the way to the form are on the screen and have been drawn.
 */
import { type BrowserContext, type Page } from '@playwright/test';
import { openBrowser } from './browser.ts';
import { percentile, round } from './figures.ts';
import { fill } from './fill.ts';
import { loadEverything, QUIET_MS, SLOW_DOWN, slowDown, teamWork } from './loaded-device.ts';
import { numbers, TEAM } from './office.ts';
import { createPlace, type Place } from './place.ts';
import { startServerProcess } from './server-process.ts';

const ENTRIES = 10_000;
const OPENINGS = 12;

declare global {
	/** Takes the milliseconds from the call for the page to the first frame in which it can be used. */
	var tellUsable: (ms: string) => void;
}

export async function measureOpen(say: (line: string) => void): Promise<Record<string, unknown>> {
	const place = await createPlace(undefined);
	try {
		await fill(place, 1 + TEAM, teamWork({ approvedEach: Math.ceil(ENTRIES / (1 + TEAM)) }));
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

async function open(place: Place, origin: string): Promise<number> {
	const context = await openBrowser(place);
	await context.setOffline(true);
	const page = await context.newPage();
	await slowDown(context, page);
	const usable = await listenToPage(context, page);
	await page.addInitScript(watchForToday);
	await page.goto(origin, { waitUntil: 'commit' });
	const usableAfterMs = await usable.afterMs;
	await page.waitForTimeout(QUIET_MS);
	await context.close();
	return usableAfterMs;
}

/** Asked for by way of the page's state, it would be the tool's own work that is measured, too. */
async function listenToPage(context: BrowserContext, page: Page) {
	const session = await context.newCDPSession(page);
	await session.send('Runtime.enable');
	await session.send('Runtime.addBinding', { name: 'tellUsable' });
	const afterMs = new Promise<number>((resolve) =>
		session.once('Runtime.bindingCalled', ({ payload }) => resolve(Number(payload)))
	);
	return { afterMs };
}

/** In the page, before the app. */
function watchForToday(): void {
	const parts = ['main h1', 'main .progress', 'main a.record', 'main [aria-labelledby="entries"]'];
	// No function here may have a name: the compiler would call a helper that no page has.
	new MutationObserver((_changes, observer) => {
		if (!parts.every((part) => document.querySelector(part))) return;
		observer.disconnect();
		requestAnimationFrame(() => globalThis.tellUsable(String(performance.now())));
	}).observe(document, { childList: true, subtree: true });
}

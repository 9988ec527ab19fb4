/**
 * `bench -- open`: a browser that was closed is opened without a line by somebody whose device holds
 * 10,000 entries, on a processor slowed down fourfold, until *Hari ini* can be used: the day, how much
 * of it is recorded, its entries and the way to the form are on the screen and have been drawn.
 */
import { percentile, round } from './figures.ts';
import { fill } from './fill.ts';
import { loadEverything, QUIET_MS, SLOW_DOWN, teamWork } from './loaded-device.ts';
import { numbers, TEAM } from './office.ts';
import { createPlace, type Place, tools } from './place.ts';
import { openPlainBrowser, type PlainPage } from './plain-browser.ts';
import { startServerProcess } from './server-process.ts';

const ENTRIES = 10_000;
const OPENINGS = 12;

/** Nobody disturbs the page while it opens; it is asked afterwards, and again if need be. */
const ASK_EVERY_MS = 1_000;
const NO_LINE = { offline: true, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };

declare global {
	/** Milliseconds from the call for the page to the first frame in which it can be used. */
	var usableAfterMs: number | undefined;
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
	const page = await openPlainBrowser(place);
	await page.send('Network.enable');
	await page.send('Network.emulateNetworkConditions', NO_LINE);
	await page.send('Emulation.setCPUThrottlingRate', { rate: SLOW_DOWN });
	await page.send('Page.addScriptToEvaluateOnNewDocument', {
		source: `(${watchForToday.toString()})()`
	});
	await page.send('Page.navigate', { url: origin });
	const usableAfterMs = await askUntilUsable(page);
	await tools.sleep(QUIET_MS);
	await page.close();
	return usableAfterMs;
}

async function askUntilUsable(page: PlainPage): Promise<number> {
	for (;;) {
		await tools.sleep(ASK_EVERY_MS);
		const ms = await page.read('globalThis.usableAfterMs');
		if (typeof ms === 'number') return ms;
	}
}

/** In the page, before the app. */
function watchForToday(): void {
	const parts = ['main h1', 'main .progress', 'main a.record', 'main [aria-labelledby="entries"]'];
	// No function here may have a name: the compiler would call a helper that no page has.
	new MutationObserver((_changes, observer) => {
		if (!parts.every((part) => document.querySelector(part))) return;
		observer.disconnect();
		requestAnimationFrame(() => (globalThis.usableAfterMs = performance.now()));
	}).observe(document, { childList: true, subtree: true });
}

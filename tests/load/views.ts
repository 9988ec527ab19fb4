/**
 * `bench -- views`: how long a tap takes to be answered on *Riwayat* and *Tim* by somebody whose device
 * holds three months of a team of 30, on a processor slowed down fourfold: from the tap until the frame with
 * the answer has been handed to the screen.
 */
import { type Locator, type Page } from '@playwright/test';
import { type Answer, watchForAnswers } from './answer.ts';
import { openBrowser } from './browser.ts';
import { median, percentile, round } from './figures.ts';
import { fill } from './fill.ts';
import { loadEverything, QUIET_MS, SLOW_DOWN, slowDown, teamWork } from './loaded-device.ts';
import { numbers, TEAM } from './office.ts';
import { createPlace } from './place.ts';
import { startServerProcess } from './server-process.ts';

const DAYS = 92;
const A_DAY = 5;
const ROUNDS = 8;
/** Between an answer and the next tap, as of a quick finger. */
const BETWEEN_MS = 500;

type Tap = Answer & {
	readonly name: string;
	readonly target: (page: Page) => Locator;
};

const link = (name: string) => (page: Page) => page.getByRole('link', { name, exact: true });
const button = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true });
const radio = (name: string) => (page: Page) => page.getByRole('radio', { name, exact: true });

/** The one that is shown; its neighbours lie ready, as those of a week do. */
const MONTH = '.calendar div:not(.drawn-ready) > ul li';
const HISTORY: readonly Tap[] = [
	{ name: 'previous month', answer: MONTH, atLeast: 28, target: link('Bulan sebelumnya') },
	{
		name: 'a day',
		answer: '[aria-labelledby="day"]',
		atLeast: 1,
		target: (page) => page.locator('.calendar div:not(.drawn-ready) > ul a.day').nth(9)
	},
	{ name: 'next month', answer: MONTH, atLeast: 1, target: link('Bulan berikutnya') }
];

/** The lines that fit on a phone; those below follow them, and may do so only when the next tap has come. */
const LINES = 8;
const WEEK = `table:not(.drawn-ready) tbody tr:nth-child(-n + ${LINES})`;
const GROUPS = '[aria-labelledby="queue"]';
const TEAM_TAPS: readonly Tap[] = [
	{ name: 'previous week', answer: WEEK, atLeast: LINES, target: button('Minggu sebelumnya') },
	{ name: 'next week', answer: WEEK, atLeast: LINES, target: button('Minggu berikutnya') },
	{ name: 'by day', answer: GROUPS, atLeast: 1, target: radio('Hari') },
	{ name: 'by age', answer: GROUPS, atLeast: 1, target: radio('Lama menunggu') }
];

/** Two groupings that have next to no card in common, so that those on the screen are made anew. */
const REGROUPINGS: readonly Tap[] = [
	{ name: 'by person', answer: GROUPS, atLeast: 1, target: radio('Orang') },
	{ name: 'by day after by person', answer: GROUPS, atLeast: 1, target: radio('Hari') }
];

export async function measureViews(say: (line: string) => void): Promise<Record<string, unknown>> {
	const place = await createPlace(undefined);
	try {
		await fill(place, 1 + TEAM, teamWork({ approvedEach: DAYS * A_DAY, waitingEach: A_DAY }));
		const server = await startServerProcess(place);
		const entries = await loadEverything(place, server.origin);
		say(`${entries} entries on the device`);
		await server.stop();
		const context = await openBrowser(place);
		await context.setOffline(true);
		const page = await context.newPage();
		await slowDown(context, page);
		await page.addInitScript(watchForAnswers);
		const history = await measure(page, `${server.origin}/riwayat`, { taps: HISTORY, say });
		const unfold = button('Atur');
		const team = await measure(page, `${server.origin}/tim`, { taps: TEAM_TAPS, unfold, say });
		const regroup = await measure(page, `${server.origin}/tim`, { taps: REGROUPINGS, unfold, say });
		await context.close();
		return {
			historyP95Ms: round(percentile(history, 0.95)),
			teamP95Ms: round(percentile(team, 0.95)),
			historyP50Ms: round(median(history)),
			teamP50Ms: round(median(team)),
			regroupP50Ms: round(median(regroup)),
			regroupP95Ms: round(percentile(regroup, 0.95)),
			entries,
			slowDown: SLOW_DOWN
		};
	} finally {
		await place.remove();
	}
}

type Measured = {
	readonly taps: readonly Tap[];
	/** Tapped once, before anything is measured: what the taps are about is behind it. */
	readonly unfold?: (page: Page) => Locator;
	readonly say: (line: string) => void;
};

async function measure(
	page: Page,
	address: string,
	{ taps, unfold, say }: Measured
): Promise<number[]> {
	await page.goto(address);
	await page.locator('h1').waitFor();
	await unfold?.(page).click();
	await page.waitForTimeout(QUIET_MS);
	const all = new Map<string, number[]>(taps.map(({ name }) => [name, []]));
	for (const _round of numbers(ROUNDS)) {
		for (const one of taps) all.get(one.name)?.push(await answerTo(page, one));
	}
	for (const [name, times] of all)
		say(`${name}: ${round(median(times))} ms (${times.map((time) => round(time)).join(', ')})`);
	return [...all.values()].flat();
}

/** By the mouse alone: the driver's own click looks, within the page, what lies under it before the page is told. */
async function answerTo(page: Page, { answer, atLeast, target }: Tap): Promise<number> {
	// Clear of what stays at the edges of the screen, which would take the tap.
	await target(page).evaluate((element) => element.scrollIntoView({ block: 'center' }));
	const box = await target(page).boundingBox();
	if (!box) throw new Error('there is nothing to tap');
	const answered = page.evaluate((expected) => globalThis.expectAnswer(expected), {
		answer,
		atLeast
	});
	await page.waitForTimeout(BETWEEN_MS); // by now it waits for the tap
	await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
	return answered;
}

/** A supervisor's device that holds everything of a team, and how a cheap phone is made of this machine. */
import { type BrowserContext, type Page } from '@playwright/test';
import { seededRandom } from '#tests/support/random.ts';
import { openBrowser } from './browser.ts';
import { PASSWORD } from './fill.ts';
import { pastEntries, waitingEntries } from './history.ts';
import { nipOf, numbers, supervisorOf, TEAM } from './office.ts';
import { type Place } from './place.ts';

export const SLOW_DOWN = 4;
const LOADING_MS = 300_000;
/** What the first contact starts and what the last screen still does. */
export const QUIET_MS = 3_000;

/** Of the person himself and of everybody he supervises: approved long ago, and of yesterday. */
export function teamWork({
	approvedEach,
	waitingEach = 0
}: {
	approvedEach: number;
	waitingEach?: number;
}) {
	return numbers(1 + TEAM).flatMap((index) => {
		// Nobody in this office stands above the first; whoever approved his work, it is as much to load.
		const above = supervisorOf(index);
		const author = { nip: nipOf(index), supervisor: nipOf(above < 0 ? 1 : above) };
		const random = seededRandom(index + 1);
		const waiting = index === 0 ? [] : waitingEntries(author, waitingEach, random);
		return [...pastEntries(author, approvedEach, random), ...waiting];
	});
}

/** A sign-in and the first load, as a person would see them. Returns how many entries came. */
export async function loadEverything(place: Place, origin: string): Promise<number> {
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

export async function slowDown(context: BrowserContext, page: Page): Promise<void> {
	const session = await context.newCDPSession(page);
	await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW_DOWN });
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

/**
 * `bench -- lighthouse`: Lighthouse with its own settings for a phone, on *Masuk* and, by somebody who is signed
 * in, on *Hari ini*. As it does by itself, it takes the files kept on the device away before each run, so every
 * run is a first visit; what was recorded and the sign-in stay. Scores of 0 to 100, of several runs the median.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import lighthouse from 'lighthouse';
import { type Browser, launch } from 'puppeteer-core';
import { median } from './figures.ts';
import { fill, PASSWORD } from './fill.ts';
import { nipOf, numbers } from './office.ts';
import { createPlace } from './place.ts';
import { startServerProcess } from './server-process.ts';

const RUNS = 3;
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;
type Category = (typeof CATEGORIES)[number];
type Scores = Record<Category, number>;

const executablePath = process.env.CHROME_PATH ?? process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

export async function measureLighthouse(
	say: (line: string) => void
): Promise<Record<string, unknown>> {
	if (!existsSync('build/shell.html')) throw new Error('build the app first: npm run build');
	const place = await createPlace(undefined);
	try {
		await fill(place, 1);
		const server = await startServerProcess(place);
		const browser = await launch({
			executablePath,
			userDataDir: join(place.directory, 'profile'),
			args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--lang=id-ID']
		});
		const signInScores = await score(browser, `${server.origin}/masuk`, say);
		await signIn(browser, server.origin);
		const todayScores = await score(browser, `${server.origin}/`, say);
		await browser.close();
		await server.stop();
		return { masuk: signInScores, hariIni: todayScores, runs: RUNS };
	} finally {
		await place.remove();
	}
}

async function score(browser: Browser, url: string, say: (line: string) => void): Promise<Scores> {
	const all: Scores[] = [];
	for (const _run of numbers(RUNS)) all.push(await runOnce(browser, url, say));
	const of = (category: Category) => median(all.map((scores) => scores[category]));
	return {
		performance: of('performance'),
		accessibility: of('accessibility'),
		'best-practices': of('best-practices')
	};
}

/** Says what was found wanting, so that it can be mended. */
async function runOnce(
	browser: Browser,
	url: string,
	say: (line: string) => void
): Promise<Scores> {
	const port = Number(new URL(browser.wsEndpoint()).port);
	const result = await lighthouse(url, {
		port,
		output: 'json',
		logLevel: 'error',
		onlyCategories: [...CATEGORIES]
	});
	if (!result) throw new Error('Lighthouse gave no result');
	const { categories, audits, runtimeError, finalDisplayedUrl } = result.lhr;
	if (runtimeError) throw new Error(runtimeError.message);
	if (finalDisplayedUrl !== url) throw new Error(`it looked at ${finalDisplayedUrl}`);
	const scoreOf = (category: Category) => Math.round((categories[category]?.score ?? 0) * 100);
	for (const category of CATEGORIES.filter((each) => scoreOf(each) < 100)) {
		const wanting = (categories[category]?.auditRefs ?? [])
			.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
			.map(({ id }) => `${id} ${audits[id]?.displayValue ?? ''}`.trim());
		say(`${new URL(url).pathname} ${category} ${scoreOf(category)}: ${wanting.join(', ')}`);
	}
	return {
		performance: scoreOf('performance'),
		accessibility: scoreOf('accessibility'),
		'best-practices': scoreOf('best-practices')
	};
}

async function signIn(browser: Browser, origin: string): Promise<void> {
	const page = await browser.newPage();
	await page.goto(`${origin}/masuk`);
	await page.locator('#nip').fill(nipOf(0));
	await page.locator('#password').fill(PASSWORD);
	await page.locator('button.primary').click();
	await page.waitForFunction(() =>
		document.querySelector('[aria-label="Pengiriman"]')?.textContent.includes('Semua terkirim')
	);
	await page.close();
}

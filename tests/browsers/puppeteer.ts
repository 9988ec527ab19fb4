/** Chromium and Firefox, both driven by Puppeteer: one by DevTools, the other by WebDriver BiDi. */
import { type ElementHandle, launch, type LaunchOptions, type Page } from 'puppeteer-core';
import { type Browser, installed, type Tested } from './browser.ts';

const chromiumPath = installed(
	process.env.CHROMIUM_PATH,
	'chromium',
	'chromium-browser',
	'google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
);
const firefoxPath = installed(
	process.env.FIREFOX_PATH,
	'firefox',
	'firefox-esr',
	'/Applications/Firefox.app/Contents/MacOS/firefox'
);

export const chromium: Tested = {
	name: 'Chromium',
	keepsProfile: true,
	missing: () => (chromiumPath ? undefined : 'none was found, set CHROMIUM_PATH'),
	open: (profile) =>
		openBrowser({
			browser: 'chrome',
			executablePath: chromiumPath ?? '',
			userDataDir: profile,
			args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync']
		})
};

export const firefox: Tested = {
	name: 'Firefox',
	keepsProfile: true,
	missing: () => (firefoxPath ? undefined : 'none was found, set FIREFOX_PATH'),
	open: (profile) =>
		openBrowser({ browser: 'firefox', executablePath: firefoxPath ?? '', userDataDir: profile })
};

const PHONE = { width: 390, height: 800 };

async function openBrowser(options: LaunchOptions): Promise<Browser> {
	const browser = await launch({ headless: true, defaultViewport: PHONE, ...options });
	const page = await browser.newPage();
	return {
		version: await browser.version(),
		goTo: async (url) => void (await page.goto(url, { waitUntil: 'domcontentloaded' })),
		run: (body) => page.evaluate(call(body)),
		press: async (body) => (await found(page, body)).click(),
		type: async (body, text) => (await found(page, body)).type(text),
		close: () => browser.close()
	};
}

const call = (body: string): string => `(async () => { ${body} })()`;

async function found(page: Page, body: string): Promise<ElementHandle> {
	const handle = await page.evaluateHandle(call(body));
	const element = handle.asElement();
	if (!element) throw new Error(`nothing found by: ${body}`);
	return element as ElementHandle;
}

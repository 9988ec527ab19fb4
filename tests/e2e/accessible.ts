/** What every screen owes everybody: nothing for axe to find, and nothing cut off when text is twice as large. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

type Look = { readonly colorScheme: 'light' | 'dark'; readonly textPercent: 100 | 200 };

const LOOKS: readonly Look[] = [
	{ colorScheme: 'light', textPercent: 200 },
	{ colorScheme: 'dark', textPercent: 200 },
	{ colorScheme: 'dark', textPercent: 100 },
	{ colorScheme: 'light', textPercent: 100 }
];

/** Checks the screen as it stands, in each look; leaves it in the light at 100 %. */
export async function expectAccessible(page: Page): Promise<void> {
	for (const look of LOOKS) {
		await wear(page, look);
		const { violations } = await new AxeBuilder({ page })
			.options({ rules: { 'target-size': { enabled: true } } })
			.analyze();
		const found = violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
		expect(found, `${page.url()} ${JSON.stringify(look)}`).toEqual([]);
		expect(await sidewaysScroll(page), `${page.url()} scrolls sideways`).toBe(0);
	}
}

async function wear(page: Page, { colorScheme, textPercent }: Look): Promise<void> {
	await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
	await page.evaluate((percent) => {
		const root = document.documentElement;
		root.style.fontSize = '';
		const usual = parseFloat(getComputedStyle(root).fontSize);
		if (percent !== 100) root.style.fontSize = `${(usual * percent) / 100}px`;
	}, textPercent);
}

const sidewaysScroll = (page: Page): Promise<number> =>
	page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		return scrollWidth - clientWidth;
	});

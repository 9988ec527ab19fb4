/**
 * What every screen owes everybody: nothing for axe to find, nothing cut off when text is twice as large
 * or the screen is 320 px wide, no target too small for a thumb, and everything still there in the few
 * colours a person has chosen for all programs.
 */
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
		await expectNoViolations(page, JSON.stringify(look));
		await expectRoom(page);
	}
	await expectReflow(page);
}

/** The same in the one look that leaves words the least room: for a language whose words alone differ. */
export async function expectRoomForWords(page: Page): Promise<void> {
	const usual = page.viewportSize();
	await wear(page, { colorScheme: 'light', textPercent: 200 });
	await expectRoom(page);
	await page.setViewportSize({ width: NARROWEST_PX, height: usual?.height ?? 740 });
	await expectNoViolations(page, `at ${NARROWEST_PX} px, 200 % text`);
	expect(await tooWide(page), page.url()).toEqual([]);
	if (usual) await page.setViewportSize(usual);
	await wear(page, { colorScheme: 'light', textPercent: 100 });
}

async function expectNoViolations(page: Page, look: string): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	const found = violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
	expect(found, `${page.url()} ${look}`).toEqual([]);
}

async function expectRoom(page: Page): Promise<void> {
	expect(await smallTargets(page), page.url()).toEqual([]);
	expect(await tooWide(page), page.url()).toEqual([]);
}

const NARROWEST_PX = 320;

/** Nothing is cut off at the sides: a laptop's screen at 400 % is as wide as this. */
export async function expectReflow(page: Page): Promise<void> {
	const usual = page.viewportSize();
	await page.setViewportSize({ width: NARROWEST_PX, height: usual?.height ?? 740 });
	for (const textPercent of [200, 100] as const) {
		await wear(page, { colorScheme: 'light', textPercent });
		const where = `${page.url()} at ${NARROWEST_PX} px, ${textPercent} % text`;
		expect(await tooWide(page), where).toEqual([]);
	}
	if (usual) await page.setViewportSize(usual);
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

/** What sticks out to the side, when the page can be scrolled there. */
const tooWide = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		if (scrollWidth === clientWidth) return [];
		return [...document.querySelectorAll('body *')]
			.filter((element) => element.getBoundingClientRect().right > clientWidth)
			.map(({ outerHTML }) => outerHTML.slice(0, 200));
	});

const MIN_TARGET_PX = 48;

/** What can be tapped and is smaller than a thumb; a link within a sentence may be. */
const smallTargets = (page: Page): Promise<string[]> =>
	page.evaluate((least) => {
		const all = document.querySelectorAll('a[href], button, input, select, textarea, summary');
		return [...all]
			.filter((target) => target.checkVisibility() && getComputedStyle(target).display !== 'inline')
			.filter((target) => {
				const { width, height } = (target.closest('label') ?? target).getBoundingClientRect();
				return width > 1 && (width < least || height < least);
			})
			.map(({ outerHTML }) => outerHTML);
	}, MIN_TARGET_PX);

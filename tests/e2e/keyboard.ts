/** A person without a pointer: goes from stop to stop, and sees at each of them where he is. */
import { expect, type Locator, type Page } from '@playwright/test';

const MOST_STOPS = 120;

/** Presses Tab until the focus is there; what has the focus on the way must show it. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
	for (let stop = 0; stop < MOST_STOPS; stop += 1) {
		await page.keyboard.press('Tab');
		await expectVisibleFocus(page);
		if (await hasFocus(target)) return;
	}
	throw new Error(`Tab never came to ${String(target)}`);
}

/** Goes to a link or button and uses it. */
export async function use(page: Page, target: Locator): Promise<void> {
	await tabTo(page, target);
	await page.keyboard.press('Enter');
}

/** Goes to a field and types; `text` is keys, one after the other. */
export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
	await tabTo(page, field);
	await page.keyboard.type(text);
}

const hasFocus = (target: Locator): Promise<boolean> =>
	target.evaluateAll((found) => found.some((element) => element === document.activeElement));

type Stop = { readonly html: string; readonly ring: boolean; readonly covered: boolean };

async function expectVisibleFocus(page: Page): Promise<void> {
	const stop = await page.evaluate(look);
	if (stop) expect(stop, page.url()).toEqual({ html: stop.html, ring: true, covered: false });
}

/** In the page: nothing while the focus is in the browser's own controls. */
function look(): Stop | undefined {
	const focused = document.activeElement;
	if (!focused || focused === document.body) return undefined;
	const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(focused);
	const { left, right, top, bottom } = focused.getBoundingClientRect();
	const [x, y] = [(left + right) / 2, (top + bottom) / 2];
	const onTop = document.elementFromPoint(x, y);
	return {
		html: focused.outerHTML.slice(0, 200),
		ring: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && !/, 0\)$/.test(outlineColor),
		covered:
			!onTop || !(focused.contains(onTop) || (onTop.contains(focused) && onTop !== document.body))
	};
}

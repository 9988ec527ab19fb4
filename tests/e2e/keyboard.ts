/** A person without a pointer: goes from stop to stop, and sees at each of them where he is. */
import { expect, type Locator, type Page } from '@playwright/test';

const MOST_STOPS = 150;

type Way = 'Tab' | 'Shift+Tab';

/** Presses Tab until the focus is there; what has the focus on the way must show it. */
export async function tabTo(page: Page, target: Locator, way: Way = 'Tab'): Promise<void> {
	for (let stop = 0; stop < MOST_STOPS; stop += 1) {
		await page.keyboard.press(way);
		await expectVisibleFocus(page);
		if (await hasFocus(target)) return;
	}
	throw new Error(`${way} never came to ${String(target)}`);
}

/** Goes to a link or button and uses it. */
export async function use(page: Page, target: Locator, way: Way = 'Tab'): Promise<void> {
	await tabTo(page, target, way);
	await page.keyboard.press('Enter');
}

/** Goes to a field and types; `text` is keys, one after the other. */
export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
	await tabTo(page, field);
	await page.keyboard.type(text);
}

const hasFocus = (target: Locator): Promise<boolean> =>
	target.evaluateAll((found) => found.some((element) => element === document.activeElement));

type Stop = {
	readonly html: string;
	/** A line around it; a heading, which is only read and not used, needs none. */
	readonly hasRing: boolean;
	/** What lies over it, and where, at its middle or one of its edges; or where it leaves the screen. */
	readonly covers: readonly string[];
};

/** What has the focus shows it, and no part of it lies beneath a bar or outside the screen. */
export async function expectVisibleFocus(page: Page): Promise<void> {
	const stop = await page.evaluate(look);
	if (!stop || (stop.hasRing && stop.covers.length === 0)) return;
	const seen = { html: stop.html, hasRing: true, covers: [] };
	// The browser scrolls a moment after what it draws.
	await expect
		.poll(() => page.evaluate(look), { message: page.url(), timeout: 1_000 })
		.toEqual(seen);
}

/** In the page: nothing while the focus is in the browser's own controls. */
function look(): Stop | undefined {
	const focused = document.activeElement;
	if (!focused || focused === document.body) return undefined;
	const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(focused);
	const { left, right, top, bottom } = focused.getClientRects()[0] ?? new DOMRect();
	const [middleX, middleY, inset] = [(left + right) / 2, (top + bottom) / 2, 3];
	const points: [string, number, number][] = [
		['middle', middleX, middleY],
		['left', left + inset, middleY],
		['right', right - inset, middleY],
		// Of what is taller than the screen the beginning is enough.
		['top', middleX, top + inset],
		['bottom', middleX, Math.min(bottom - inset, top + innerHeight / 2)]
	];
	return {
		html: focused.outerHTML.slice(0, 200),
		hasRing:
			focused.matches('h1, h2') ||
			(outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && !/, 0\)$/.test(outlineColor)),
		covers: points.flatMap(([where, x, y]) => {
			const onTop = document.elementFromPoint(x, y);
			if (!onTop) return [`${where}: outside the screen`];
			const isSeen = focused.contains(onTop) || onTop.contains(focused);
			return isSeen ? [] : [`${where}: ${onTop.outerHTML.slice(0, 120)}`];
		})
	};
}

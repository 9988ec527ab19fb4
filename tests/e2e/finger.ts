/** A finger on the screen. */
import { type Locator, type Page } from '@playwright/test';

/** As a finger: down, sideways in steps, and up, unless it is only to be seen on its way. */
export async function draw(
	page: Page,
	card: Locator,
	by: { dx: number; dy?: number }
): Promise<void> {
	await card.evaluate((element) => element.scrollIntoView({ block: 'center' }));
	const box = await card.boundingBox();
	const { x, y, width, height } = box ?? { x: 0, y: 0, width: 0, height: 0 };
	const touch = await page.context().newCDPSession(page);
	const from = { x: x + width / 2 - by.dx / 2, y: y + height / 3 };
	await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [from] });
	for (const share of [0.25, 0.5, 0.75, 1]) {
		const point = { x: from.x + by.dx * share, y: from.y + (by.dy ?? 0) * share };
		await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [point] });
	}
	await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
	await touch.detach();
}

/** Longer than between the halves of a double tap: what is tapped next in the same place is meant. */
export const pause = (page: Page): Promise<void> => page.waitForTimeout(600);

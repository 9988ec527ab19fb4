/** Cards of the queue in sight, between what stays at the top of the screen and at the bottom. */
import { bottomBars, type Span } from '#lib/ui/free-place.ts';

/** So long it takes at most until nothing moves any more: what comes into sight gets its true height only when it is drawn. */
const FRAMES = 10;
/** In frames: some seconds, on a cheap phone whose database is busy. */
export const MOST_WAITS = 300;
/** Around a card; between the name of a group and the first of it is more. */
const GAP_PX = 4;

/** How far to scroll, as little as possible, to see a card whole; of one that is too high, what it begins with. */
export function scrollToSee(card: Span, seen: Span): number {
	const isTooHigh = card.bottom - card.top > seen.bottom - seen.top;
	if (isTooHigh || card.top < seen.top) return card.top - seen.top;
	return Math.max(card.bottom - seen.bottom, 0);
}

/** Under the name of its group, where that stays, and above the bars and a confirmation. */
function seenAround(card: Element): Span {
	const tops = bottomBars().map(({ top }) => top);
	const keptFree = lengthOf(document.documentElement.style.scrollPaddingBottom);
	const bottom = Math.min(innerHeight - keptFree, ...tops) - GAP_PX;
	const name = card.closest('section')?.querySelector<HTMLElement>('[data-group-bar]');
	if (!name) return { top: 0, bottom };
	const { position, top } = getComputedStyle(name);
	const namePx = position === 'sticky' ? name.offsetHeight : 0;
	return { top: lengthOf(top) + namePx + GAP_PX, bottom };
}

const lengthOf = (value: string): number => parseFloat(value) || 0;

type Terms = { readonly wanted?: () => boolean; readonly settled?: () => boolean };

/** Scrolls to a card when things are `settled`, and stays with it while something still moves, as long as it is `wanted`. */
export function keepInSight(
	card: Element,
	{ wanted = () => true, settled = () => true }: Terms = {},
	waits = MOST_WAITS
): void {
	if (!settled() && wanted() && waits > 0) {
		requestAnimationFrame(() => keepInSight(card, { wanted, settled }, waits - 1));
		return;
	}
	inEachFrame(() => {
		const isHere = card.isConnected && wanted();
		if (isHere) scrollBy(0, scrollToSee(card.getBoundingClientRect(), seenAround(card)));
		return isHere;
	});
}

/** Keeps a box so far from the top of the screen while things still move. */
export function holdAt(box: Element, topPx: number): void {
	inEachFrame(() => {
		if (box.isConnected) scrollBy(0, box.getBoundingClientRect().top - topPx);
		return box.isConnected;
	});
}

/** As long as it goes on. */
function inEachFrame(step: () => boolean, frames = FRAMES): void {
	if (frames > 0 && step()) requestAnimationFrame(() => inEachFrame(step, frames - 1));
}

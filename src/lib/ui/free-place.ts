/** Where something that lies over a screen hides nothing of what must stay in reach. Lengths in px from the top. */

export type Span = { readonly top: number; readonly bottom: number };

/** How far `box` has to be lifted to lie clear of every one of `taken`, as little as possible; nothing when that is more than `mostPx`. */
export function liftClear(box: Span, taken: readonly Span[], mostPx: number): number | undefined {
	const heightPx = box.bottom - box.top;
	const fromBelow = [...taken].sort((a, b) => b.bottom - a.bottom);
	let { top } = box;
	for (const span of fromBelow) {
		if (span.top < top + heightPx && span.bottom > top) top = span.top - heightPx;
	}
	const liftPx = box.top - top;
	return liftPx > mostPx ? undefined : liftPx;
}

/** What stays at the bottom of the screen, as it lies now; on a laptop the navigation stands beside the page. */
export const bottomBars = (): DOMRect[] =>
	[...document.querySelectorAll('.navigation, [data-bottom-bar]')]
		.map((bar) => bar.getBoundingClientRect())
		.filter(({ top }) => top > innerHeight / 2);

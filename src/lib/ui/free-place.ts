/** Where something that lies over a screen hides nothing of what must stay in reach. Lengths in px from the top. */

export type Span = { readonly top: number; readonly bottom: number };

/**
 * How far `box` has to be lifted to lie clear of every one of `taken`, as little as possible; nothing when
 * there is no such place on the screen.
 */
export function liftClear(box: Span, taken: readonly Span[]): number | undefined {
	const heightPx = box.bottom - box.top;
	const fromBelow = [...taken].sort((a, b) => b.bottom - a.bottom);
	let { top } = box;
	for (const span of fromBelow) {
		if (span.top < top + heightPx && span.bottom > top) top = span.top - heightPx;
	}
	return top < 0 ? undefined : box.top - top;
}

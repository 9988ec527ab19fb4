import { linkOf, type Place } from './place.ts';

/**
 * Scrolls to where a page was left: as far down as it was, as soon as it is long enough again, for some pages
 * ask the database first; and so that the link of the place stands where it stood, once there is one. Whoever
 * scrolls, taps or types meanwhile stays where he is. Returns its stop.
 */
export function keepPlace(window: Window, { topPx, link }: Place): () => void {
	const { document } = window;
	const until = window.performance.now() + PATIENCE_MS;
	const own = new AbortController();
	const stop = () => own.abort();
	let isThere = false;
	let framesLeft = FRAMES;
	for (const type of ['wheel', 'touchstart', 'pointerdown', 'keydown'])
		window.addEventListener(type, stop, { signal: own.signal, passive: true });
	look();
	return stop;

	function look() {
		if (own.signal.aborted) return;
		const found = link && linkOf(document, link)?.getBoundingClientRect();
		// Folded away, it has no height and no place.
		if (found && found.height > 0) {
			isThere = true;
			hold(found.top - link.topPx);
			framesLeft -= 1;
		} else if (!isThere && document.documentElement.scrollHeight - window.innerHeight >= topPx) {
			isThere = true;
			window.scrollTo(0, topPx);
		}
		const isDone = link ? framesLeft === 0 : isThere;
		if (isDone || window.performance.now() > until) stop();
		else window.requestAnimationFrame(look);
	}

	/** What comes into sight gets its true height only when it is drawn, and moves what is below it. */
	function hold(offPx: number) {
		if (Math.abs(offPx) >= 1) window.scrollBy(0, offPx);
	}
}

/** A cheap phone that is busy has read and drawn what a page shows by then. */
const PATIENCE_MS = 20_000;
/** So long it takes at most until nothing moves any more. */
const FRAMES = 10;

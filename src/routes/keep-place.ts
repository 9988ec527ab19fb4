/**
 * Scrolls to where a page was left as soon as it is long enough again, for some pages ask the database
 * first. Whoever scrolls, taps or types meanwhile stays where he is. Returns its stop.
 */
export function keepPlace(window: Window, topPx: number): () => void {
	const { document } = window;
	const until = window.performance.now() + PATIENCE_MS;
	const own = new AbortController();
	const stop = () => own.abort();
	for (const type of ['wheel', 'touchstart', 'pointerdown', 'keydown'])
		window.addEventListener(type, stop, { signal: own.signal, passive: true });
	look();
	return stop;

	function look() {
		if (own.signal.aborted) return;
		const isLong = document.documentElement.scrollHeight - window.innerHeight >= topPx;
		if (isLong) window.scrollTo(0, topPx);
		if (isLong || window.performance.now() > until) stop();
		else window.requestAnimationFrame(look);
	}
}

/** A cheap phone has read what a page shows by then. */
const PATIENCE_MS = 3_000;

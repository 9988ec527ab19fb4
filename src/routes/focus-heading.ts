/**
 * Puts the focus on the heading of a new page, for those who don't see that it is another page; as soon
 * as there is one, for some pages ask the database first. Whoever goes elsewhere meanwhile stays there.
 * Returns its stop.
 */
export function focusHeading(document: Document): () => void {
	const observer = new MutationObserver(focusOnce);
	if (!focusOnce()) observer.observe(document.body, { childList: true, subtree: true });
	return () => observer.disconnect();

	function focusOnce(): boolean {
		const heading = document.querySelector('h1');
		if (!heading) return false;
		observer.disconnect();
		if (document.activeElement === document.body) heading.focus({ preventScroll: true });
		return true;
	}
}

/** Where a page was left: by a link that was on the screen then, since what lies above it may get other heights. */
export type Place = {
	readonly topPx: number;
	readonly link?: LinkPlace | undefined;
};

type LinkPlace = {
	readonly address: string;
	/** Among those of the page with this address. */
	readonly nth: number;
	/** Below the top of the screen. */
	readonly topPx: number;
};

const CONTENT = 'main a[href]';
/** No link is lower than a finger needs. */
const STEP_PX = 32;

export function placeOf(window: Window): Place {
	return { topPx: window.scrollY, link: linkPlaceOf(window) };
}

/** The link of `place`, once the page shows it. */
export function linkOf(document: Document, { address, nth }: LinkPlace): Element | undefined {
	return linksTo(document, address)[nth];
}

/** Of the link with the focus, by which a page is mostly left; else of another that is in sight. */
function linkPlaceOf(window: Window): LinkPlace | undefined {
	const { document } = window;
	for (const element of candidates(window)) {
		const link = element?.closest(CONTENT);
		const address = link?.getAttribute('href');
		if (!link || typeof address !== 'string') continue;
		const { top, bottom } = link.getBoundingClientRect();
		if (bottom <= 0 || top >= window.innerHeight) continue;
		return { address, nth: linksTo(document, address).indexOf(link), topPx: top };
	}
	return undefined;
}

function* candidates({ document, innerHeight, innerWidth }: Window) {
	yield document.activeElement;
	for (let y = STEP_PX; y < innerHeight; y += STEP_PX)
		for (const share of [0.25, 0.5, 0.75]) yield document.elementFromPoint(share * innerWidth, y);
}

const linksTo = (document: Document, address: string): Element[] =>
	[...document.querySelectorAll(CONTENT)].filter((link) => link.getAttribute('href') === address);

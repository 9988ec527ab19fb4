/**
 * The page says in its root what lies on it. A style could ask for that by `:has()`, but then the browser looks
 * through the whole page for it at every change, which on a cheap phone is a good part of the answer to a tap.
 */
export type PageMark = 'hasDialog' | 'hasBottomBar' | 'hasGroupBars' | 'hasTeam';

const boxes = new Map<PageMark, number>();

/** Attached to a box: while it is there the root has the mark, as `data-has-bottom-bar`. */
export const marking = (mark: PageMark) => (): (() => void) => {
	count(mark, 1);
	return () => count(mark, -1);
};

function count(mark: PageMark, by: 1 | -1): void {
	const left = (boxes.get(mark) ?? 0) + by;
	boxes.set(mark, left);
	const { dataset } = document.documentElement;
	if (left > 0) dataset[mark] = '';
	else delete dataset[mark];
}

/** Where a key leads from card to card: one after the other, or as they lie, in rows of several where there is room. */

export const STEPS = ['next', 'previous', 'below', 'above', 'right', 'left'] as const;
export type Step = (typeof STEPS)[number];

/** The upper left corner of a card. */
export type Place = { readonly left: number; readonly top: number };

/** Which of `places`, in reading order, a step from one of them leads to: the first from none of them, the same where there is none further. */
export function nextCard(places: readonly Place[], from: number, step: Step): number {
	const isSideways = step === 'right' || step === 'left';
	if (isSideways && places.every(({ left }) => left === places[0]?.left)) return from;
	const here = places[from];
	if (!here) return 0;
	if (step === 'below' || step === 'above') return inNextRow(places, here, step) ?? from;
	const by = step === 'next' || step === 'right' ? 1 : -1;
	return Math.min(Math.max(from + by, 0), places.length - 1);
}

/** Places of one row are the same but for what is lost in counting parts of a pixel. */
const SAME_ROW_PX = 1;

/** The nearest of the next row, which may be that of another group. */
function inNextRow(
	places: readonly Place[],
	here: Place,
	step: 'below' | 'above'
): number | undefined {
	const downTo = ({ top }: Place) => (step === 'below' ? top - here.top : here.top - top);
	const asideTo = ({ left }: Place) => Math.abs(left - here.left);
	const [nearest] = places
		.map((place, index) => ({ index, down: downTo(place), aside: asideTo(place) }))
		.filter(({ down }) => down > SAME_ROW_PX)
		.sort((a, b) => a.down - b.down || a.aside - b.aside);
	return nearest?.index;
}

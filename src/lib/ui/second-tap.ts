/**
 * The second half of a double tap is meant for what the first was on. Where the first one put something else
 * under the finger, as the buttons of a question or the next of a list, nobody can have read it yet: such a
 * tap does nothing. A held key is the same: it repeats on whatever gets the focus.
 */

/** Windows waits as long for the second half of a double click, and phones less. */
const SOON_MS = 500;
/** A finger doesn't find the same place exactly. */
const NEAR_PX = 40;

const CONTROLS = 'a, button, summary, label, input, select, textarea, [role="button"]';

type Tap = {
	readonly at: number;
	readonly x: number;
	readonly y: number;
	readonly on: Element | undefined;
};

type Pressed = Pick<PointerEvent, 'timeStamp' | 'clientX' | 'clientY' | 'target'>;

function tapOf({ timeStamp, clientX, clientY, target }: Pressed): Tap {
	const element = target instanceof Element ? target : undefined;
	return { at: timeStamp, x: clientX, y: clientY, on: element?.closest(CONTROLS) ?? element };
}

/** Whether `next` is the second half of a double tap, and on something else than the first. */
const isMeantForFirst = (first: Tap, next: Tap): boolean =>
	next.at - first.at < SOON_MS &&
	Math.hypot(next.x - first.x, next.y - first.y) < NEAR_PX &&
	next.on !== first.on;

/** Watches a whole document, before anything in it is told. Returns its stop. */
export function ignoreSecondTaps(page: Document): () => void {
	let first: Tap | undefined;
	let isIgnored = false;

	const press = (event: PointerEvent) => {
		isIgnored = first !== undefined && isMeantForFirst(first, tapOf(event));
	};
	const click = (event: MouseEvent) => {
		// By a key or a screen reader, which say what they are on.
		if (event.detail === 0) return;
		if (!isIgnored) {
			first = tapOf(event);
			return;
		}
		event.preventDefault();
		event.stopImmediatePropagation();
	};
	/** Who typed in between has seen what is there. */
	const typed = () => (first = undefined);
	const key = (event: KeyboardEvent) => {
		const isPress = event.key === 'Enter' || event.key === ' ';
		const isOnControl =
			event.target instanceof Element && event.target.matches('a, button, summary');
		if (event.repeat && isPress && isOnControl) event.preventDefault();
	};
	const options = { capture: true };
	page.addEventListener('pointerdown', press, options);
	page.addEventListener('click', click, options);
	page.addEventListener('keydown', key, options);
	page.addEventListener('input', typed, options);
	return () => {
		page.removeEventListener('pointerdown', press, options);
		page.removeEventListener('click', click, options);
		page.removeEventListener('keydown', key, options);
		page.removeEventListener('input', typed, options);
	};
}

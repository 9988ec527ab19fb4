/**
 * A finger drawn sideways over a card: to the right and to the left mean something. Only a shortcut;
 * whatever it does, a button does too. Up and down the page scrolls as ever, and a finger that begins
 * at the rim of the screen belongs to the browser.
 */
import { type Attachment } from 'svelte/attachments';

const RIM_PX = 28;
/** From here on it counts. */
export const FAR_PX = 96;
/** So far it may still be a tap. */
const NEAR_PX = 12;
/** Sideways must clearly be meant. */
const STEEPNESS = 2;

export type Drawn = { readonly dx: number; readonly dy: number };
export type Verdict = 'right' | 'left';

export const startsAtRim = (x: number, width: number): boolean => x < RIM_PX || x > width - RIM_PX;

/** What a finger means that was drawn so far; nothing while it may still be a scroll or a slip. */
export function verdictOf({ dx, dy }: Drawn): Verdict | undefined {
	if (Math.abs(dx) < FAR_PX || Math.abs(dx) < STEEPNESS * Math.abs(dy)) return undefined;
	return dx > 0 ? 'right' : 'left';
}

/** How far sideways, for showing what will happen; 0 while it may be a tap or a scroll. */
export function sidewaysOf(drawn: Drawn | undefined): number {
	if (!drawn || Math.abs(drawn.dx) < NEAR_PX) return 0;
	return Math.abs(drawn.dx) < STEEPNESS * Math.abs(drawn.dy) ? 0 : drawn.dx;
}

export type Swipes = {
	/** Where the finger stands; nothing when it was lifted. */
	readonly onmove: (drawn: Drawn | undefined) => void;
	readonly onswipe: (verdict: Verdict) => void;
};

/** Needs `touch-action: pan-y` on the element. */
export function swipe({ onmove, onswipe }: Swipes): Attachment<HTMLElement> {
	return (element) => {
		let from: { id: number; x: number; y: number } | undefined;
		const drawnTo = ({ clientX, clientY }: PointerEvent, { x, y }: { x: number; y: number }) => ({
			dx: clientX - x,
			dy: clientY - y
		});
		const begin = (event: PointerEvent) => {
			const { pointerId: id, pointerType, clientX: x, clientY: y } = event;
			if (pointerType === 'touch' && !startsAtRim(x, innerWidth)) from = { id, x, y };
		};
		const move = (event: PointerEvent) => {
			if (from?.id === event.pointerId) onmove(drawnTo(event, from));
		};
		const end = (event: PointerEvent) => {
			if (from?.id !== event.pointerId) return;
			const verdict = event.type === 'pointerup' ? verdictOf(drawnTo(event, from)) : undefined;
			from = undefined;
			onmove(undefined);
			if (verdict) onswipe(verdict);
		};
		const listeners = { pointerdown: begin, pointermove: move, pointerup: end, pointercancel: end };
		const names = Object.keys(listeners) as (keyof typeof listeners)[]; // its own keys
		for (const name of names) element.addEventListener(name, listeners[name]);
		return () => {
			for (const name of names) element.removeEventListener(name, listeners[name]);
		};
	};
}

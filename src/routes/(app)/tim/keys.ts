/** What a key means while the focus is in the queue, or nowhere. Never together with Ctrl, Alt or Meta, never while typing. */

import { type Step, STEPS } from './next-card.ts';

export type Command = Step | 'approve' | 'return' | 'reject' | 'open' | 'undo' | 'clear' | 'help';

export const KEYS: Record<Command, readonly string[]> = {
	next: ['j'],
	previous: ['k'],
	below: ['ArrowDown'],
	above: ['ArrowUp'],
	right: ['ArrowRight'],
	left: ['ArrowLeft'],
	approve: ['s'],
	return: ['b'],
	reject: ['t'],
	open: ['l'],
	undo: ['u'],
	clear: ['Escape'],
	help: ['?']
};

type Pressed = Pick<KeyboardEvent, 'key' | 'repeat' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/** A key that is held goes on from card to card, but decides once. */
export function commandOf(pressed: Pressed): Command | undefined {
	const { key, repeat, ctrlKey, altKey, metaKey } = pressed;
	if (ctrlKey || altKey || metaKey) return undefined;
	const letter = key.length === 1 ? key.toLowerCase() : key;
	const commands = Object.keys(KEYS) as Command[]; // the keys of a table of commands
	const command = commands.find((each) => KEYS[each].includes(letter));
	return repeat && !STEPS.some((step) => step === command) ? undefined : command;
}

/** What `?` and `j` mean while the focus is on nothing in particular, as after a page has been opened. */
export function commandAnywhere(pressed: Pressed): Command | undefined {
	const isMeant = ['?', 'j'].includes(pressed.key.toLowerCase());
	return isMeant ? commandOf(pressed) : undefined;
}

/** What is pressed there is meant for it. */
export const isTyping = (target: EventTarget | null): boolean =>
	target instanceof Element && target.matches('input:not([type="checkbox"]), select, textarea');

/** The page itself, or a heading that has the focus only to be read. */
export const isNothing = (target: EventTarget | null): boolean =>
	target instanceof Element && target.matches('html, body, main, h1, h2');

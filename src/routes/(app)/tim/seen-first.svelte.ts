import { type Attachment } from 'svelte/attachments';
import { Later } from '../later.svelte.ts';
import { watchSight } from './watch-sight.ts';

/**
 * A value as a box shows it: at once while the box is on the screen, else a moment later, so that what
 * somebody sees of the answer to his tap comes first. To be made by a component.
 */
export class SeenFirst<T> {
	readonly #value: () => T;
	readonly #later: Later<T>;
	#isSeen = $state(true);

	constructor(value: () => T) {
		this.#value = value;
		this.#later = new Later(value);
	}

	/** Of the box, as long as it may be looked at: without it the value is shown at once. */
	readonly attach: Attachment = (box) => {
		const stop = watchSight(box, (isSeen) => (this.#isSeen = isSeen));
		return () => {
			stop();
			this.#isSeen = true;
		};
	};

	/** Reactive. */
	get current(): T {
		return this.#isSeen ? this.#value() : this.#later.current;
	}
}

/** Long enough for a cheap phone to show the answer to a tap first. */
const BEHIND_MS = 150;

/**
 * A value that follows another a moment later, for what somebody doesn't look at first. To be made by a
 * component.
 */
export class Later<T> {
	#current: T;

	constructor(value: () => T) {
		this.#current = $state.raw(value());
		$effect(() => {
			const next = value();
			const soon = setTimeout(() => (this.#current = next), BEHIND_MS);
			return () => clearTimeout(soon);
		});
	}

	/** Reactive. */
	get current(): T {
		return this.#current;
	}
}

import { ProblemError } from './problem-error.ts';

/** What one request holds. */
export type Share = {
	readonly add: (bytes: number) => void;
	/** Gives all of it back, once. */
	readonly release: () => void;
};

/** Bytes of bodies in memory, all requests together: many large ones at once must not use up the machine. */
export class HeldBytes {
	readonly #maxBytes: number;
	readonly #slotMs: () => number;
	#bytes = 0;

	/** `slotMs`: for how long whoever finds no room should stay away, each one asked for anew. */
	constructor(maxBytes: number, slotMs: () => number) {
		this.#maxBytes = maxBytes;
		this.#slotMs = slotMs;
	}

	/**
	 * A request's share. Throws when there is no room; `release` gives all of it back, once, and what is
	 * added later (the connection broke while a body was being inflated) no longer counts.
	 */
	open(): Share {
		let own = 0;
		let isReleased = false;
		return {
			add: (bytes) => {
				if (isReleased) return;
				if (this.#bytes + bytes > this.#maxBytes) {
					throw new ProblemError('overloaded', { retryAfterMs: this.#slotMs() });
				}
				this.#bytes += bytes;
				own += bytes;
			},
			release: () => {
				this.#bytes -= own;
				own = 0;
				isReleased = true;
			}
		};
	}
}

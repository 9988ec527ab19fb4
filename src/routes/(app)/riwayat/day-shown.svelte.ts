import { type Day } from '#lib/domain/day.ts';

type Parts = {
	/** The day the address names. Reactive. */
	readonly addressed: () => Day;
	/** Calls back when the frame that is being made is on the screen. */
	readonly afterFrame: (then: () => void) => void;
};

/** The day looked at. What is tapped is shown at once; the address, which takes a phone as long again, follows it. */
export class DayShown {
	readonly #parts: Parts;
	/** Shown before the address names it. */
	#ahead = $state<Day>();

	constructor(parts: Parts) {
		this.#parts = parts;
	}

	/** Reactive. */
	get current(): Day {
		return this.#ahead ?? this.#parts.addressed();
	}

	/** `follow` puts the day into the address, and resolves when it stands there or something else does. */
	show(day: Day, follow: () => Promise<void>): void {
		this.#ahead = day;
		this.#parts.afterFrame(() => void this.#address(day, follow));
	}

	async #address(day: Day, follow: () => Promise<void>): Promise<void> {
		await follow();
		// Somebody may have tapped another one meanwhile.
		if (this.#ahead === day) this.#ahead = undefined;
	}
}

export const afterFrame = (then: () => void): void =>
	void requestAnimationFrame(() => setTimeout(then));

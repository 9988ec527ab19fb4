/**
 * How fast waiting work gets done, in requests a second. Measured only while something waits, because
 * at rest it would say how little is asked; and over the last seconds, because a group commit finishes
 * hundreds together and then nothing for a while. Pure: the clock is handed in.
 */

const WINDOW_MS = 5_000;
/** How far apart the marks are from which the window is counted. */
const MARK_EVERY_MS = 250;

/** Since when, and how many had been finished by then. */
type Mark = { readonly at: number; readonly finished: number };

export class DrainRate {
	readonly #now: () => number;
	/** The first is where the window begins; there is none while nothing waits. */
	#marks: Mark[] = [];
	#finished = 0;
	/** Of the last time that something waited for long enough. */
	#last: number | undefined;

	constructor(now: () => number) {
		this.#now = now;
	}

	/** Something waits from now on. Safe to repeat. */
	begin(): void {
		if (this.#marks.length === 0) this.#mark();
	}

	/** Nothing waits any more; what was measured stays known. */
	end(inFlight: number): void {
		this.#last = this.perSecond({ inFlight, overMs: MARK_EVERY_MS });
		this.#marks = [];
	}

	finishOne(): void {
		this.#finished += 1;
		const last = this.#marks.at(-1);
		if (!last || this.#now() - last.at < MARK_EVERY_MS) return;
		this.#mark();
		const since = this.#now() - WINDOW_MS;
		while (this.#marks[1] && this.#marks[1].at <= since) this.#marks.shift();
	}

	/**
	 * By the present wait once it has lasted for `overMs`, else by an earlier one; nothing when neither
	 * says anything. What is in flight counts as about to be finished when it is more than has been:
	 * before the first group commit nothing has.
	 */
	perSecond(by: { readonly inFlight: number; readonly overMs: number }): number | undefined {
		const [first] = this.#marks;
		const elapsedMs = first ? this.#now() - first.at : 0;
		if (!first || elapsedMs < by.overMs) return this.#last;
		const finished = Math.max(this.#finished - first.finished, by.inFlight);
		return (finished * 1_000) / elapsedMs;
	}

	#mark(): void {
		this.#marks.push({ at: this.#now(), finished: this.#finished });
	}
}

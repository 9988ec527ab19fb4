import { type DayMark } from '#lib/domain/day-mark.ts';
import { keepLast } from '#lib/state/live.ts';
import { Later } from '../later.svelte.ts';

type Marks = readonly DayMark[] | undefined;

type Parts = {
	/** The month looked at, as `YYYY-MM`. Reactive. */
	readonly shown: () => string;
	/** Where one step leads. */
	readonly beside: (month: string) => readonly string[];
	/** How its days stand; nothing while that is being read. Reactive. */
	readonly marks: (month: string) => Marks;
};

const PLACES = [0, 1, 2] as const;
/** Months take turns, so that one never has the place of its neighbour. */
const placeOf = (month: string) => Number(month.slice(5)) % PLACES.length;

/** A calendar in its place: another month changes what stands there, which is quicker than a new one. */
class DrawnMonth {
	readonly place: number;
	readonly #monthHere: () => string | undefined;
	readonly #marksOf: Parts['marks'];
	/** By itself, so that the same month is not counted again. */
	readonly #month = $derived.by(() => this.#monthHere());
	readonly #last = keepLast<readonly DayMark[]>();
	readonly #marks = $derived.by(() => {
		const month = this.#month;
		return this.#last(month === undefined ? undefined : this.#marksOf(month));
	});

	constructor(place: number, month: () => string | undefined, marksOf: Parts['marks']) {
		this.place = place;
		this.#monthHere = month;
		this.#marksOf = marksOf;
	}

	/** Reactive. */
	get marks(): Marks {
		return this.#marks;
	}
}

/**
 * The month looked at and, a moment later, those beside it, drawn before anybody steps there: a step only
 * uncovers what is there. To be made by a component.
 */
export class DrawnMonths {
	readonly all: readonly DrawnMonth[];
	readonly #parts: Parts;

	constructor(parts: Parts) {
		const { shown, beside, marks } = parts;
		this.#parts = parts;
		const around = new Later(() => [shown(), ...beside(shown())]);
		const monthAt = (place: number) =>
			[shown(), ...around.current].find((month) => placeOf(month) === place);
		this.all = PLACES.map((place) => new DrawnMonth(place, () => monthAt(place), marks));
	}

	/** The one looked at. Reactive. */
	get current(): DrawnMonth | undefined {
		return this.all[placeOf(this.#parts.shown())];
	}
}

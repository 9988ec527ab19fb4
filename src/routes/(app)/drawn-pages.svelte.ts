import { keepLast } from '#lib/state/live.ts';
import { Later } from './later.svelte.ts';

type Parts<K extends string, T> = {
	/** The page looked at. Reactive. */
	readonly shown: () => K;
	/** Where one step leads. */
	readonly beside: (page: K) => readonly K[];
	/** Which one it is in their order: a step leads to the number before or after. */
	readonly numberOf: (page: K) => number;
	/** What stands on it; nothing while that is being read. Reactive. */
	readonly contentOf: (page: K) => T | undefined;
};

/** The one looked at, and one on either side. */
const PLACES = [0, 1, 2] as const;

/** A page in its place: another one changes what stands there, which is quicker than a new one. */
class DrawnPage<K extends string, T> {
	readonly place: number;
	readonly #pageHere: () => K | undefined;
	readonly #contentOf: Parts<K, T>['contentOf'];
	/** By itself, so that the same page is not counted again. */
	readonly #page = $derived.by(() => this.#pageHere());
	readonly #last = keepLast<T>();
	readonly #content = $derived.by(() => {
		const page = this.#page;
		return this.#last(page === undefined ? undefined : this.#contentOf(page));
	});

	constructor(place: number, page: () => K | undefined, contentOf: Parts<K, T>['contentOf']) {
		this.place = place;
		this.#pageHere = page;
		this.#contentOf = contentOf;
	}

	/** What stands there, of the page before while the next is being read. Reactive. */
	get content(): T | undefined {
		return this.#content;
	}
}

/**
 * The page looked at, as of months or weeks, and a moment later those beside it, drawn before anybody steps
 * there: a step only uncovers what is there. To be made by a component; what isn't `current` bears the class
 * `drawn-ready`.
 */
export class DrawnPages<K extends string, T> {
	readonly all: readonly DrawnPage<K, T>[];
	readonly #parts: Parts<K, T>;

	constructor(parts: Parts<K, T>) {
		const { shown, beside, contentOf } = parts;
		this.#parts = parts;
		const around = new Later(() => [shown(), ...beside(shown())]);
		const pageAt = (place: number) =>
			[shown(), ...around.current].find((page) => this.#placeOf(page) === place);
		this.all = PLACES.map((place) => new DrawnPage(place, () => pageAt(place), contentOf));
	}

	/** The one looked at. Reactive. */
	get current(): DrawnPage<K, T> | undefined {
		return this.all[this.#placeOf(this.#parts.shown())];
	}

	/** They take turns, so that one never has the place of its neighbour. */
	#placeOf(page: K): number {
		return this.#parts.numberOf(page) % PLACES.length;
	}
}

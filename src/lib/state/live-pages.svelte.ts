import { Live } from './live.ts';

/** A step that is being answered is not held up by what only the next one needs. */
const BESIDE_AFTER_MS = 250;
/** Whoever goes to and fro asks nothing twice. */
const KEPT = 7;

type Parts<K, T> = {
	readonly query: (key: K) => Promise<T>;
	/** Which one is on screen. Reactive. */
	readonly shown: () => K;
	/** Where one step leads. */
	readonly beside: (key: K) => readonly K[];
};

/**
 * One query for things that are paged through, as months are. What lies beside the one on screen is read
 * before anybody steps there, so that a step is answered from memory. To be made by a component.
 */
export class LivePages<K extends string, T> {
	// What it holds is reactive by itself.
	// eslint-disable-next-line svelte/prefer-svelte-reactivity
	#known = new Map<K, Live<T | undefined>>();
	#parts: Parts<K, T>;
	/** What is kept ready, what was on screen last first. */
	#ready = $state.raw<readonly K[]>([]);

	constructor(parts: Parts<K, T>) {
		this.#parts = parts;
		$effect(() => {
			const shown = parts.shown();
			const soon = setTimeout(() => this.#keep(shown), BESIDE_AFTER_MS);
			return () => clearTimeout(soon);
		});
		$effect(() => this.#ready.forEach((key) => this.at(key)));
	}

	/** What is on screen; nothing yet when somebody steps faster than it can be read. Reactive. */
	get current(): T | undefined {
		return this.at(this.#parts.shown());
	}

	/** Anyone of them. Reactive. */
	at(key: K): T | undefined {
		const { query } = this.#parts;
		const live = this.#known.get(key) ?? new Live<T | undefined>(() => query(key), undefined);
		this.#known.set(key, live);
		return live.current;
	}

	#keep(shown: K): void {
		const wanted = [shown, ...this.#parts.beside(shown)];
		const others = this.#ready.filter((key) => !wanted.includes(key));
		const ready = [...wanted, ...others].slice(0, KEPT);
		for (const key of this.#known.keys()) if (!ready.includes(key)) this.#known.delete(key);
		this.#ready = ready;
	}
}

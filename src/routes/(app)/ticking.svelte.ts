/**
 * The clock as something screens follow: a deadline passes and a day begins while the app stays
 * open. It ticks only while something on screen reads it, and when the screen is looked at again.
 */
import { createSubscriber } from 'svelte/reactivity';
import { type Day, dayOf } from '#lib/domain/day.ts';
import { type Session } from '#lib/state/session.svelte.ts';

const TICK_MS = 20_000;
const HOUR_MS = 3_600_000;

export class Ticking {
	#session: Pick<Session, 'now' | 'zone'>;
	#subscribe: () => void;
	// Values of their own: they are the same after most ticks, and nothing is asked or drawn anew for them.
	#hour = $derived.by(() => Math.floor(this.now / HOUR_MS) * HOUR_MS);
	#today = $derived.by(() => dayOf(this.now, this.#session.zone()));

	constructor(session: Pick<Session, 'now' | 'zone'>, tickMs = TICK_MS) {
		this.#session = session;
		this.#subscribe = createSubscriber((update) => {
			const timer = setInterval(update, tickMs);
			document.addEventListener('visibilitychange', update);
			return () => {
				clearInterval(timer);
				document.removeEventListener('visibilitychange', update);
			};
		});
	}

	get now(): number {
		this.#subscribe();
		return this.#session.now();
	}

	/** When the hour began; days and windows end with one. What rests on it rests until then. */
	get hour(): number {
		return this.#hour;
	}

	/** What rests on it rests until midnight. */
	get today(): Day {
		return this.#today;
	}
}

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

	/** When the hour began; days and windows end with one. */
	get hour(): number {
		return Math.floor(this.now / HOUR_MS) * HOUR_MS;
	}

	get today(): Day {
		return dayOf(this.now, this.#session.zone());
	}
}

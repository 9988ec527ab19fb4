/**
 * Whether what was recorded a moment ago is on its way: nothing speaks against the line, and a delivery is about
 * to begin or under way. Only for a few seconds; after that it is said to wait here, which is true whatever
 * becomes of it.
 */
import { type Session } from '#lib/state/session.svelte.ts';
import { Ticking } from './ticking.svelte.ts';

export const GOES_FOR_MS = 5_000;
const TICK_MS = 1_000;

type Watched = Pick<Session, 'now' | 'zone'> & {
	readonly sync: Pick<Session['sync'], 'failure' | 'signedOut'>;
};

export class Going {
	#session: Watched;
	#ticking: Ticking;

	constructor(session: Watched) {
		this.#session = session;
		this.#ticking = new Ticking(session, TICK_MS);
	}

	/** Reactive; the clock, and with each of its ticks the line, is followed only while it matters. */
	has(recordedAt: number): boolean {
		const { failure, signedOut } = this.#session.sync;
		if (failure || signedOut || !navigator.onLine) return false;
		const isFresh = (now: number) => Math.abs(now - recordedAt) < GOES_FOR_MS;
		return isFresh(this.#session.now()) && isFresh(this.#ticking.now);
	}
}

/** Waits `ms`, or until `signal` aborts; never throws. Handed in, so that tests own the time. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

type Timers = {
	setTimeout(run: () => void, ms: number): unknown;
	clearTimeout(timer: never): void;
};

/** The real one, over the browser's timers. */
export function createSleep(timers: Timers): Sleep {
	return (ms, signal) =>
		new Promise((resolve) => {
			const done = () => {
				timers.clearTimeout(timer as never); // what setTimeout gave, whatever it is called here
				signal?.removeEventListener('abort', done);
				resolve();
			};
			const timer = timers.setTimeout(done, ms);
			if (signal?.aborted) done();
			else signal?.addEventListener('abort', done);
		});
}

export type Deadline = {
	/** Aborts when the time is up, or when the caller's own signal does. */
	readonly signal: AbortSignal;
	isExpired(): boolean;
	/** Something happened: the time begins again. */
	restart(): void;
	/** What it watched over is done with; its signal aborts, which ends whatever is left of it. */
	stop(): void;
};

/** A reason of our own: without one each is an exception with its stack, for nobody. */
const OVER = 'over';

export type Time = { readonly sleep: Sleep; readonly monotonicNow: () => number };

/**
 * Ends what takes `ms` without a sign of life. One timer, set again for what is left when it rings too
 * early, so that a sign of life costs nothing.
 */
export function startDeadline(
	ms: number,
	{ sleep, monotonicNow }: Time,
	outer?: AbortSignal
): Deadline {
	const ends = new AbortController();
	let aliveAt = monotonicNow();
	let isExpired = false;

	const watch = async () => {
		for (let leftMs = ms; leftMs > 0; leftMs = aliveAt + ms - monotonicNow()) {
			await sleep(leftMs, ends.signal);
			if (ends.signal.aborted) return;
		}
		isExpired = true;
		ends.abort(OVER);
	};
	const abort = () => ends.abort(OVER);

	outer?.addEventListener('abort', abort);
	if (outer?.aborted) abort();
	void watch();
	return {
		signal: ends.signal,
		isExpired: () => isExpired,
		restart: () => void (aliveAt = monotonicNow()),
		stop() {
			outer?.removeEventListener('abort', abort);
			abort();
		}
	};
}

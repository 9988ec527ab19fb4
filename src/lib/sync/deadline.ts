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
	stop(): void;
};

/** A reason of our own: without one each is an exception with its stack, for nobody. */
const OVER = 'over';

/** Ends what takes `ms` without a sign of life. */
export function startDeadline(ms: number, sleep: Sleep, outer?: AbortSignal): Deadline {
	const ends = new AbortController();
	let watch = new AbortController();
	let isExpired = false;

	const begin = () => {
		const current = new AbortController();
		watch = current;
		void sleep(ms, current.signal).then(() => {
			if (current.signal.aborted) return;
			isExpired = true;
			ends.abort();
		});
	};
	const stop = () => {
		watch.abort(OVER);
		outer?.removeEventListener('abort', abort);
	};
	const abort = () => ends.abort();

	outer?.addEventListener('abort', abort);
	if (outer?.aborted) abort();
	begin();
	return {
		signal: ends.signal,
		isExpired: () => isExpired,
		restart() {
			watch.abort(OVER);
			begin();
		},
		stop
	};
}

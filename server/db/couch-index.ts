/**
 * Has CouchDB bring the views up to date a while after a write. Left to itself it does so all the while
 * something is written, which is a quarter of a rush in which everybody reports at once, and nobody needs
 * them then: a process reads them when it starts and when another one has written, and is told what is true
 * even where they lag, because a question brings them up to date first (docs/decisions/015).
 */
import * as z from 'zod/mini';
import { answerOrNothing, type CouchConnection } from './couch-connection.ts';
import { TOTALS_VIEW_PATH } from './couch-setup.ts';

/** So much may be waiting at a start: a few seconds of indexing, also after a rush of a whole city. */
const INDEX_AFTER_MS = 60_000;

/** All views of a design document are brought up to date together, so any of them will do. */
const QUESTION = { limit: 0, reduce: false, update: 'lazy' };
const Anything = z.looseObject({});

export type IndexParts = {
	readonly couch: Pick<CouchConnection, 'request'>;
	/** May reject when `signal` ends it. */
	readonly sleep: (delayMs: number, signal: AbortSignal) => Promise<unknown>;
};

export class IndexKeeper {
	readonly #parts: IndexParts;
	readonly #stop = new AbortController();
	#isDue = false;

	constructor(parts: IndexParts) {
		this.#parts = parts;
	}

	/** Something was written. Returns at once and never fails; safe to repeat. */
	noteWrite(): void {
		if (this.#isDue) return;
		this.#isDue = true;
		void this.#updateLater();
	}

	stop(): void {
		this.#stop.abort();
	}

	async #updateLater(): Promise<void> {
		const { signal } = this.#stop;
		// Rejects only when it is stopped, which the next line sees.
		await this.#parts.sleep(INDEX_AFTER_MS, signal).catch(() => undefined);
		if (signal.aborted) return;
		this.#isDue = false;
		const request = { path: TOTALS_VIEW_PATH, query: QUESTION, signal };
		// Where CouchDB is away the next write asks again.
		await answerOrNothing(this.#parts.couch.request(Anything, request));
	}
}

/** What the person may know about delivery, as values components read. */
import { type Database } from '#lib/db/database.ts';
import { type LastSync, readLastSync } from '#lib/db/meta.ts';
import { refusedCount, waitingCount } from '#lib/db/outbox.ts';
import { type CycleFailure } from '#lib/sync/cycle.ts';
import { type EngineStatus, type SyncPhase } from '#lib/sync/engine.ts';
import { Live } from './live.ts';

export class SyncStatus {
	readonly waitingCount: Live<number>;
	readonly refusedCount: Live<number>;
	#lastSync: Live<LastSync | undefined>;
	#engine = $state.raw<EngineStatus>({ phase: 'idle', signedOut: false });

	constructor(db: Database) {
		this.waitingCount = new Live(() => waitingCount(db), 0);
		this.refusedCount = new Live(() => refusedCount(db), 0);
		// From the database, because another tab or the service worker may have done it.
		this.#lastSync = new Live(() => readLastSync(db), undefined);
	}

	show(status: EngineStatus): void {
		this.#engine = status;
	}

	get phase(): SyncPhase {
		return this.#engine.phase;
	}

	/** By the corrected clock, like `nextTryAt`. */
	get lastSuccessAt(): number | undefined {
		return this.#lastSync.current?.at;
	}

	get failure(): CycleFailure | undefined {
		return this.#engine.failure;
	}

	/** Absent when only a sign-in helps. */
	get nextTryAt(): number | undefined {
		return this.#engine.nextTryAt;
	}

	/** The server no longer knows the session: the queue is kept until the person signs in again. */
	get signedOut(): boolean {
		return this.#engine.signedOut;
	}
}

/**
 * When to sync. One loop: wait until it is due, run a cycle under the lock, plan the next.
 *
 *              ┌─ success ──────────────▶ idle      due after nextSync, spread
 *     syncing ─┤
 *              └─ failure ──────────────▶ waiting   due after Retry-After plus full jitter
 *                 └ signed out ─────────▶ waiting   due only when something wakes it
 *
 * I10: every retry waits at least `Retry-After`, whoever wakes the engine; then full jitter. One sync
 * at a time per person and device: `withLock` spans tabs and workers. A person's tap, a line that
 * came back and a screen that became visible shorten a backoff; a new mutation does not, or a
 * busy hour would turn every tap into a retry. Nor does the worker's alarm: each failure sets it, and
 * where there is a network but no server the browser rings it at once. Who opens a screen of other people's
 * work wants their news at once, though nothing of his waits; a wait that this device was told of, by another
 * tab or before the page was loaded again, counts then as at the start.
 *
 * Delays are measured by `monotonicNow`, which no change of the clock can stretch; where it stands
 * still while the device sleeps, the wall clock may find the time has come.
 */
import { err, type Result } from '../domain/result.ts';
import { retryDelayMs } from './backoff.ts';
import { type CycleFailure, type CycleReport } from './cycle.ts';
import { type Sleep } from './deadline.ts';
import { type WithLock } from './lock.ts';

export type SyncPhase = 'idle' | 'syncing' | 'waiting';

export type EngineStatus = {
	readonly phase: SyncPhase;
	readonly failure?: CycleFailure;
	/** By the device's clock. Absent when only a sign-in helps. */
	readonly nextTryAt?: number;
	readonly signedOut: boolean;
};

export type WakeReason =
	'mutation' | 'online' | 'visible' | 'person' | 'message' | 'signed-in' | 'news';

export type EngineParts = {
	readonly cycle: (signal: AbortSignal) => Promise<Result<CycleReport, CycleFailure>>;
	readonly withLock: WithLock;
	/** Whether a mutation waits that was not deferred. */
	readonly hasWork: () => Promise<boolean>;
	/** How long mere news can wait after the start. */
	readonly firstPullMs: () => Promise<number>;
	/** What is left of a wait the server asked for, whoever on this device was told. */
	readonly askedToWaitMs: () => Promise<number>;
	readonly now: () => number;
	readonly monotonicNow: () => number;
	readonly random: () => number;
	readonly sleep: Sleep;
	readonly onStatus?: (status: EngineStatus) => void;
};

/** Colleagues behind one access point come back online in the same second. */
const ONLINE_SPREAD_MS = 1_000;
/** Should a server send zeros. */
const MIN_PULL_MS = 5_000;

export class SyncEngine {
	#parts: EngineParts;
	#status: EngineStatus = { phase: 'idle', signedOut: false };
	#attempt = 0;
	#dueAt = Number.POSITIVE_INFINITY;
	#floorAt = 0;
	#wokenWhileSyncing = false;
	#running: AbortController | undefined;
	#nap = new AbortController();

	constructor(parts: EngineParts) {
		this.#parts = parts;
	}

	get status(): EngineStatus {
		return this.#status;
	}

	/** Starts the loop; the result stops it. Work that waits goes at once, mere news are spread. */
	start(): () => void {
		if (!this.#running) {
			const running = new AbortController();
			this.#running = running;
			void this.#loop(running.signal);
		}
		return () => this.stop();
	}

	stop(): void {
		this.#running?.abort();
		this.#running = undefined;
		this.#nap.abort();
	}

	wake(reason: WakeReason): void {
		if (this.#status.phase === 'syncing') this.#wokenWhileSyncing = true;
		else this.#shorten(reason);
	}

	#shorten(reason: WakeReason): void {
		const { failure } = this.#status;
		const isUnconditional = reason === 'person' || reason === 'signed-in';
		if (reason === 'online' || reason === 'signed-in') this.#attempt = 0;
		if (reason === 'message' && failure) return;
		if (reason === 'news') {
			void this.#askForNews();
		} else if (reason === 'mutation') {
			if (!failure) this.#planIn(0, { onlyEarlier: true });
		} else if (failure || isUnconditional) {
			const delayMs = reason === 'online' ? this.#parts.random() * ONLINE_SPREAD_MS : 0;
			this.#planIn(delayMs, { onlyEarlier: true });
		} else {
			void this.#lookForWork();
		}
	}

	async #askForNews(): Promise<void> {
		await this.#heedWait();
		this.#planIn(0, { onlyEarlier: true });
	}

	/** And says so, as if this engine had been told. */
	async #heedWait(): Promise<void> {
		const retryAfterMs = await this.#parts.askedToWaitMs();
		if (retryAfterMs <= 0) return;
		this.#floorAt = Math.max(this.#floorAt, this.#parts.monotonicNow() + retryAfterMs);
		const { phase, failure, signedOut } = this.#status;
		if (phase === 'idle' && !failure) {
			this.#tell({ phase: 'waiting', failure: { type: 'busy', retryAfterMs }, signedOut });
		}
		if (this.#dueAt < this.#floorAt) this.#planIn(0);
	}

	/** Timers of a hidden page sleep, so becoming visible is a moment to look at the clock. */
	async #lookForWork(): Promise<void> {
		if (await this.#parts.hasWork()) this.#planIn(0, { onlyEarlier: true });
		else this.#nap.abort();
	}

	async #loop(signal: AbortSignal): Promise<void> {
		await this.#planFirst();
		while (!signal.aborted) {
			await this.#untilDue(signal);
			if (!signal.aborted) await this.#sync(signal);
		}
	}

	async #planFirst(): Promise<void> {
		await this.#heedWait();
		const pullMs = await this.#parts.firstPullMs();
		const isUrgent = await this.#parts.hasWork();
		this.#planIn(isUrgent ? 0 : pullMs, { onlyEarlier: true });
	}

	async #untilDue(signal: AbortSignal): Promise<void> {
		while (!signal.aborted && !this.#isDue()) {
			this.#nap = new AbortController();
			const leftMs = this.#dueAt - this.#parts.monotonicNow();
			// Longer than a timer can count; something will wake it.
			await this.#parts.sleep(Math.min(leftMs, MAX_TIMER_MS), this.#nap.signal);
		}
	}

	#isDue(): boolean {
		if (this.#parts.monotonicNow() < this.#floorAt) return false;
		if (this.#parts.monotonicNow() >= this.#dueAt) return true;
		const { nextTryAt } = this.#status;
		return nextTryAt !== undefined && this.#parts.now() >= nextTryAt;
	}

	async #sync(signal: AbortSignal): Promise<void> {
		this.#wokenWhileSyncing = false;
		const { failure, signedOut } = this.#status;
		this.#tell({ phase: 'syncing', signedOut, ...(failure && { failure }) });
		const outcome = await this.#cycle(signal);
		if (signal.aborted) return;
		if (outcome.ok) await this.#succeed(outcome.value);
		else this.#fail(outcome.error);
	}

	async #cycle(signal: AbortSignal): Promise<Result<CycleReport, CycleFailure>> {
		try {
			return await this.#parts.withLock(() => this.#parts.cycle(signal), signal);
		} catch (error) {
			// A stopped wait for the lock, or a fault of this program. The loop goes on, so that what
			// waits is not stuck behind it.
			const detail = error instanceof Error ? error.name : 'unknown';
			return err({ type: 'storage-failed', detail });
		}
	}

	async #succeed({ nextSync: [afterMs, spreadMs] }: CycleReport): Promise<void> {
		this.#attempt = 0;
		this.#floorAt = 0;
		const again = this.#wokenWhileSyncing && (await this.#parts.hasWork());
		const pullMs = Math.max(MIN_PULL_MS, afterMs + this.#parts.random() * spreadMs);
		this.#tell({ phase: 'idle', signedOut: false });
		this.#planIn(again ? 0 : pullMs);
	}

	#fail(failure: CycleFailure): void {
		this.#attempt += 1;
		const signedOut = failure.type === 'signed-out';
		this.#tell({ phase: 'waiting', failure, signedOut });
		if (signedOut || failure.type === 'password-change-required') {
			this.#dueAt = Number.POSITIVE_INFINITY;
			// Perhaps it was the sign-in that woke it.
			if (this.#wokenWhileSyncing) this.#planIn(0);
			return;
		}
		const floorMs = failure.type === 'busy' ? failure.retryAfterMs : 0;
		this.#floorAt = this.#parts.monotonicNow() + floorMs;
		this.#planIn(floorMs + retryDelayMs(this.#attempt, this.#parts.random));
	}

	/** Never before the floor; a wake-up may only bring forward what is planned. */
	#planIn(delayMs: number, { onlyEarlier = false } = {}): void {
		const now = this.#parts.monotonicNow();
		const dueAt = Math.max(now + delayMs, this.#floorAt);
		if (!onlyEarlier || dueAt < this.#dueAt) {
			this.#dueAt = dueAt;
			this.#tell({ ...this.#status, nextTryAt: this.#parts.now() + (dueAt - now) });
		}
		this.#nap.abort();
	}

	#tell(status: EngineStatus): void {
		this.#status = status;
		this.#parts.onStatus?.(status);
	}
}

const MAX_TIMER_MS = 2_000_000_000;

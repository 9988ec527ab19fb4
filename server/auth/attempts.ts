/**
 * How often a password may be tried for one account. The first failures are free, then each one
 * makes the next attempt wait, up to a minute, so that a person is never locked out for long and a
 * guesser gets nowhere. Counted by account, never by address: a whole office stands behind one
 * address. Nothing here touches sessions that exist.
 *
 * In this process' memory and bounded; n processes allow n times the attempts.
 */
import { type Nip } from '#lib/domain/nip.ts';

const FREE_FAILURES = 3;
const FIRST_WAIT_MS = 1_000;
const MAX_WAIT_MS = 60_000;
/** After this long without an attempt an account starts anew. */
const FORGET_MS = 60 * 60_000;
const MAX_ACCOUNTS = 50_000;

type Record = { failures: number; lastAt: number };

export class Attempts {
	readonly #now: () => number;
	/** By account, the least lately tried first. */
	readonly #records = new Map<Nip, Record>();

	constructor(now: () => number) {
		this.#now = now;
	}

	/**
	 * Begins an attempt: 0 when it may go on, otherwise how many milliseconds to wait. It counts as
	 * failed until {@link succeed} or {@link cancel}, so that many at once don't all count as the first.
	 */
	begin(account: Nip): number {
		const now = this.#now();
		const before = this.#records.get(account);
		const isForgotten = !before || now - before.lastAt >= FORGET_MS;
		const failures = isForgotten ? 0 : before.failures;
		const waitMs = isForgotten ? 0 : before.lastAt + waitAfterMs(failures) - now;
		if (waitMs > 0) return waitMs;
		this.#remember(account, { failures: failures + 1, lastAt: now });
		return 0;
	}

	/** The password was right. */
	succeed(account: Nip): void {
		this.#records.delete(account);
	}

	/** The attempt was never judged. */
	cancel(account: Nip): void {
		const record = this.#records.get(account);
		if (record) record.failures = Math.max(0, record.failures - 1);
	}

	#remember(account: Nip, record: Record): void {
		this.#records.delete(account);
		this.#records.set(account, record);
		if (this.#records.size <= MAX_ACCOUNTS) return;
		const [oldest] = this.#records.keys();
		if (oldest !== undefined) this.#records.delete(oldest);
	}
}

/** How long after the last of `failures` the next attempt may begin. */
export function waitAfterMs(failures: number): number {
	if (failures <= FREE_FAILURES) return 0;
	return Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - FREE_FAILURES - 1));
}

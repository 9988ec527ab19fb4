/**
 * Who may come in (design section 7). Bounded work in flight, bounded queue; beyond it an early,
 * cheap refusal that gives each client a slot of its own, one after the other at the rate at which
 * this server is measured to finish work, so that the next wave doesn't arrive as one. Slots begin while
 * half of a full queue is left: a server that turns out to be quicker isn't idle until they come.
 *
 *     enter() ─▶ in the queue ──ready()──▶ in flight ──leave()──▶ out
 *        └─▶ refused: come back in `retryAfterMs`
 *
 * A ticket is in the queue while its body is being read, so a slow body never holds a place in
 * flight. Pure: clock and chance are handed in.
 */
import { DrainRate } from './drain-rate.ts';

export type AdmissionLimits = {
	/** Requests worked on at once; as many as one group commit can use. */
	readonly maxInFlight: number;
	/** Requests waiting, those whose body is being read included. */
	readonly maxQueue: number;
	/** Nobody is queued for longer than a device waits for the first byte. */
	readonly maxWaitMs: number;
};

export const DEFAULT_ADMISSION: AdmissionLimits = {
	maxInFlight: 256,
	maxQueue: 8_000,
	maxWaitMs: 15_000
};

export type AdmissionTools = { readonly now: () => number; readonly random: () => number };

const MAX_SLOT_MS = 120_000;
/** The part of a full queue that is left when the first who was sent away comes back. */
const LEFT_AT_RETURN = 1 / 2;
/** Slots are apart already, and a device adds a wait of its own. */
const JITTER_MS = 1_000;
/** Requests finished per second by a small server, until this one has been measured. */
const EXPECTED_RATE = 200;
/** How long work must have waited before the rate is believed: for a slot, and to send somebody away. */
const SLOT_EVIDENCE_MS = 500;
const REFUSAL_EVIDENCE_MS = 4_000;
const MIN_SPREAD_MS = 30_000;
const MAX_SPREAD_MS = 15 * 60_000;
const PRESSURE_HALF_LIFE_MS = 30_000;

export type Ticket = { state: 'queued' | 'waiting' | 'in-flight' | 'out'; start: () => void };

export class Admission {
	readonly #limits: AdmissionLimits;
	readonly #tools: AdmissionTools;
	/** Those whose body is read, in the order they came. */
	readonly #waiting = new Set<Ticket>();
	#queued = 0;
	#inFlight = 0;
	#lastSlotAt = 0;
	readonly #rate: DrainRate;
	#pressure = 0;
	#pressureAt = 0;

	constructor(tools: AdmissionTools, limits = DEFAULT_ADMISSION) {
		this.#tools = tools;
		this.#limits = limits;
		this.#rate = new DrainRate(tools.now);
	}

	get inFlight(): number {
		return this.#inFlight;
	}

	get queued(): number {
		return this.#queued;
	}

	/** Those who could be worked on if there were room. */
	get waiting(): number {
		return this.#waiting.size;
	}

	/** A ticket, or how long to stay away. Every ticket must {@link leave}. */
	enter(): Ticket | { readonly retryAfterMs: number } {
		this.#measurePressure();
		if (this.#queued >= this.#limits.maxQueue || this.#waitMs() > this.#limits.maxWaitMs) {
			return { retryAfterMs: this.slotMs() };
		}
		this.#queued += 1;
		return { state: 'queued', start: () => undefined };
	}

	/** Resolves when the work may begin, the first ready first; with false when the ticket left meanwhile. */
	async ready(ticket: Ticket): Promise<boolean> {
		if (ticket.state !== 'queued') return false;
		if (this.#inFlight < this.#limits.maxInFlight) this.#start(ticket);
		else await this.#wait(ticket);
		return this.#isInFlight(ticket);
	}

	#wait(ticket: Ticket): Promise<void> {
		ticket.state = 'waiting';
		this.#waiting.add(ticket);
		this.#rate.begin();
		return new Promise((resolve) => (ticket.start = resolve));
	}

	#isInFlight = ({ state }: Ticket): boolean => state === 'in-flight';

	/** Gives the place back, from wherever the ticket is. Safe to repeat. */
	leave(ticket: Ticket): void {
		const { state } = ticket;
		if (state === 'out') return;
		ticket.state = 'out';
		if (state === 'in-flight') {
			this.#inFlight -= 1;
			this.#rate.finishOne();
			this.#startNext();
			return;
		}
		this.#queued -= 1;
		this.#waiting.delete(ticket);
		if (this.#waiting.size === 0) this.#rate.end(this.#inFlight);
		ticket.start();
	}

	/** Over how long devices should spread their next visit: half a minute at rest, a quarter of an hour when full. */
	spreadMs(): number {
		this.#measurePressure();
		const spread = MIN_SPREAD_MS + this.#pressure * (MAX_SPREAD_MS - MIN_SPREAD_MS);
		return Math.round(Math.min(MAX_SPREAD_MS, spread));
	}

	#start(ticket: Ticket): void {
		ticket.state = 'in-flight';
		this.#queued -= 1;
		this.#inFlight += 1;
		ticket.start();
	}

	#startNext(): void {
		const [next] = this.#waiting;
		if (next) {
			this.#waiting.delete(next);
			this.#start(next);
		}
		if (this.#waiting.size === 0) this.#rate.end(this.#inFlight);
	}

	/** Before anything was measured only the length of the queue is a reason to refuse. */
	#waitMs(): number {
		const rate = this.#perSecond(REFUSAL_EVIDENCE_MS);
		return rate === undefined ? 0 : (this.#waiting.size * 1_000) / rate;
	}

	#perSecond = (overMs: number): number | undefined =>
		this.#rate.perSecond({ inFlight: this.#inFlight, overMs });

	/**
	 * For how long somebody for whom there is no room should stay away: until there is, behind everybody
	 * who was given a slot before.
	 */
	slotMs(): number {
		const now = this.#tools.now();
		const slotWidthMs = 1_000 / (this.#perSecond(SLOT_EVIDENCE_MS) ?? EXPECTED_RATE);
		const roomAt = now + this.#untilRoomMs(slotWidthMs);
		this.#lastSlotAt = Math.max(this.#lastSlotAt, roomAt) + slotWidthMs;
		const slotMs = this.#lastSlotAt - now + this.#tools.random() * JITTER_MS;
		if (slotMs <= MAX_SLOT_MS) return Math.ceil(slotMs);
		// Too many for the time left: anywhere in its second half, never all at its end.
		this.#lastSlotAt = now + MAX_SLOT_MS;
		return Math.ceil((MAX_SLOT_MS * (1 + this.#tools.random())) / 2);
	}

	/** Until the queue, by its wait or by its length, is as short as {@link LEFT_AT_RETURN} says. */
	#untilRoomMs(slotWidthMs: number): number {
		const { maxWaitMs, maxQueue } = this.#limits;
		const fullMs = Math.min(maxWaitMs, maxQueue * slotWidthMs);
		return Math.max(0, this.#queued * slotWidthMs - fullMs * LEFT_AT_RETURN);
	}

	/** How full this server was lately, 0 to 1; fades by half every half minute. */
	#measurePressure(): void {
		const now = this.#tools.now();
		const faded = this.#pressure * 0.5 ** ((now - this.#pressureAt) / PRESSURE_HALF_LIFE_MS);
		const full = this.#limits.maxInFlight + this.#limits.maxQueue;
		this.#pressure = Math.min(1, Math.max(faded, (this.#inFlight + this.#queued) / full));
		this.#pressureAt = now;
	}
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '#tests/support/random.ts';
import { Admission, type AdmissionLimits, type Ticket } from './admission.ts';

const LIMITS: AdmissionLimits = { maxInFlight: 2, maxQueue: 3, maxWaitMs: 15_000 };

function setUp(limits: Partial<AdmissionLimits> = {}, random = () => 0) {
	const clock = { now: 0 };
	const admission = new Admission({ now: () => clock.now, random }, { ...LIMITS, ...limits });
	const enter = (): Ticket => {
		const entered = admission.enter();
		if ('retryAfterMs' in entered) throw new Error('there is room');
		return entered;
	};
	const refusal = (): number => {
		const entered = admission.enter();
		if (!('retryAfterMs' in entered)) throw new Error('there is no room');
		return entered.retryAfterMs;
	};
	/** A ticket whose body was read, and whether it has begun. */
	const start = () => {
		const ticket = enter();
		const ready = admission.ready(ticket);
		return { ticket, ready };
	};
	return { clock, admission, enter, refusal, start };
}

const statesOf = (tickets: { ticket: Ticket }[]) => tickets.map(({ ticket }) => ticket.state);

describe('work in flight', () => {
	test('is bounded; who comes later waits, and the first ready is the first to begin', async () => {
		const { admission, start } = setUp();
		const all = [start(), start(), start(), start()];
		expect(statesOf(all)).toEqual(['in-flight', 'in-flight', 'waiting', 'waiting']);
		expect([admission.inFlight, admission.queued]).toEqual([2, 2]);
		admission.leave(all[1]?.ticket as Ticket);
		expect(statesOf(all)).toEqual(['in-flight', 'out', 'in-flight', 'waiting']);
		expect(await all[2]?.ready).toBe(true);
	});

	test('a body that is still being read holds no place in flight', () => {
		const { admission, enter, start } = setUp();
		enter();
		enter();
		expect(statesOf([start()])).toEqual(['in-flight']);
		expect(admission.queued).toBe(2);
	});

	test('leaving twice gives back one place', () => {
		const { admission, start } = setUp();
		const { ticket } = start();
		admission.leave(ticket);
		admission.leave(ticket);
		expect([admission.inFlight, admission.queued]).toEqual([0, 0]);
	});

	test('who leaves the queue never begins, and takes nobody’s turn', async () => {
		const { admission, start, enter } = setUp({ maxInFlight: 1 });
		const [first, gone, last] = [start(), start(), start()];
		admission.leave(gone.ticket);
		expect(await gone.ready).toBe(false);
		admission.leave(first.ticket);
		expect(statesOf([last])).toEqual(['in-flight']);
		const early = enter();
		admission.leave(early);
		expect(await admission.ready(early)).toBe(false);
	});

	test('whatever happens in whatever order, no place is lost and no limit is passed', () => {
		const step = fc.record({ kind: fc.constantFrom('enter', 'ready', 'leave'), index: fc.nat(9) });
		fc.assert(
			fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
				const { admission } = setUp();
				const tickets: Ticket[] = [];
				for (const { kind, index } of steps) {
					const ticket = tickets[index % Math.max(1, tickets.length)];
					if (kind === 'enter') {
						const entered = admission.enter();
						if ('state' in entered) tickets.push(entered);
					} else if (kind === 'ready' && ticket) void admission.ready(ticket);
					else if (ticket) admission.leave(ticket);
					expect(admission.inFlight).toBeLessThanOrEqual(LIMITS.maxInFlight);
					expect(admission.queued).toBeLessThanOrEqual(LIMITS.maxQueue);
				}
				for (const ticket of tickets) admission.leave(ticket);
				expect([admission.inFlight, admission.queued]).toEqual([0, 0]);
			})
		);
	});
});

describe('the queue', () => {
	test('is bounded, bodies that are being read included', () => {
		const { admission, enter, refusal } = setUp();
		const tickets = [enter(), enter(), enter()];
		expect(refusal()).toBeGreaterThan(0);
		admission.leave(tickets[0] as Ticket);
		expect(enter().state).toBe('queued');
	});

	test('is closed early when it would take longer than a device waits', async () => {
		const { admission, clock, start, refusal, enter } = setUp({ maxQueue: 100, maxInFlight: 1 });
		const all = Array.from({ length: 21 }, start);
		// One a second: all of them would wait for twenty seconds.
		for (const { ticket } of all.slice(0, 4)) {
			clock.now += 1_000;
			admission.leave(ticket);
			await Promise.resolve();
		}
		// Sixteen wait, in nine seconds for half as long as anybody may.
		expect(refusal()).toBe(9_500);
		for (const { ticket } of all.slice(4, 9)) {
			clock.now += 1_000;
			admission.leave(ticket);
		}
		expect(enter().state).toBe('queued');
	});

	test('stays open when a group commit finishes many together, however late the first of them', () => {
		const { clock, admission, start, enter } = setUp({ maxInFlight: 100, maxQueue: 1_000 });
		const first = Array.from({ length: 100 }, start);
		Array.from({ length: 300 }, start);
		clock.now = 1_500;
		expect(enter().state).toBe('queued');
		admission.leave(first[0]?.ticket as Ticket);
		expect(enter().state).toBe('queued');
		first.forEach(({ ticket }) => admission.leave(ticket));
		expect(enter().state).toBe('queued');
	});

	test('is closed when nothing gets finished at all', () => {
		const { clock, start, refusal } = setUp({ maxQueue: 100, maxInFlight: 1 });
		for (let count = 0; count < 5; count += 1) start();
		clock.now += 10_000;
		expect(refusal()).toBeGreaterThan(15_000);
	});
});

describe('a refusal', () => {
	test('I10: gives each a slot of his own, one after the other, once half of the queue is done', () => {
		const { enter, refusal } = setUp({ maxQueue: 4 });
		for (let count = 0; count < 4; count += 1) enter();
		// Not measured yet: 200 a second are expected, of the four that wait two must be done.
		expect([refusal(), refusal(), refusal()]).toEqual([15, 20, 25]);
	});

	test('I10: slots that have passed are given again', () => {
		const { clock, enter, refusal } = setUp();
		for (let count = 0; count < 3; count += 1) enter();
		for (let count = 0; count < 100; count += 1) refusal();
		clock.now += 10_000;
		expect(refusal()).toBe(13);
	});

	test('I10: a thousand at once are told to come back as no wave', () => {
		const { enter, refusal } = setUp({}, seededRandom(1));
		for (let count = 0; count < 3; count += 1) enter();
		const slots = Array.from({ length: 1_000 }, refusal);
		const inSecond = (second: number) =>
			slots.filter((slot) => Math.floor(slot / 1_000) === second).length;
		expect(Math.max(...[0, 1, 2, 3, 4, 5, 6, 7].map(inSecond))).toBeLessThan(300);
		expect(Math.max(...slots)).toBeLessThan(8_000);
	});

	test('I10: the slots are as far apart as the work was measured to take', () => {
		const { admission, clock, start, refusal } = setUp({ maxInFlight: 1, maxQueue: 4 });
		const all = Array.from({ length: 5 }, start);
		for (const { ticket } of all.slice(0, 3)) {
			clock.now += 500;
			admission.leave(ticket);
			start();
		}
		const [first = 0, second = 0] = [refusal(), refusal()];
		expect(second - first).toBe(500);
	});

	test('I10: nobody is sent away for more than two minutes, and not all to its end', () => {
		const { enter, refusal } = setUp({}, seededRandom(2));
		for (let count = 0; count < 3; count += 1) enter();
		const slots = Array.from({ length: 50_000 }, refusal);
		const late = slots.slice(30_000);
		expect(Math.max(...slots)).toBeLessThanOrEqual(120_000);
		expect(Math.min(...late)).toBeLessThan(65_000);
		const average = late.reduce((sum, slot) => sum + slot, 0) / late.length;
		expect(Math.round(average / 1_000)).toBe(90);
	});
});

describe('spreadMs', () => {
	test('is half a minute at rest and a quarter of an hour when full', () => {
		const { admission, enter, start } = setUp();
		expect(admission.spreadMs()).toBe(30_000);
		for (let count = 0; count < 2; count += 1) start();
		for (let count = 0; count < 3; count += 1) enter();
		expect(admission.spreadMs()).toBe(15 * 60_000);
	});

	test('remembers a rush for a while: half of it after half a minute', () => {
		const { admission, clock, enter } = setUp({ maxInFlight: 1, maxQueue: 1 });
		const ticket = enter();
		expect(admission.spreadMs()).toBe(30_000 + 435_000);
		admission.leave(ticket);
		clock.now += 30_000;
		expect(admission.spreadMs()).toBe(30_000 + 217_500);
		clock.now += 3_600_000;
		expect(admission.spreadMs()).toBe(30_000);
	});
});

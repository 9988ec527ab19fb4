/** Everybody at once, in virtual time, with devices that come back as src/lib/sync/engine.ts does. */
import { describe, expect, test } from 'vitest';
import { retryDelayMs } from '#lib/sync/backoff.ts';
import { seededRandom } from '#tests/support/random.ts';
import { Admission, type AdmissionLimits, DEFAULT_ADMISSION, type Ticket } from './admission.ts';

const CITY = 5_201;
const STEP_MS = 10;
/** Group commits finish many together. */
const COMMIT_EVERY_MS = 200;
const COLD_MS = 5_000;

type Device = { nextAt: number; attempt: number; ticket: Ticket | undefined };
type Work = {
	readonly perSecond: number;
	/** In the first seconds, when nothing is warm yet. */
	readonly coldPerSecond?: number;
	readonly withinMs?: number;
	readonly limits?: Partial<AdmissionLimits>;
	/** Between these two nothing gets done: a disk that takes a break. */
	readonly stall?: readonly [number, number];
};

/** Lets a city report; returns when the last was done, how often anybody was sent away, and the longest wait inside. */
function rush({ perSecond, coldPerSecond = perSecond, withinMs = 2_000, ...rest }: Work) {
	const { limits, stall = [0, 0] } = rest;
	const clock = { now: 0 };
	const random = seededRandom(7);
	const tools = { now: () => clock.now, random };
	const admission = new Admission(tools, { ...DEFAULT_ADMISSION, ...limits });
	const away = new Set(
		Array.from({ length: CITY }, (): Device => {
			return { nextAt: random() * withinMs, attempt: 0, ticket: undefined };
		})
	);
	const inside = new Set<Device>();
	let refusals = 0;
	let waitMs = 0;

	const ask = (device: Device) => {
		const entered = admission.enter();
		if ('retryAfterMs' in entered) {
			refusals += 1;
			device.attempt += 1;
			device.nextAt = clock.now + entered.retryAfterMs + retryDelayMs(device.attempt, random);
			return;
		}
		device.ticket = entered;
		void admission.ready(entered);
		away.delete(device);
		inside.add(device);
	};
	const commit = () => {
		const working = [...inside].filter(({ ticket }) => ticket?.state === 'in-flight');
		const rate = clock.now < COLD_MS ? coldPerSecond : perSecond;
		for (const device of working.slice(0, (rate * COMMIT_EVERY_MS) / 1_000)) {
			admission.leave(device.ticket as Ticket);
			inside.delete(device);
			waitMs = Math.max(waitMs, clock.now - device.nextAt);
		}
	};
	for (; away.size + inside.size > 0; clock.now += STEP_MS) {
		for (const device of away) if (device.nextAt <= clock.now) ask(device);
		const isStalled = clock.now >= stall[0] && clock.now < stall[1];
		if (clock.now % COMMIT_EVERY_MS === 0 && !isStalled) commit();
	}
	return { endedMs: clock.now, refusals, waitMs };
}

/** How long the work takes when nothing ever stands still. */
function neededFor({ perSecond, coldPerSecond = perSecond }: Work): number {
	const doneCold = (coldPerSecond * COLD_MS) / 1_000;
	return COLD_MS + ((CITY - doneCold) * 1_000) / perSecond;
}

describe('a city that reports within two seconds', () => {
	test.each([
		['at a steady pace', { perSecond: 600 }],
		['though nothing gets done for the first second', { perSecond: 600, stall: [0, 1_000] }],
		['though the disk takes a break of a second', { perSecond: 600, stall: [2_500, 3_700] }]
	] as [string, Work][])('just waits, %s', (_name, work) => {
		expect(rush(work).refusals).toBe(0);
	});
});

describe('I10: who is sent away comes back in time, and nobody inside waits in vain', () => {
	test.each([
		['there is room for few', { perSecond: 600, limits: { maxQueue: 1_000 } }],
		['more come than get done', { perSecond: 100, withinMs: 20_000 }],
		['it turns out to be quicker', { perSecond: 500, coldPerSecond: 200, withinMs: 6_000 }]
	] as [string, Work][])('when %s', (_name, work) => {
		const { endedMs, refusals, waitMs } = rush(work);
		const neededMs = neededFor(work);
		expect(refusals).toBeGreaterThan(0);
		expect(waitMs).toBeLessThan(20_000);
		expect(endedMs).toBeLessThan(neededMs + 6_000);
	});
});

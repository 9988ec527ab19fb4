import { describe, expect, test } from 'vitest';
import { err, ok, type Result } from '#lib/domain/result.ts';
import { createVirtualTime } from '#tests/support/virtual-time.ts';
import { type CycleFailure, type CycleReport } from './cycle.ts';
import { type EngineParts, type EngineStatus, SyncEngine } from './engine.ts';
import { createSyncLock } from './lock.ts';

const AFTER_MS = 900_000;
const SPREAD_MS = 60_000;
const REPORT: CycleReport = {
	requests: 1,
	applied: 0,
	refused: 0,
	documents: 0,
	complete: true,
	nextSync: [AFTER_MS, SPREAD_MS]
};

type Outcome = Result<CycleReport, CycleFailure>;

/** An engine in virtual time; its cycles end as told, then well. Chance is one half throughout. */
function anEngine(outcomes: Outcome[] = [], over: Partial<EngineParts> = {}) {
	const time = createVirtualTime(1_000_000);
	const tries: number[] = [];
	const statuses: EngineStatus[] = [];
	const work = { waits: false };
	const asked = { waitMs: 0 };
	const engine = new SyncEngine({
		cycle: () => {
			tries.push(time.monotonicNow());
			return Promise.resolve(outcomes[tries.length - 1] ?? ok(REPORT));
		},
		withLock: (run) => run(),
		hasWork: () => Promise.resolve(work.waits),
		firstPullMs: () => Promise.resolve(5_000),
		askedToWaitMs: () => Promise.resolve(asked.waitMs),
		now: time.now,
		monotonicNow: time.monotonicNow,
		random: () => 0.5,
		sleep: time.sleep,
		onStatus: (status) => statuses.push(status),
		...over
	});
	return { engine, time, tries, statuses, work, asked };
}

const fail = (failure: CycleFailure): Outcome => err(failure);
const OFFLINE = fail({ type: 'offline' });

describe('the start', () => {
	test('work that waits goes at once', async () => {
		const { engine, time, tries, work } = anEngine();
		work.waits = true;
		engine.start();
		await time.settle();
		expect(tries).toEqual([0]);
	});

	test('mere news are spread', async () => {
		const { engine, time, tries } = anEngine();
		engine.start();
		await time.advance(10_000);
		expect(tries).toEqual([5_000]);
	});

	test('starting twice runs one loop', async () => {
		const { engine, time, tries } = anEngine();
		engine.start();
		engine.start();
		await time.advance(10_000);
		expect(tries).toEqual([5_000]);
	});
});

describe('after a success', () => {
	test('the server says when to come back, spread', async () => {
		const { engine, time, tries } = anEngine();
		engine.start();
		await time.advance(5_000 + AFTER_MS + SPREAD_MS);
		expect(tries).toEqual([5_000, 5_000 + AFTER_MS + SPREAD_MS / 2]);
		expect(engine.status).toMatchObject({ phase: 'idle', signedOut: false });
	});

	test('a new mutation goes at once', async () => {
		const { engine, time, tries } = anEngine();
		engine.start();
		await time.advance(60_000);
		engine.wake('mutation');
		await time.settle();
		expect(tries).toEqual([5_000, 60_000]);
	});

	test('a line that comes and goes asks for nothing before its time', async () => {
		const { engine, time, tries } = anEngine();
		engine.start();
		await time.advance(60_000);
		for (const reason of ['online', 'visible', 'message'] as const) engine.wake(reason);
		await time.advance(60_000);
		expect(tries).toEqual([5_000]);
	});

	test('a screen that becomes visible sends what waits', async () => {
		const { engine, time, tries, work } = anEngine();
		engine.start();
		await time.advance(60_000);
		work.waits = true;
		engine.wake('visible');
		await time.settle();
		expect(tries).toEqual([5_000, 60_000]);
	});

	test('after a sleep that stopped the timers, the wall clock says it is time', async () => {
		let sleptMs = 0;
		const { engine, time, tries } = anEngine([], { now: () => time.now() + sleptMs });
		engine.start();
		await time.advance(60_000);
		sleptMs = 2 * AFTER_MS;
		engine.wake('visible');
		await time.settle();
		expect(tries).toEqual([5_000, 60_000]);
	});

	test('a mutation made during a sync goes right after it, if it still waits', async () => {
		let finish = () => {};
		const { engine, time, tries, work } = anEngine([], {
			cycle: () => {
				tries.push(time.monotonicNow());
				return new Promise((resolve) => (finish = () => resolve(ok(REPORT))));
			}
		});
		engine.start();
		await time.advance(5_000);
		work.waits = true;
		engine.wake('mutation');
		finish();
		await time.settle();
		expect(tries).toEqual([5_000, 5_000]);
		work.waits = false;
		finish();
		await time.advance(60_000);
		expect(tries).toHaveLength(2);
	});
});

describe('I10: retries', () => {
	test('wait longer and longer, with jitter, and no longer than the cap', async () => {
		const { engine, time, tries } = anEngine(Array.from({ length: 12 }, () => OFFLINE));
		engine.start();
		await time.advance(500_000);
		const waits = tries.slice(1).map((at, index) => at - (tries[index] ?? 0));
		expect(waits.slice(0, 9)).toEqual([
			1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000
		]);
	});

	test('Retry-After is a floor, with jitter above it', async () => {
		const { engine, time, tries } = anEngine([fail({ type: 'busy', retryAfterMs: 30_000 })]);
		engine.start();
		await time.advance(100_000);
		expect(tries).toEqual([5_000, 5_000 + 30_000 + 1_000]);
	});

	test.each(['person', 'online', 'visible', 'signed-in', 'message', 'mutation', 'news'] as const)(
		'nobody goes below Retry-After, not even "%s"',
		async (reason) => {
			const { engine, time, tries } = anEngine([fail({ type: 'busy', retryAfterMs: 30_000 })]);
			engine.start();
			await time.advance(6_000);
			engine.wake(reason);
			await time.advance(28_999);
			expect(tries).toEqual([5_000]);
			await time.advance(2_000);
			expect(tries).toHaveLength(2);
		}
	);

	test('a success begins anew', async () => {
		const { engine, time, tries } = anEngine([OFFLINE, OFFLINE, ok(REPORT), OFFLINE]);
		engine.start();
		await time.advance(10_000);
		engine.wake('person');
		await time.advance(10_000);
		expect(tries).toEqual([5_000, 6_000, 8_000, 10_000, 11_000]);
	});

	test('the person, or a line that is back, shortens a backoff; a mutation does not', async () => {
		const long = Array.from({ length: 9 }, () => OFFLINE);
		const { engine, time, tries } = anEngine(long);
		engine.start();
		await time.advance(70_000);
		const before = tries.length;
		engine.wake('mutation');
		await time.settle();
		expect(tries).toHaveLength(before);
		engine.wake('person');
		await time.settle();
		expect(tries).toHaveLength(before + 1);
		engine.wake('online');
		await time.advance(500);
		expect(tries).toHaveLength(before + 2);
	});

	test('an alarm that each failure sets and that rings at once makes no loop of it', async () => {
		const long = Array.from({ length: 9 }, () => OFFLINE);
		const { engine, time, tries } = anEngine(long);
		engine.start();
		await time.advance(70_000);
		const before = tries.length;
		for (let rung = 0; rung < 5; rung += 1) {
			engine.wake('message');
			await time.settle();
		}
		expect(tries).toHaveLength(before);
	});

	test('the status says what is wrong and when it is tried again', async () => {
		const { engine, time } = anEngine([OFFLINE]);
		engine.start();
		await time.advance(5_000);
		expect(engine.status).toEqual({
			phase: 'waiting',
			failure: { type: 'offline' },
			nextTryAt: time.now() + 1_000,
			signedOut: false
		});
	});

	test('a clock set back does not stretch the wait', async () => {
		let jumpMs = 0;
		const { engine, time, tries } = anEngine([OFFLINE], { now: () => time.now() + jumpMs });
		engine.start();
		await time.advance(5_000);
		jumpMs = -86_400_000;
		await time.advance(1_000);
		expect(tries).toEqual([5_000, 6_000]);
	});

	test('a fault of the program is told, and what waits is tried again', async () => {
		let isFirst = true;
		const { engine, time, statuses } = anEngine([], {
			cycle: () => {
				if (!isFirst) return Promise.resolve(ok(REPORT));
				isFirst = false;
				return Promise.reject(new RangeError('a bug'));
			}
		});
		engine.start();
		await time.advance(10_000);
		expect(statuses).toContainEqual(
			expect.objectContaining({ failure: { type: 'storage-failed', detail: 'RangeError' } })
		);
		expect(engine.status.phase).toBe('idle');
	});
});

describe('news that are wanted now', () => {
	test('are asked for at once, before the time the last answer named', async () => {
		const { engine, time, tries } = anEngine();
		engine.start();
		await time.advance(60_000);
		engine.wake('news');
		await time.settle();
		expect(tries).toEqual([5_000, 60_000]);
	});

	test('while the app begins, too', async () => {
		const { engine, time, tries } = anEngine();
		engine.start();
		engine.wake('news');
		await time.settle();
		expect(tries).toEqual([0]);
	});

	test('wait for as long as the server asked another tab to', async () => {
		const { engine, time, tries, asked } = anEngine();
		engine.start();
		await time.advance(60_000);
		asked.waitMs = 30_000;
		engine.wake('news');
		await time.advance(29_999);
		expect(tries).toEqual([5_000]);
		await time.advance(1);
		expect(tries).toEqual([5_000, 90_000]);
	});

	test.each(['news', 'person', 'online'] as const)(
		'wait for as long as the server asked the page before it was loaded again, whatever "%s" wants',
		async (reason) => {
			const { engine, time, tries, work, asked } = anEngine();
			work.waits = true;
			asked.waitMs = 30_000;
			engine.start();
			engine.wake(reason);
			await time.advance(29_999);
			expect(tries).toEqual([]);
			await time.advance(1_001);
			expect(tries).toHaveLength(1);
		}
	);
});

test('a wait from before the page was loaded again is told as such, with its end, and forgotten with the first answer', async () => {
	const { engine, time, work, asked } = anEngine();
	work.waits = true;
	asked.waitMs = 30_000;
	engine.start();
	await time.settle();
	expect(engine.status).toEqual({
		phase: 'waiting',
		failure: { type: 'busy', retryAfterMs: 30_000 },
		signedOut: false,
		nextTryAt: time.now() + 30_000
	});
	asked.waitMs = 0;
	await time.advance(30_001);
	expect(engine.status).toMatchObject({ phase: 'idle', signedOut: false });
	expect(engine.status.failure).toBeUndefined();
});

describe('a session the server no longer knows', () => {
	test('nothing is tried until the person signs in again', async () => {
		const { engine, time, tries } = anEngine([fail({ type: 'signed-out' })]);
		engine.start();
		await time.advance(5_000);
		expect(engine.status).toEqual({
			phase: 'waiting',
			failure: { type: 'signed-out' },
			signedOut: true
		});
		engine.wake('mutation');
		await time.advance(86_400_000);
		expect(tries).toHaveLength(1);
		engine.wake('signed-in');
		await time.settle();
		expect(tries).toHaveLength(2);
		expect(engine.status).toMatchObject({ phase: 'idle', signedOut: false });
	});
});

describe('I10: one at a time', () => {
	test('two tabs of one person take turns', async () => {
		let last = Promise.resolve();
		const locks = {
			request<T>(_name: string, _options: object, run: () => Promise<T>): Promise<T> {
				const turn = last.then(run);
				last = turn.then(() => undefined);
				return turn;
			}
		};
		let running = 0;
		let most = 0;
		const cycle = async (): Promise<Outcome> => {
			running += 1;
			most = Math.max(most, running);
			await new Promise((resolve) => setImmediate(resolve));
			running -= 1;
			return ok(REPORT);
		};
		const withLock = createSyncLock('1', locks);
		const tabs = [anEngine([], { cycle, withLock }), anEngine([], { cycle, withLock })];
		for (const { engine } of tabs) engine.start();
		await Promise.all(tabs.map(({ time }) => time.advance(6_000)));
		expect(most).toBe(1);
	});

	test('a stopped engine cancels its request and tries nothing more', async () => {
		let signal: AbortSignal | undefined;
		const { engine, time, tries } = anEngine([], {
			cycle: (given) => {
				signal = given;
				tries.push(time.monotonicNow());
				return new Promise(() => undefined);
			}
		});
		const stop = engine.start();
		await time.advance(5_000);
		stop();
		await time.advance(10_000_000);
		expect(signal?.aborted).toBe(true);
		expect(tries).toHaveLength(1);
	});
});

/** Time that passes when the test says so. */
import { type Sleep } from '#lib/sync/deadline.ts';

export function createVirtualTime(beginAt = 0) {
	let passed = 0;
	const sleepers = new Set<{ dueAt: number; wake: () => void }>();

	const sleep: Sleep = (ms, signal) =>
		new Promise((resolve) => {
			if (signal?.aborted) {
				resolve();
				return;
			}
			const sleeper = { dueAt: passed + ms, wake };
			function wake() {
				sleepers.delete(sleeper);
				signal?.removeEventListener('abort', wake);
				resolve();
			}
			sleepers.add(sleeper);
			signal?.addEventListener('abort', wake);
		});

	return {
		now: () => beginAt + passed,
		monotonicNow: () => passed,
		sleep,
		/** Lets everything that is under way come to rest. */
		settle,
		/** Wakes who is due on the way, one after another. */
		async advance(ms: number): Promise<void> {
			const end = passed + ms;
			await settle();
			for (;;) {
				const next = [...sleepers].sort((a, b) => a.dueAt - b.dueAt)[0];
				if (!next || next.dueAt > end) break;
				passed = next.dueAt;
				next.wake();
				await settle();
			}
			passed = end;
		}
	};
}

/** Several turns of the event loop: enough for streams and for IndexedDB in memory. */
async function settle(): Promise<void> {
	for (let turn = 0; turn < 12; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

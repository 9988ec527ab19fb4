/** Throwing a stuck change away while the device may be trying to send it. */
import { type DiscardRefused } from '#lib/db/stuck.ts';
import { type Result } from '#lib/domain/result.ts';

const PAUSE_MS = 500;
const TRIES = 10;

/**
 * An attempt that is being made at this moment is waited for: without a line it is over at once, and nobody
 * should have to tap again. One that lasts is told of. Says how many changes went, see `discard`.
 */
export async function throwAwayWhenStill(
	discard: () => Promise<Result<number, DiscardRefused>>,
	sleep: (ms: number) => Promise<unknown>
): Promise<Result<number, DiscardRefused>> {
	for (let left = TRIES; ; left -= 1) {
		const gone = await discard();
		if (gone.ok || gone.error.type !== 'on-its-way' || left === 1) return gone;
		await sleep(PAUSE_MS);
	}
}

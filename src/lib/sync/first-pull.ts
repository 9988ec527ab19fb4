import { type LastSync } from '../db/meta.ts';

/** Offices open the app in the same minute of the morning. */
const START_SPREAD_MS = 10_000;

/**
 * How long after its start an app may wait before it asks for news, in milliseconds: as the last
 * answer said, or spread over some seconds when that time has passed. At once on a new device.
 */
export function firstPullMs(last: LastSync | undefined, now: number, random: () => number): number {
	if (!last) return 0;
	const elapsedMs = Math.max(0, now - last.at);
	const restMs = last.afterMs - elapsedMs;
	if (restMs > 0) return restMs + random() * last.spreadMs;
	return random() * Math.min(last.spreadMs, START_SPREAD_MS);
}

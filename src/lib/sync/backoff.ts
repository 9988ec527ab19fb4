const BASE_MS = 2_000;
const CAP_MS = 120_000;

/**
 * How long to wait before retry number `attempt` (1 is the first), in milliseconds. Full jitter:
 * uniform in [0, min(cap, base · 2^(attempt−1))), so devices that failed together don't return together.
 */
export function retryDelayMs(attempt: number, random: () => number): number {
	return random() * Math.min(CAP_MS, BASE_MS * 2 ** (attempt - 1));
}

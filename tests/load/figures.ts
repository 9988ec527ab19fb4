/** The value below which `share` (0 to 1) of `values` lie; 0 for none. */
export function percentile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** To `digits` behind the point; figures with more only pretend. */
export function round(value: number, digits = 0): number {
	return Number(value.toFixed(digits));
}

/**
 * The total of a set of revisions: how many, and the sum, modulo 2³², of the first 8 hex digits of
 * each revision's hash. It doesn't depend on order, can be adjusted by one revision at a time, and is
 * the cursor of the sync protocol: equal totals mean nothing new (design section 6).
 */
import * as z from 'zod/mini';

export const Total = z.tuple([z.int().check(z.nonnegative()), z.int().check(z.nonnegative())]);
export type Total = z.infer<typeof Total>;

export const EMPTY_TOTAL: Total = [0, 0];

/** The weight of one revision `n-hash` in a sum. */
export function weightOf(rev: string): number {
	const hash = rev.slice(rev.indexOf('-') + 1);
	return parseInt(hash.slice(0, 8), 16);
}

/** The total after `before` (absent for a new document) was replaced by `after` (absent for a removed one). */
export function adjust(total: Total, before: string | undefined, after: string | undefined): Total {
	const count = total[0] + (after ? 1 : 0) - (before ? 1 : 0);
	const sum = total[1] + (after ? weightOf(after) : 0) - (before ? weightOf(before) : 0);
	return [count, modulo32(sum)];
}

/** The sum as a total has it, whatever size it grew to. */
export const modulo32 = (sum: number): number => sum >>> 0;

export function totalOf(revs: Iterable<string>): Total {
	let total = EMPTY_TOTAL;
	for (const rev of revs) total = adjust(total, undefined, rev);
	return total;
}

export function sameTotal(a: Total | undefined, b: Total | undefined): boolean {
	return a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];
}

/** What the person should know about space on this device. Pure. */
import { type StorageEstimate } from '#lib/state/storage.ts';

/** A few weeks of work and an update of the app need less. */
const LOW_BYTES = 50 * 1_048_576;

export type Space = {
	readonly usedBytes: number;
	/** Absent where the browser doesn't say. */
	readonly freeBytes: number | undefined;
	readonly isLow: boolean;
};

export function spaceOf({ usedBytes, quotaBytes }: StorageEstimate): Space {
	const freeBytes = quotaBytes === undefined ? undefined : Math.max(0, quotaBytes - usedBytes);
	return { usedBytes, freeBytes, isLow: freeBytes !== undefined && freeBytes < LOW_BYTES };
}

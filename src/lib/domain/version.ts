/**
 * Settings and calendars are lists of versions: `validFrom` says from which day one applies,
 * `publishedAt` since when anybody could know it.
 */
import { type Day } from './day.ts';

export type Versioned = { readonly validFrom: Day; readonly publishedAt: number };

/** The version in force on `day` among those published by `knownAt`; the later published wins a tie. */
export function versionOn<T extends Versioned>(
	versions: readonly T[],
	day: Day,
	knownAt = Number.POSITIVE_INFINITY
): T | undefined {
	let found: T | undefined;
	for (const version of versions) {
		if (version.validFrom > day || version.publishedAt > knownAt) continue;
		if (!found || isLater(version, found)) found = version;
	}
	return found;
}

function isLater(a: Versioned, b: Versioned): boolean {
	if (a.validFrom !== b.validFrom) return a.validFrom > b.validFrom;
	return a.publishedAt > b.publishedAt;
}

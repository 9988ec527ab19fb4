import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Day } from './day.ts';
import { type Versioned, versionOn } from './version.ts';

const FIRST = { validFrom: '2026-01-01', publishedAt: 10 };
const SECOND = { validFrom: '2026-07-01', publishedAt: 20 };
const CORRECTED = { validFrom: '2026-07-01', publishedAt: 30 };
const VERSIONS = [SECOND, CORRECTED, FIRST];

test.each<[string, Day, number | undefined, Versioned | undefined]>([
	['before the first', '2025-12-31', undefined, undefined],
	['on its first day', '2026-01-01', undefined, FIRST],
	['on the last day before the next', '2026-06-30', undefined, FIRST],
	['the later published of two', '2026-07-01', undefined, CORRECTED],
	['while the correction was not published', '2026-07-01', 29, SECOND],
	['the moment it is published', '2026-07-01', 30, CORRECTED],
	['while nothing newer was published', '2026-07-01', 19, FIRST],
	['before anything was published', '2026-07-01', 9, undefined]
])('%s: on %s, known at %s', (_when, day, knownAt, expected) => {
	expect(versionOn(VERSIONS, day, knownAt)).toBe(expected);
});

test('the order of the list never matters, and what is found applies and could be known', () => {
	const someDay = fc.constantFrom('2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04');
	const someVersion = fc.record({ validFrom: someDay, publishedAt: fc.nat({ max: 5 }) });
	fc.assert(
		fc.property(fc.array(someVersion), someDay, fc.nat({ max: 5 }), (versions, day, knownAt) => {
			const found: Versioned | undefined = versionOn(versions, day, knownAt);
			expect(versionOn(versions.toReversed(), day, knownAt)).toEqual(found);
			const possible = versions.filter(
				({ validFrom, publishedAt }) => validFrom <= day && publishedAt <= knownAt
			);
			expect(found === undefined).toBe(possible.length === 0);
			for (const { validFrom, publishedAt } of possible) {
				expect([validFrom, publishedAt] <= [found?.validFrom, found?.publishedAt]).toBe(true);
			}
		})
	);
});

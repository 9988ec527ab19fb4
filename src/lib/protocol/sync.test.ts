import { expect, test } from 'vitest';
import { digestOfFeeds } from './sync.ts';

test('the digest of a set of feeds is what docs/protocol.md says', () => {
	expect(digestOfFeeds([])).toBe(0);
	expect(digestOfFeeds(['all'])).toBe(688_645_933);
});

test('the order of feeds does not matter, and each of them does', () => {
	expect(digestOfFeeds(['a', 'b'])).toBe(digestOfFeeds(['b', 'a']));
	expect(digestOfFeeds(['a', 'b'])).not.toBe(digestOfFeeds(['a']));
});

test('feeds whose names differ alike do not cancel out', () => {
	const names = [...'12345678'].flatMap((who) => [...'3456'].map((year) => `p${who}.202${year}`));
	const pairs = names.flatMap((a) => names.filter((b) => a < b).map((b) => [a, b]));
	expect(new Set(pairs.map(digestOfFeeds)).size).toBe(pairs.length);
});

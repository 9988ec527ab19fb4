import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { Entry } from '../domain/entry.ts';
import { Mutation } from '../domain/mutation.ts';
import { digestOfFeeds, SyncRequest, SyncResponse } from './sync.ts';
import { PROTOCOL_VERSION } from './version.ts';

test('what travels changes only together with its version', () => {
	const shape = [SyncRequest, SyncResponse, Mutation, Entry].map((schema) =>
		z.toJSONSchema(schema)
	);
	const fingerprint = createHash('sha256').update(JSON.stringify(shape)).digest('hex').slice(0, 12);
	expect({ PROTOCOL_VERSION, fingerprint }).toEqual({
		PROTOCOL_VERSION: 1,
		fingerprint: 'd40239b7f614'
	});
});

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

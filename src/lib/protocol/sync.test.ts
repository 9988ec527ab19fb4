import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { SCHEMA } from '../domain/document.ts';
import { Entry } from '../domain/entry.ts';
import { Mutation } from '../domain/mutation.ts';
import { Refusal } from '../domain/refusal.ts';
import { digestOfFeeds, MutationResult, SyncRequest, SyncResponse } from './sync.ts';
import { PROTOCOL_VERSION } from './version.ts';

const fingerprint = (...schemas: z.core.$ZodType[]): string => {
	const shape = schemas.map((schema) => z.toJSONSchema(schema));
	return createHash('sha256').update(JSON.stringify(shape)).digest('hex').slice(0, 12);
};

test('the envelope changes only together with its version', () => {
	const result = z.omit(MutationResult, { refusal: true });
	const answer = z.extend(SyncResponse, { results: z.optional(z.array(result)) });
	expect([PROTOCOL_VERSION, fingerprint(SyncRequest, answer)]).toEqual([1, '215c931d002b']);
});

/** New fields, kinds and reasons may be added beside the old ones, which every program reads for ever. */
test('what the envelope carries changes only knowingly', () => {
	expect([SCHEMA, fingerprint(Mutation, Refusal, Entry)]).toEqual([1, '53563a5ada99']);
});

test('I6: one result in words of a newer server spoils none of the others', () => {
	const known = { id: 'a', outcome: 'applied' };
	const answer = {
		protocol: PROTOCOL_VERSION,
		requestId: 'request1',
		serverTime: 1,
		contact: 'token',
		nextSync: [1, 2],
		results: [
			known,
			{ id: 'b', outcome: 'refused', refusal: { type: 'newer-reason', more: [1] } },
			{ id: 'c', outcome: 'refused', refusal: { type: 'version-moved', status: 'archived' } },
			{ id: 'd', outcome: 'put-aside' }
		]
	};
	expect(SyncResponse.parse(answer).results).toEqual([
		known,
		{ id: 'b', outcome: 'refused', refusal: { type: 'unexplained' } },
		{ id: 'c', outcome: 'refused', refusal: { type: 'unexplained' } },
		{ id: 'd', outcome: 'deferred' }
	]);
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

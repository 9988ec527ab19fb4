import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createProblem } from '#lib/protocol/problem.ts';
import { acceptsGzip, answerJson, answerProblem } from './answer.ts';

const LARGE = { text: 'kata '.repeat(100) };

describe('answerJson', () => {
	test('packs what gets smaller by it', async () => {
		const { headers, bytes, status } = await answerJson(LARGE, 'gzip');
		expect([status, headers['content-encoding']]).toEqual([200, 'gzip']);
		expect(JSON.parse(gunzipSync(bytes).toString())).toEqual(LARGE);
	});

	test.each([
		['is small', { ok: true }, 'gzip'],
		['is not accepted packed', LARGE, undefined]
	])('leaves as it is what %s', async (_name, body, accepted) => {
		const { headers, bytes } = await answerJson(body, accepted);
		expect(headers).toEqual({ 'content-type': 'application/json' });
		expect(JSON.parse(bytes.toString())).toEqual(body);
	});
});

describe('answerProblem', () => {
	test.each([
		[1, '1'],
		[1_000, '1'],
		[1_001, '2']
	])('I10: %i ms is said as %s s, never as less than it is', (retryAfterMs, seconds) => {
		const problem = createProblem('overloaded', { retryAfterMs });
		const { status, headers, bytes } = answerProblem(problem);
		expect(status).toBe(503);
		expect(headers).toEqual({
			'content-type': 'application/problem+json',
			'retry-after': seconds
		});
		expect(JSON.parse(bytes.toString())).toEqual(problem);
	});

	test('without a wait there is no header for one', () => {
		expect(answerProblem(createProblem('not-found')).headers).not.toHaveProperty('retry-after');
	});
});

test.each([
	['gzip', true],
	['br, gzip;q=0.5', true],
	['*', true],
	['GZIP', true],
	['gzip;q=0', false],
	['gzip; q=0.000', false],
	['br', false],
	['', false],
	[undefined, false]
])('acceptsGzip of %s is %s', (accepted, expected) => {
	expect(acceptsGzip(accepted)).toBe(expected);
});

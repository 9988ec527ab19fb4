import fc from 'fast-check';
import { PassThrough, Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type BodyLimits, isDeeperThan, readBody, unpackBody } from './body.ts';
import { type ProblemError } from './problem-error.ts';

const LIMITS: BodyLimits = { maxBytes: 100, maxInflatedBytes: 6_000, maxDepth: 3, maxHeldBytes: 0 };

type Asked = { encoding?: string; chunks?: number; limits?: Partial<BodyLimits> };

/** Reads `bytes` as they would arrive, in chunks; keeps what was held. */
function read(bytes: string | Buffer, { encoding, chunks = 1, limits }: Asked = {}) {
	const buffer = Buffer.from(bytes);
	const size = Math.ceil(buffer.length / chunks) || 1;
	const parts = Array.from({ length: chunks }, (_, at) =>
		buffer.subarray(at * size, (at + 1) * size)
	);
	const held: number[] = [];
	const stream = Readable.from(parts.filter(({ length }) => length > 0));
	const hold = (count: number) => void held.push(count);
	const { maxBytes, ...unpacked } = { ...LIMITS, ...limits };
	const packed = readBody({ stream, encoding, hold }, maxBytes);
	return { held, packed, value: packed.then((body) => unpackBody(body, hold, unpacked)) };
}

const refusal = (asked: { value: Promise<unknown> }) =>
	asked.value.then(
		() => 'read',
		(error: ProblemError) => error.problem.type
	);

describe('readBody and unpackBody', () => {
	test.each([1, 2, 7])('puts %i chunks together, also inside a letter', async (chunks) => {
		expect(await read('{"nama":"Žofia 😀"}', { chunks }).value).toEqual({ nama: 'Žofia 😀' });
	});

	test.each([
		['small', '{"a":1}'],
		['large', `"${Array.from({ length: 2_000 }, (_, at) => at % 7).join('')}"`]
	])('inflates what came %s', async (_name, json) => {
		const limits = { maxBytes: 5_000 };
		expect(await read(gzipSync(json), { encoding: 'gzip', limits }).value).toEqual(
			JSON.parse(json)
		);
	});

	test('tells of each byte before it is kept, inflated ones too', async () => {
		const packed = gzipSync('[1,2,3]');
		const asked = read(packed, { encoding: 'gzip', chunks: 3 });
		await asked.value;
		expect(asked.held.reduce((sum, count) => sum + count, 0)).toBe(packed.length + 7);
	});

	test('what waits takes no more room than what travelled', async () => {
		const bytes = gzipSync('[1,2,3]');
		const asked = read(bytes, { encoding: 'gzip', chunks: 3 });
		expect((await asked.packed).bytes).toEqual(bytes);
		expect(asked.held.reduce((sum, count) => sum + count, 0)).toBe(bytes.length);
	});

	test('a body that breaks off is refused, and so is what is kept of it', async () => {
		const stream = new PassThrough();
		stream.write('{"a"');
		const packed = readBody({ stream, encoding: undefined, hold: () => undefined }, 100);
		stream.destroy();
		expect(await refusal({ value: packed })).toBe('bad-request');
	});

	test.each([
		['exactly as many bytes as allowed', `"${'x'.repeat(98)}"`, {}, 'read'],
		['one byte more', `"${'x'.repeat(99)}"`, {}, 'too-large'],
		['one byte more in many chunks', `"${'x'.repeat(99)}"`, { chunks: 9 }, 'too-large'],
		[
			'as much inflated as allowed',
			gzipSync(' '.repeat(5_999) + '1'),
			{ encoding: 'gzip' },
			'read'
		],
		['one byte more inflated', gzipSync(' '.repeat(6_001)), { encoding: 'gzip' }, 'too-large'],
		['gzip inside gzip', gzipSync(gzipSync('1')), { encoding: 'gzip' }, 'bad-request'],
		['as deep as allowed', '[[[]]]', {}, 'read'],
		['one deeper', '[[{"a":[]}]]', {}, 'bad-request'],
		['nothing', '', {}, 'bad-request'],
		['two values', '1 2', {}, 'bad-request'],
		['a byte order mark', '\ufeff{}', {}, 'bad-request'],
		['another compression', '1', { encoding: 'br' }, 'wrong-content-type'],
		['two compressions', '1', { encoding: 'gzip, gzip' }, 'wrong-content-type']
	] as [string, string | Buffer, Asked, string][])(
		'%s: it is',
		async (_name, bytes, asked, expected) => {
			expect(await refusal(read(bytes, asked))).toBe(expected);
		}
	);

	test.each([
		['{"__proto__":1}', 'bad-request'],
		['{"a":[{"__proto__":{}}]}', 'bad-request'],
		['{"\\u005f_proto__":1}', 'bad-request'],
		['{"\\u005F_proto__":1}', 'bad-request'],
		['{"__pr\\u006fto__":1}', 'bad-request'],
		['{"a":"__proto__"}', 'read'],
		['{"a":"\\u0001"}', 'read']
	])('%s: %s', async (json, expected) => {
		expect(await refusal(read(json))).toBe(expected);
	});
});

describe('isDeeperThan', () => {
	const depthOf = (value: unknown): number =>
		typeof value === 'object' && value !== null
			? 1 + Math.max(0, ...Object.values(value).map(depthOf))
			: 0;

	test('is right about every JSON, whatever stands in its texts', () => {
		fc.assert(
			fc.property(fc.jsonValue({ maxDepth: 4 }), fc.nat(7), (value, max) => {
				const json = Buffer.from(JSON.stringify(value));
				expect(isDeeperThan(json, max)).toBe(depthOf(value) > max);
			})
		);
	});

	test.each(['"[[[["', '"\\"[[[["', '"\\\\"', '["]]","[["]'])('%s is not deep', (json) => {
		expect(isDeeperThan(Buffer.from(json), 1)).toBe(false);
	});
});

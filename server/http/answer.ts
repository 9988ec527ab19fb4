/** How a result becomes the bytes and headers of an answer. Few headers, because they are paid for on every sync. */
import { type FastifyReply } from 'fastify';
import { promisify } from 'node:util';
import { gzip, gzipSync } from 'node:zlib';
import { type Problem, PROBLEM_CONTENT_TYPE } from '#lib/protocol/problem.ts';

const JSON_CONTENT_TYPE = 'application/json';
/** Smaller bodies don't get smaller, or not by enough to matter. */
const MIN_GZIP_BYTES = 200;
const GZIP_LEVEL = 6;
/** Up to here the way to another thread and back costs more than the work. */
const SYNC_GZIP_BYTES = 32_768;
/**
 * For bodies that fit into this window: the same bytes as with the usual one of 32 KB and its 16 KB of room for
 * what comes out, which take longer to set up than a small body takes to compress.
 */
const SMALL_WINDOW = { windowBits: 14, memLevel: 7, chunkSize: 4_096 };
const SMALL_WINDOW_BYTES = 16_384;

const gzipAsync = promisify(gzip);

export type Answer = {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly bytes: Buffer;
};

export async function answerJson(
	body: unknown,
	acceptEncoding: string | undefined
): Promise<Answer> {
	const plain = Buffer.from(JSON.stringify(body));
	const headers = { 'content-type': JSON_CONTENT_TYPE };
	if (plain.length < MIN_GZIP_BYTES || !acceptsGzip(acceptEncoding)) {
		return { status: 200, headers, bytes: plain };
	}
	const packed = await pack(plain);
	if (packed.length >= plain.length) return { status: 200, headers, bytes: plain };
	return { status: 200, headers: { ...headers, 'content-encoding': 'gzip' }, bytes: packed };
}

async function pack(plain: Buffer): Promise<Buffer> {
	const isSmall = plain.length <= SMALL_WINDOW_BYTES;
	const options = { level: GZIP_LEVEL, ...(isSmall && SMALL_WINDOW) };
	return plain.length <= SYNC_GZIP_BYTES ? gzipSync(plain, options) : gzipAsync(plain, options);
}

export function answerProblem(problem: Problem): Answer {
	const headers: Record<string, string> = { 'content-type': PROBLEM_CONTENT_TYPE };
	if (problem.retryAfterMs !== undefined) {
		headers['retry-after'] = String(Math.ceil(problem.retryAfterMs / 1_000));
	}
	return { status: problem.status, headers, bytes: Buffer.from(JSON.stringify(problem)) };
}

export function send(reply: FastifyReply, { status, headers, bytes }: Answer): FastifyReply {
	return reply.code(status).headers(headers).header('cache-control', 'no-store').send(bytes);
}

/** `gzip` or `*` named with a weight above 0. */
export function acceptsGzip(acceptEncoding = ''): boolean {
	return acceptEncoding.split(',').some((part) => {
		const [coding = '', ...parameters] = part
			.trim()
			.toLowerCase()
			.split(/\s*;\s*/);
		const isRefused = parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
		return (coding === 'gzip' || coding === '*') && !isRefused;
	});
}

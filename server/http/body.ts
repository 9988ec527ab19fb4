/**
 * From the bytes of a request to a JSON value, with a limit at every step: bytes received, bytes
 * inflated, depth. Nothing is parsed that wasn't measured before.
 */
import { type Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gunzip, gunzipSync } from 'node:zlib';
import { ProblemError } from './problem-error.ts';

export type BodyLimits = {
	readonly maxBytes: number;
	/** After gunzip. */
	readonly maxInflatedBytes: number;
	readonly maxDepth: number;
	/** Bytes of bodies held at once by all requests together. */
	readonly maxHeldBytes: number;
};

export const DEFAULT_BODY_LIMITS: BodyLimits = {
	maxBytes: 1024 ** 2,
	maxInflatedBytes: 8 * 1024 ** 2,
	maxDepth: 32,
	maxHeldBytes: 192 * 1024 ** 2
};

/** Below this, handing the work to another thread costs more than the work. */
const SYNC_GUNZIP_BYTES = 4_096;

const gunzipAsync = promisify(gunzip);

/** A body as it travelled: a tenth of what it is once parsed, and so it waits for its turn. */
export type PackedBody = { readonly bytes: Buffer; readonly encoding: 'identity' | 'gzip' };

/** Told of bytes before they are kept; throws when there is no room for them. */
export type Hold = (bytes: number) => void;

export type BodySource = {
	readonly stream: Readable;
	readonly encoding: string | undefined;
	readonly hold: Hold;
};

/** Reads one body. Rejects with a {@link ProblemError} at the first limit it meets. */
export async function readBody(source: BodySource, maxBytes: number): Promise<PackedBody> {
	const { encoding = 'identity' } = source;
	if (encoding !== 'identity' && encoding !== 'gzip') {
		throw new ProblemError('wrong-content-type', { detail: 'Only gzip is understood' });
	}
	return { bytes: await readBytes(source, maxBytes), encoding };
}

/** Inflates and parses what {@link readBody} read. Rejects with a {@link ProblemError}, as it does. */
export async function unpackBody(
	{ bytes, encoding }: PackedBody,
	hold: Hold,
	limits: Pick<BodyLimits, 'maxInflatedBytes' | 'maxDepth'>
): Promise<unknown> {
	if (encoding === 'identity') return parseJson(bytes, limits.maxDepth);
	const inflated = await inflate(bytes, limits.maxInflatedBytes);
	hold(inflated.length);
	return parseJson(inflated, limits.maxDepth);
}

/** By events: to iterate over a small body takes as long again as all that Node does to receive it. */
function readBytes({ stream, hold }: BodySource, maxBytes: number): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let bytes = 0;
	let isRefused = false;
	return new Promise((resolve, reject) => {
		stream.on('data', (chunk: Buffer) => {
			// What still comes is let go: ending the stream would end the connection, and the answer with it.
			if (isRefused) return;
			bytes += chunk.length;
			try {
				if (bytes > maxBytes) throw new ProblemError('too-large');
				hold(chunk.length);
				chunks.push(chunk);
			} catch (refusal) {
				if (!(refusal instanceof ProblemError)) throw refusal;
				isRefused = true;
				chunks.length = 0;
				reject(refusal);
			}
		});
		stream.on('end', () =>
			resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks))
		);
		stream.on('error', reject);
		stream.on('close', () => {
			if (!stream.readableEnded) reject(new ProblemError('bad-request'));
		});
	});
}

/** Inflates in small steps and stops at the limit, so a zip bomb costs no more than a large body. */
async function inflate(bytes: Buffer, maxOutputLength: number): Promise<Buffer> {
	try {
		return bytes.length <= SYNC_GUNZIP_BYTES
			? gunzipSync(bytes, { maxOutputLength })
			: await gunzipAsync(bytes, { maxOutputLength });
	} catch (cause) {
		const isTooLarge = cause instanceof RangeError;
		throw new ProblemError(isTooLarge ? 'too-large' : 'bad-request', {
			detail: isTooLarge ? 'The inflated body is too large' : 'The body is not gzip'
		});
	}
}

function parseJson(bytes: Buffer, maxDepth: number): unknown {
	if (isDeeperThan(bytes, maxDepth)) throw new ProblemError('bad-request', { detail: 'Too deep' });
	let value: unknown;
	try {
		value = JSON.parse(bytes.toString('utf8'));
	} catch {
		throw new ProblemError('bad-request', { detail: 'The body is not JSON' });
	}
	// Any of its letters may be written as an escape.
	if (bytes.includes('__proto__') || bytes.includes('\\u')) refusePrototypes(value);
	return value;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** Whether lists and objects nest deeper than `maxDepth`; one pass over the bytes, before they are parsed. */
export function isDeeperThan(json: Uint8Array, maxDepth: number): boolean {
	let depth = 0;
	let isInText = false;
	for (let index = 0; index < json.length; index += 1) {
		const byte = json[index];
		if (isInText) {
			if (byte === BACKSLASH) index += 1;
			else if (byte === QUOTE) isInText = false;
		} else if (byte === QUOTE) isInText = true;
		else if (byte === OPEN_LIST || byte === OPEN_OBJECT) depth += 1;
		else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth -= 1;
		if (depth > maxDepth) return true;
	}
	return false;
}

/** A key `__proto__` would become the prototype of whatever the value is copied into. */
function refusePrototypes(value: unknown): void {
	if (typeof value !== 'object' || value === null) return;
	if (Object.hasOwn(value, '__proto__'))
		throw new ProblemError('bad-request', { detail: 'A key is refused' });
	for (const inner of Object.values(value)) refusePrototypes(inner);
}

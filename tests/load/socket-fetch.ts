/**
 * A `fetch` over one connection of its own, as a browser on one device has it, that counts what
 * travels. Headers are those Chromium sends, so that the server parses what it would. Bodies are
 * counted as they travel, before inflating.
 */
import { promisify } from 'node:util';
import { gunzip, gunzipSync, gzipSync } from 'node:zlib';
import { Connection, type Received } from './connection.ts';

const gunzipAsync = promisify(gunzip);
/** Below this the way to another thread costs more than inflating. */
const SYNC_BYTES = 16_384;

export type Traffic = {
	requests: number;
	/** Of bodies. */
	bytesUp: number;
	bytesDown: number;
	/** Of everything else on the connection, both ways. */
	headerBytes: number;
};

export const NO_TRAFFIC: Traffic = { requests: 0, bytesUp: 0, bytesDown: 0, headerBytes: 0 };

export type SocketFetch = {
	readonly fetch: typeof fetch;
	readonly traffic: Traffic;
	close(): void;
};

/** As sent by Chromium 140 on Android to its own origin; fetch adds the rest. */
export const chromiumHeaders = (origin: string): Record<string, string> => ({
	'sec-ch-ua-platform': '"Android"',
	'user-agent':
		'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
	'sec-ch-ua': '"Chromium";v="140", "Not=A?Brand";v="24"',
	'sec-ch-ua-mobile': '?1',
	accept: '*/*',
	origin,
	'sec-fetch-site': 'same-origin',
	'sec-fetch-mode': 'cors',
	'sec-fetch-dest': 'empty',
	referer: `${origin}/`,
	'accept-encoding': 'gzip, deflate, br, zstd',
	'accept-language': 'id-ID,id;q=0.9,en-US;q=0.8,en;q=0.7'
});

export function createSocketFetch(origin: string, cookie: string): SocketFetch {
	const connection = new Connection(origin, { ...chromiumHeaders(origin), cookie });
	const traffic: Traffic = { ...NO_TRAFFIC };

	const send = async (url: string, init: RequestInit): Promise<Response> => {
		const { body, encoding } = packed(init.body);
		traffic.requests += 1;
		traffic.bytesUp += body.length;
		const headers = { ...(init.headers as Record<string, string>), ...encoding }; // the transport gives a plain object
		const path = url.slice(origin.length);
		const answer = await connection.post({ path, headers, body, signal: init.signal ?? undefined });
		traffic.bytesDown += answer.body.length;
		traffic.headerBytes += answer.headerBytes;
		const isPacked = answer.headers.get('content-encoding') === 'gzip';
		const bytes = isPacked ? await inflate(answer.body) : answer.body;
		return new LightResponse(answer, bytes) as unknown as Response; // see there
	};
	return {
		fetch: (input, init = {}) => send(input as string, init),
		traffic,
		close: () => connection.close()
	};
}

/**
 * What the transport reads of a Response. Node's own, with its stream, costs as much as all the rest a
 * device does, and the load generator shares the processor with the server.
 */
class LightResponse {
	readonly status: number;
	readonly headers: Received['headers'];
	#left: Uint8Array<ArrayBuffer> | undefined;

	constructor({ status, headers }: Received, bytes: Uint8Array<ArrayBuffer>) {
		this.status = status;
		this.headers = headers;
		this.#left = bytes;
	}

	/** Itself, because it is read once. */
	get body(): this {
		return this;
	}

	getReader(): this {
		return this;
	}

	read(): Promise<{ done: boolean; value: Uint8Array<ArrayBuffer> | undefined }> {
		const value = this.#left;
		this.#left = undefined;
		return Promise.resolve({ done: value === undefined, value });
	}

	cancel(): Promise<void> {
		return Promise.resolve();
	}
}

/** As server/http/answer.ts has it: the same bytes for what a device sends, at half the price. */
const SMALL_WINDOW = { windowBits: 14, memLevel: 7, chunkSize: 4_096 };
/** As src/lib/sync/gzip.ts has it. */
const MIN_GZIP_BYTES = 200;

/**
 * A body as it travels. Text is what the transport hands over where there is no CompressionStream
 * (see {@link compressNatively}): it is gzip'd here, to the same bytes.
 */
function packed(body: RequestInit['body']): { body: Buffer; encoding: Record<string, string> } {
	if (body instanceof Uint8Array) return { body: Buffer.from(body), encoding: {} };
	if (typeof body !== 'string') throw new Error('the transport sends text or bytes');
	const plain = Buffer.from(body);
	if (plain.length <= MIN_GZIP_BYTES) return { body: plain, encoding: {} };
	return { body: gzipSync(plain, SMALL_WINDOW), encoding: { 'content-encoding': 'gzip' } };
}

/**
 * Node's CompressionStream costs a millisecond a body, twenty times what a browser's does, and the load
 * generator shares the processor with the server. Takes it away from this process, so that the line
 * gzips instead.
 */
export function compressNatively(): void {
	Reflect.deleteProperty(globalThis, 'CompressionStream');
}

async function inflate(packed: Buffer): Promise<Buffer<ArrayBuffer>> {
	return packed.length <= SYNC_BYTES ? gunzipSync(packed) : await gunzipAsync(packed);
}

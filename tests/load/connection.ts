/**
 * One HTTP/1.1 connection, written and read by hand: one request at a time, and answers that say how
 * long they are, as this server's do. Node's own client costs several times as much, and the load
 * generator shares the processor with the server.
 */
import { connect, type Socket } from 'node:net';

export type Received = {
	readonly status: number;
	/** By name in lower case. */
	readonly headers: ReadonlyMap<string, string>;
	readonly body: Buffer<ArrayBuffer>;
	/** What travelled besides the two bodies. */
	readonly headerBytes: number;
};

export type Sent = {
	readonly path: string;
	/** Besides those of every request. */
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Buffer;
	readonly signal: AbortSignal | undefined;
};

const HEAD_END = '\r\n\r\n';

type Waiting = {
	readonly resolve: (received: Received) => void;
	readonly reject: (error: Error) => void;
	/** Of the request, without its body. */
	readonly sentBytes: number;
	/** Of the answer so far, and how many there will be at least. */
	readonly chunks: Buffer[];
	bytes: number;
	neededBytes: number;
};

export class Connection {
	readonly #host: string;
	readonly #port: number;
	readonly #everyHead: string;
	#socket: Socket | undefined;
	#waiting: Waiting | undefined;

	/** `headers` are those of every request. */
	constructor(origin: string, headers: Readonly<Record<string, string>>) {
		const { hostname, port, host } = new URL(origin);
		this.#host = hostname;
		this.#port = Number(port);
		this.#everyHead = linesOf({ host, ...headers });
	}

	/** A kept connection that the server closed meanwhile is replaced without a word, as browsers do. */
	async post(sent: Sent): Promise<Received> {
		const isKept = this.#socket !== undefined;
		try {
			return await this.#exchange(sent);
		} catch (error) {
			if (!isKept || !(error instanceof Unanswered)) throw error;
			return this.#exchange(sent);
		}
	}

	close(): void {
		this.#socket?.destroy();
		this.#socket = undefined;
	}

	#exchange({ path, headers, body, signal }: Sent): Promise<Received> {
		const own = linesOf({ ...headers, 'content-length': String(body.length) });
		const head = Buffer.from(`POST ${path} HTTP/1.1\r\n${this.#everyHead}${own}\r\n`, 'latin1');
		const socket = (this.#socket ??= this.#open());
		const answered = new Promise<Received>((resolve, reject) => {
			const sentBytes = head.length;
			this.#waiting = { resolve, reject, sentBytes, chunks: [], bytes: 0, neededBytes: 0 };
		});
		socket.write(Buffer.concat([head, body]));
		const abort = () => this.#fail(new Error('given up'));
		signal?.addEventListener('abort', abort);
		return answered.finally(() => signal?.removeEventListener('abort', abort));
	}

	#open(): Socket {
		const socket = connect({ host: this.#host, port: this.#port });
		socket.on('data', (chunk: Buffer) => this.#take(chunk));
		// The end of the connection follows, and it alone decides.
		socket.on('error', () => undefined);
		socket.on('close', () => {
			if (this.#socket !== socket) return;
			const isBegun = (this.#waiting?.bytes ?? 0) > 0;
			this.#fail(isBegun ? new Error('the answer broke off') : new Unanswered());
		});
		return socket;
	}

	#fail(reason: Error): void {
		this.close();
		this.#waiting?.reject(reason);
		this.#waiting = undefined;
	}

	#take(chunk: Buffer): void {
		const waiting = this.#waiting;
		if (!waiting) return;
		waiting.chunks.push(chunk);
		waiting.bytes += chunk.length;
		if (waiting.bytes < waiting.neededBytes) return;
		const received = parse(waiting);
		if (!received) return;
		this.#waiting = undefined;
		if (received.headers.get('connection') === 'close') this.close();
		waiting.resolve(received);
	}
}

/** The connection ended without a byte of an answer. */
class Unanswered extends Error {
	override name = 'Unanswered';
}

const linesOf = (headers: Readonly<Record<string, string>>): string =>
	Object.entries(headers)
		.map(([name, value]) => `${name}: ${value}\r\n`)
		.join('');

/** The answer, once all of it is there. */
function parse(waiting: Waiting): Received | undefined {
	const all = Buffer.concat(waiting.chunks);
	const end = all.indexOf(HEAD_END);
	if (end < 0) return undefined;
	const headBytes = end + HEAD_END.length;
	const [status = '', ...lines] = all.toString('latin1', 0, end).split('\r\n');
	const headers = new Map(lines.map(fieldOf));
	const length = Number(headers.get('content-length'));
	if (Number.isNaN(length)) throw new Error('an answer must say how long it is');
	waiting.neededBytes = headBytes + length;
	if (all.length < waiting.neededBytes) return undefined;
	return {
		status: Number(status.split(' ')[1]),
		headers,
		body: all.subarray(headBytes, waiting.neededBytes),
		headerBytes: waiting.sentBytes + headBytes
	};
}

function fieldOf(line: string): [string, string] {
	const colon = line.indexOf(':');
	return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
}

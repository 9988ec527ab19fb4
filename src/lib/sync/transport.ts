/**
 * How a request to the API travels; nothing else on the client makes one. What is fetched elsewhere are the
 * app's own files: by the browser, by the service worker, and by state/app.ts, which asks for one to learn
 * whether there is a line.
 *
 * A request ends by itself (I10): 20 seconds without a byte, sending or receiving, are the end. Its answer
 * counts only when status, content type, shape and the echoed request say it is ours (I8); whatever else
 * comes back is a failure by name, and nothing here touches storage.
 */
import { err, ok, type Result } from '../domain/result.ts';
import {
	type ChangePasswordRequest,
	type EndOthersRequest,
	type EndSessionRequest,
	type SessionsRequest,
	SessionsResponse,
	type SignInRequest,
	SignInResponse,
	type SignOutRequest
} from '../protocol/session.ts';
import { type SyncRequest, SyncResponse } from '../protocol/sync.ts';
import { PROTOCOL_VERSION } from '../protocol/version.ts';
import { type Deadline, type Sleep, startDeadline } from './deadline.ts';
import { failureOf, type TransportFailure } from './failure.ts';
import { gzip } from './gzip.ts';

export type { TransportFailure } from './failure.ts';

export interface Transport {
	sync(request: SyncRequest, signal?: AbortSignal): Promise<Result<SyncResponse, TransportFailure>>;
	signIn(request: SignInRequest): Promise<Result<SignInResponse, TransportFailure>>;
	signOut(request: SignOutRequest, signal?: AbortSignal): Promise<Result<void, TransportFailure>>;
	endOthers(request: EndOthersRequest): Promise<Result<void, TransportFailure>>;
	listDevices(request: SessionsRequest): Promise<Result<SessionsResponse, TransportFailure>>;
	endSession(request: EndSessionRequest): Promise<Result<void, TransportFailure>>;
	changePassword(request: ChangePasswordRequest): Promise<Result<SignInResponse, TransportFailure>>;
}

export type TransportParts = {
	readonly fetch: typeof fetch;
	readonly sleep: Sleep;
	readonly monotonicNow: () => number;
	/** Before the paths; empty on the app's own origin. */
	readonly origin?: string;
};

const SILENCE_MS = 20_000;
/** Far above any answer of ours: a page that never ends must not fill the memory. */
const MAX_ANSWER_BYTES = 64_000_000;

const PATHS = {
	sync: '/api/sync',
	signIn: '/api/session',
	signOut: '/api/session/end',
	endOthers: '/api/session/end-others',
	listDevices: '/api/sessions',
	endSession: '/api/sessions/end',
	changePassword: '/api/password'
} as const;

export function createTransport(parts: TransportParts): Transport {
	const post = (path: keyof typeof PATHS, body: unknown, signal?: AbortSignal) =>
		request(parts, { path: PATHS[path], body, signal });
	return {
		async sync(body, signal) {
			const answer = await post('sync', body, signal);
			return answer.ok
				? readAnswer(SyncResponse, answer.value, (said) => isEcho(said, body))
				: answer;
		},
		async signIn(body) {
			const answer = await post('signIn', body);
			return answer.ok ? readAnswer(SignInResponse, answer.value, isAbout(body.person)) : answer;
		},
		async signOut(body, signal) {
			const answer = await post('signOut', body, signal);
			return answer.ok ? readEcho(answer.value, body.person) : answer;
		},
		async endOthers(body) {
			const answer = await post('endOthers', body);
			return answer.ok ? readEcho(answer.value, body.person) : answer;
		},
		async listDevices(body) {
			const answer = await post('listDevices', body);
			return answer.ok ? readAnswer(SessionsResponse, answer.value, isAbout(body.person)) : answer;
		},
		async endSession(body) {
			const answer = await post('endSession', body);
			return answer.ok ? readEcho(answer.value, body.person) : answer;
		},
		async changePassword(body) {
			const answer = await post('changePassword', body);
			return answer.ok ? readAnswer(SignInResponse, answer.value, isAbout(body.person)) : answer;
		}
	};
}

const isEcho = (said: SyncResponse, { requestId }: SyncRequest): boolean =>
	said.requestId === requestId && said.protocol === PROTOCOL_VERSION;

const isAbout =
	(person: string) =>
	(said: { readonly person: string }): boolean =>
		said.person === person;

function readEcho(body: unknown, asked: string): Result<void, TransportFailure> {
	const { person } = (body ?? {}) as { person?: unknown };
	return person === asked ? ok(undefined) : err({ type: 'not-ours', status: 200 });
}

interface Schema<T> {
	safeParse(value: unknown): { success: true; data: T } | { success: false };
}

function readAnswer<T>(
	schema: Schema<T>,
	body: unknown,
	isOurs: (said: T) => boolean
): Result<T, TransportFailure> {
	const parsed = schema.safeParse(body);
	return parsed.success && isOurs(parsed.data)
		? ok(parsed.data)
		: err({ type: 'not-ours', status: 200 });
}

type Asked = { path: string; body: unknown; signal: AbortSignal | undefined };

/** Posts JSON and reads JSON. Every way to fail is a value. */
async function request(
	{ fetch, origin = '', ...time }: TransportParts,
	{ path, body, signal }: Asked
): Promise<Result<unknown, TransportFailure>> {
	const packed = await gzip(JSON.stringify(body));
	const deadline = startDeadline(SILENCE_MS, time, signal);
	let isAnswering = false;
	try {
		const response = await orAbort(
			fetch(`${origin}${path}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json', ...packed.headers },
				body: packed.body,
				credentials: 'same-origin',
				cache: 'no-store',
				redirect: 'error',
				signal: deadline.signal
			}),
			deadline.signal
		);
		isAnswering = true;
		deadline.restart();
		const text = await readText(response, deadline);
		return readBody(response, text);
	} catch {
		// fetch tells nothing but that it failed; what matters is when it did.
		if (deadline.isExpired()) return err({ type: 'timeout', answering: isAnswering });
		return err(isAnswering ? { type: 'cut' } : { type: 'offline' });
	} finally {
		deadline.stop();
	}
}

async function readText(response: Response, deadline: Deadline): Promise<string> {
	const reader = response.body?.getReader();
	if (!reader) return '';
	const chunks: Uint8Array[] = [];
	let bytes = 0;
	try {
		for (;;) {
			const { done, value } = await orAbort(reader.read(), deadline.signal);
			if (done) return new TextDecoder().decode(joined(chunks, bytes));
			deadline.restart();
			bytes += value.byteLength;
			if (bytes > MAX_ANSWER_BYTES) throw new Error('the answer does not end');
			chunks.push(value);
		}
	} finally {
		// Already failed or finished: how closing ends no longer matters.
		void reader.cancel().catch(() => undefined);
	}
}

/** Decoded as a whole: chunk by chunk, a letter cut in two has to be carried over each time. */
function joined(chunks: readonly Uint8Array[], bytes: number): Uint8Array {
	const [first] = chunks;
	if (first && chunks.length === 1) return first;
	const all = new Uint8Array(bytes);
	let at = 0;
	for (const chunk of chunks) {
		all.set(chunk, at);
		at += chunk.byteLength;
	}
	return all;
}

/** Gives up when `signal` aborts, even where the browser would go on waiting. */
async function orAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
	let abort: (() => void) | undefined;
	const aborted = new Promise<never>((_resolve, reject) => {
		abort = () => reject(new DOMException('Aborted', 'AbortError'));
		if (signal.aborted) abort();
		else signal.addEventListener('abort', abort);
	});
	try {
		return await Promise.race([work, aborted]);
	} finally {
		if (abort) signal.removeEventListener('abort', abort);
	}
}

/** The body of a 200 of JSON; a cut JSON counts as cut, everything else is told by its status. */
function readBody(response: Response, text: string): Result<unknown, TransportFailure> {
	const isJson = /^application\/(?:problem\+)?json\b/i.test(
		response.headers.get('content-type') ?? ''
	);
	const body = isJson ? parseJson(text) : undefined;
	if (response.status !== 200) return err(failureOf(response, body));
	if (!isJson) return err({ type: 'not-ours', status: 200 });
	return body === undefined ? err({ type: 'cut' }) : ok(body);
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		// A cut or foreign body; the caller tells which.
		return undefined;
	}
}

/** What can become of a request, by name, and what an answer other than 200 means. */
import { Problem, type ProblemType } from '../protocol/problem.ts';

export type TransportFailure =
	| { readonly type: 'offline' }
	/** 20 s without a byte; `answering` when the answer had begun. */
	| { readonly type: 'timeout'; readonly answering: boolean }
	/** The answer broke off. */
	| { readonly type: 'cut' }
	/** Not from our server: captive portal, proxy, another program. */
	| { readonly type: 'not-ours'; readonly status: number }
	| { readonly type: 'busy'; readonly retryAfterMs: number }
	| { readonly type: 'signed-out' }
	| { readonly type: 'password-change-required' }
	/** The server no longer speaks this version: the app must be updated. */
	| { readonly type: 'outdated' }
	| { readonly type: 'refused'; readonly problem: Problem };

/** A floor above this is a mistake of somebody's clock or configuration. */
const MAX_RETRY_AFTER_MS = 3_600_000;

/**
 * Reads status and body. `busy` needs no proof that it is ours: waiting changes nothing. The others
 * do, because a captive portal answers 401 and 403 too.
 */
export function failureOf(response: Response, body: unknown): TransportFailure {
	const parsed = Problem.safeParse(body);
	const problem =
		parsed.success && parsed.data.status === response.status ? parsed.data : undefined;
	const isBusy = response.status === 429 || response.status === 503 || problem?.status === 500;
	if (isBusy && problem?.type !== 'too-many-attempts') {
		return { type: 'busy', retryAfterMs: retryAfterMs(response, problem) };
	}
	if (!problem) return { type: 'not-ours', status: response.status };
	return NAMED[problem.type] ?? { type: 'refused', problem };
}

const NAMED: Partial<Record<ProblemType, TransportFailure>> = {
	'not-signed-in': { type: 'signed-out' },
	'password-change-required': { type: 'password-change-required' },
	'protocol-unsupported': { type: 'outdated' }
};

function retryAfterMs(response: Response, problem: Problem | undefined): number {
	const waitMs = Math.max(problem?.retryAfterMs ?? 0, headerMs(response.headers));
	return Math.min(Math.max(waitMs, 0), MAX_RETRY_AFTER_MS);
}

/** `Retry-After` in seconds, or as a date compared with the answer's own date. */
function headerMs(headers: Headers): number {
	const value = headers.get('retry-after')?.trim() ?? '';
	if (/^\d+$/.test(value)) return Number(value) * 1_000;
	const waitMs = Date.parse(value) - Date.parse(headers.get('date') ?? '');
	return Number.isNaN(waitMs) ? 0 : waitMs;
}

/**
 * Everything that can go wrong with a request as a whole, in one shape (RFC 9457). What is wrong with
 * one mutation is a refusal inside a 200. A type is never reused; retired ones stay listed.
 */
import * as z from 'zod/mini';

/** Type → status. Retrying is decided by these two and `retryAfterMs`, never by reading `title`. */
export const PROBLEM_STATUS = {
	'bad-request': 400,
	'not-signed-in': 401,
	'wrong-credentials': 401,
	'account-disabled': 403,
	'foreign-origin': 403,
	'password-change-required': 403,
	'not-found': 404,
	'too-large': 413,
	'wrong-content-type': 415,
	'password-refused': 422,
	'protocol-unsupported': 426,
	'too-many-attempts': 429,
	internal: 500,
	overloaded: 503,
	'database-unavailable': 503
} as const;

export type ProblemType = keyof typeof PROBLEM_STATUS;

const PROBLEM_TYPES = Object.keys(PROBLEM_STATUS) as [ProblemType, ...ProblemType[]];

export const Problem = z.object({
	type: z.enum(PROBLEM_TYPES),
	title: z.string(),
	status: z.int(),
	detail: z.optional(z.string()),
	retryAfterMs: z.optional(z.int()),
	/** For `bad-request`: where in the body. */
	paths: z.optional(z.array(z.string()))
});
export type Problem = z.infer<typeof Problem>;

export const PROBLEM_CONTENT_TYPE = 'application/problem+json';

const TITLE: Record<ProblemType, string> = {
	'bad-request': 'The request can not be read',
	'not-signed-in': 'Nobody is signed in for this person',
	'wrong-credentials': 'The number or the password is wrong',
	'account-disabled': 'This account is disabled',
	'foreign-origin': 'The request comes from another site',
	'password-change-required': 'The start code must be replaced by a password first',
	'not-found': 'There is nothing here',
	'too-large': 'The request is too large',
	'wrong-content-type': 'The request is not JSON',
	'password-refused': 'The new password is not acceptable',
	'protocol-unsupported': 'This protocol version is not spoken here',
	'too-many-attempts': 'Too many attempts for this account',
	internal: 'The server failed',
	overloaded: 'The server is busy',
	'database-unavailable': 'The database does not answer'
};

export function createProblem(
	type: ProblemType,
	more: { detail?: string; retryAfterMs?: number; paths?: string[] } = {}
): Problem {
	return { type, title: TITLE[type], status: PROBLEM_STATUS[type], ...more };
}

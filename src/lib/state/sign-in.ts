/** Why a sign-in or a change of password did not happen, as values a screen can explain. */
import { type StorageFailure } from '#lib/db/storage-failure.ts';
import { type ProblemType } from '#lib/protocol/problem.ts';
import { type TransportFailure } from '#lib/sync/failure.ts';

export type { SignedInDevice } from '#lib/protocol/session.ts';

export type SignInRefused =
	| { readonly type: 'wrong-credentials' }
	/** No line, and nobody with this number can be recognised on this device. */
	| { readonly type: 'offline-unknown-person' }
	| { readonly type: 'too-many-attempts'; readonly retryAfterMs: number }
	| { readonly type: 'account-disabled' }
	/** The server is reachable but overloaded, and the person is not known here. */
	| { readonly type: 'busy'; readonly retryAfterMs: number }
	/** The server no longer speaks this version: update the app. */
	| { readonly type: 'outdated' }
	/** The server agreed, but the line was lost before every screen was on the device. */
	| { readonly type: 'screens-not-kept' }
	| StorageFailure
	| { readonly type: 'failed' };

export type ChangePasswordRefused =
	| { readonly type: 'wrong-credentials' }
	/** `detail` as the server said it. */
	| { readonly type: 'password-refused'; readonly detail?: string }
	| { readonly type: 'too-many-attempts'; readonly retryAfterMs: number }
	/** Only the server can change a password. */
	| { readonly type: 'no-connection' }
	| { readonly type: 'signed-out' }
	| { readonly type: 'busy'; readonly retryAfterMs: number }
	| { readonly type: 'failed' };

/** Failures in which the server said nothing about the person, so that the device may recognise him. */
export function isNoWord({ type }: TransportFailure): boolean {
	return ['offline', 'timeout', 'cut', 'not-ours', 'busy'].includes(type);
}

export function signInRefused(failure: TransportFailure): SignInRefused {
	if (failure.type === 'busy') return failure;
	if (isNoWord(failure)) return { type: 'offline-unknown-person' };
	if (failure.type === 'outdated') return { type: 'outdated' };
	if (failure.type !== 'refused') return { type: 'failed' };
	const { type, retryAfterMs = 0 } = failure.problem;
	if (type === 'too-many-attempts') return { type, retryAfterMs };
	return isOneOf(type, ['wrong-credentials', 'account-disabled']) ? { type } : { type: 'failed' };
}

export function changePasswordRefused(failure: TransportFailure): ChangePasswordRefused {
	if (failure.type === 'busy') return failure;
	if (isNoWord(failure)) return { type: 'no-connection' };
	if (failure.type === 'signed-out') return { type: 'signed-out' };
	if (failure.type !== 'refused') return { type: 'failed' };
	const { type, detail, retryAfterMs = 0 } = failure.problem;
	if (type === 'too-many-attempts') return { type, retryAfterMs };
	if (type === 'password-refused') return { type, ...(detail !== undefined && { detail }) };
	return type === 'wrong-credentials' ? { type } : { type: 'failed' };
}

function isOneOf<T extends ProblemType>(type: ProblemType, types: readonly T[]): type is T {
	return (types as readonly ProblemType[]).includes(type);
}

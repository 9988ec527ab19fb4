/** Why signing in or changing the password didn't work, in words; a new reason fails to compile here. */
import { type ChangePasswordRefused, type SignInRefused } from '#lib/state/sign-in.ts';
import { firstMessages } from '#lib/ui/messages/first.ts';

/** Asked each time: this file is loaded before the language is known. */
const words = () => firstMessages.signIn;

type Waiting = { readonly type: string; readonly retryAfterMs?: number };

const SIGN_IN: Record<SignInRefused['type'], (refused: Waiting) => string> = {
	'wrong-credentials': () => words().wrongCredentials,
	'offline-unknown-person': () => words().offlineUnknown,
	'too-many-attempts': ({ retryAfterMs = 0 }) => words().tooMany(retryAfterMs),
	'account-disabled': () => words().disabled,
	busy: ({ retryAfterMs }) => words().serverBusy(retryAfterMs),
	outdated: () => words().outdated,
	'screens-not-kept': () => words().screensNotKept,
	'storage-full': () => firstMessages.storage['storage-full'].now,
	'storage-failed': () => firstMessages.storage['storage-failed'].now,
	failed: () => words().failed
};

const CHANGE: Record<ChangePasswordRefused['type'], (refused: Waiting) => string> = {
	'wrong-credentials': () => words().wrongPassword,
	'password-refused': () => words().change.refused,
	'too-many-attempts': ({ retryAfterMs = 0 }) => words().tooMany(retryAfterMs),
	'no-connection': () => words().change.needsSignal,
	'signed-out': () => words().change.needsSignal,
	busy: ({ retryAfterMs }) => words().serverBusy(retryAfterMs),
	failed: () => words().failed
};

export const explainSignIn = (refused: SignInRefused): string => SIGN_IN[refused.type](refused);
export const explainChange = (refused: ChangePasswordRefused): string =>
	CHANGE[refused.type](refused);

/** Signing in, signing out here or elsewhere, replacing a password. */
import { randomBytes } from 'node:crypto';
import { type Nip } from '#lib/domain/nip.ts';
import { err, ok, type Result } from '#lib/domain/result.ts';
import { createProblem, type Problem } from '#lib/protocol/problem.ts';
import {
	type ChangePasswordRequest,
	type EndOthersRequest,
	type EndSessionRequest,
	type SessionsRequest,
	type SessionsResponse,
	type SignInRequest,
	type SignInResponse,
	type SignOutRequest
} from '#lib/protocol/session.ts';
import { DatabaseUnavailable } from '#server/db/database.ts';
import { type Account } from './account.ts';
import { type Accounts } from './accounts.ts';
import { type Attempts } from './attempts.ts';
import { type Authenticate, requireOwnPassword, type TokenOf } from './authenticate.ts';
import {
	type AskingDevice,
	type DeviceParts,
	endSession,
	listDevices,
	noteUse
} from './devices.ts';
import { type Passwords, refusePassword } from './passwords.ts';
import { newSessionId, SESSION_MS, sessionBeganAt, sessionName } from './session.ts';
import { type Signer } from './signer.ts';
import { isStartCodeSeal } from './start-code.ts';

const RETRY_AFTER_MS = 10_000;

/** A session for the device that asked; an empty token with no lifetime takes it away. */
export type GrantedSession = {
	readonly name: string;
	readonly token: string;
	readonly lifetimeSeconds: number;
};

export type Granted<T> = { readonly body: T; readonly session: GrantedSession };
export type SignOutResponse = { readonly person: Nip };

export type SessionEndpoints = {
	readonly signIn: (
		input: SignInRequest,
		userAgent?: string
	) => Promise<Result<Granted<SignInResponse>, Problem>>;
	readonly signOut: (
		input: SignOutRequest,
		tokenOf: TokenOf
	) => Promise<Result<Granted<SignOutResponse>, Problem>>;
	readonly endOthers: (
		input: EndOthersRequest,
		tokenOf: TokenOf
	) => Promise<Result<{ readonly body: SignOutResponse }, Problem>>;
	readonly listDevices: (
		input: SessionsRequest,
		tokenOf: TokenOf,
		userAgent?: string
	) => Promise<Result<{ readonly body: SessionsResponse }, Problem>>;
	readonly endSession: (
		input: EndSessionRequest,
		tokenOf: TokenOf
	) => Promise<Result<{ readonly body: SignOutResponse }, Problem>>;
	readonly changePassword: (
		input: ChangePasswordRequest,
		tokenOf: TokenOf,
		userAgent?: string
	) => Promise<Result<Granted<SignInResponse>, Problem>>;
};

export type SessionParts = Pick<DeviceParts, 'lists' | 'todayOf'> & {
	readonly accounts: Accounts;
	readonly attempts: Attempts;
	readonly passwords: Passwords;
	readonly signer: Signer;
	readonly authenticate: Authenticate;
	readonly nameOf: (person: Nip) => Promise<string | undefined>;
	readonly now: () => number;
};

export function createSessionEndpoints(parts: SessionParts): SessionEndpoints {
	const own = { ...parts, authenticate: requireOwnPassword(parts.authenticate) };
	return {
		signIn: (input, userAgent) => orUnavailable(signIn(parts, input, userAgent)),
		signOut: (input, tokenOf) => orUnavailable(signOut(parts, input, tokenOf)),
		endOthers: (input, tokenOf) => orUnavailable(endOthers(parts, input, tokenOf)),
		listDevices: (input, tokenOf, userAgent) =>
			orUnavailable(listDevices(own, input, { tokenOf, userAgent })),
		endSession: (input, tokenOf) => orUnavailable(endSession(own, input, tokenOf)),
		changePassword: (input, tokenOf, userAgent) =>
			orUnavailable(changePassword(parts, input, { tokenOf, userAgent }))
	};
}

async function orUnavailable<T>(answer: Promise<Result<T, Problem>>): Promise<Result<T, Problem>> {
	try {
		return await answer;
	} catch (error) {
		if (!(error instanceof DatabaseUnavailable)) throw error;
		return err(createProblem('database-unavailable', { retryAfterMs: RETRY_AFTER_MS }));
	}
}

async function signIn(
	parts: SessionParts,
	{ person, password, deviceId }: SignInRequest,
	userAgent: string | undefined
): Promise<Result<Granted<SignInResponse>, Problem>> {
	const account = await checkPassword(parts, person, password);
	if (!account.ok) return account;
	return ok(
		grant(parts, account.value, { deviceId, userAgent, name: await nameOf(parts, person) })
	);
}

/** Safe to repeat; a token that no longer counts is revoked all the same, in case its epoch is still the account's. */
async function signOut(
	{ accounts, signer, now }: SessionParts,
	{ person }: SignOutRequest,
	tokenOf: TokenOf
): Promise<Result<Granted<SignOutResponse>, Problem>> {
	const name = sessionName(person);
	const token = signer.readSession(person, tokenOf(name) ?? '');
	if (token) {
		const oldest = now() - SESSION_MS;
		await accounts.update(person, (account) => {
			if (token.epoch !== account.epoch || account.revoked.includes(token.id)) return undefined;
			const revoked = account.revoked.filter((id) => sessionBeganAt(id) > oldest);
			return { ...account, revoked: [...revoked, token.id] };
		});
	}
	return ok({ body: { person }, session: { name, token: '', lifetimeSeconds: 0 } });
}

/** Needs no list of sessions and no new cookie, so it is safe to repeat after an answer that was lost. */
async function endOthers(
	{ accounts, authenticate, now }: SessionParts,
	{ person }: EndOthersRequest,
	tokenOf: TokenOf
): Promise<Result<{ readonly body: SignOutResponse }, Problem>> {
	const session = authenticate(person, tokenOf);
	if (!session.ok) return session;
	const only = { id: session.value.id, at: now() };
	await accounts.update(person, (account) => ({ ...account, only }));
	return ok({ body: { person } });
}

/** Ends every session of the person and begins a new one on the device that asked. */
async function changePassword(
	parts: SessionParts,
	{ person, deviceId, current, next }: ChangePasswordRequest,
	{ tokenOf, userAgent }: { readonly tokenOf: TokenOf; readonly userAgent: string | undefined }
): Promise<Result<Granted<SignInResponse>, Problem>> {
	const session = parts.authenticate(person, tokenOf);
	if (!session.ok) return session;
	const known = await checkPassword(parts, person, current);
	if (!known.ok) return known;

	// Before the change: after it nothing may fail, or what counts would be answered with a refusal.
	const name = await nameOf(parts, person);
	const refused = refusePassword(next, { person, name, current });
	if (refused) return err(createProblem('password-refused', { detail: refused }));
	const hash = await parts.passwords.hash(next);
	if (!hash.ok) return hash;

	const changed = await parts.accounts.update(person, (account) => {
		// Replaced on another device meanwhile: what was checked above is no longer the password.
		if (account.hash !== known.value.hash) return undefined;
		const epoch = account.epoch + 1;
		return { ...account, hash: hash.value, startCode: false, epoch, revoked: [], only: undefined };
	});
	return changed
		? ok(grant(parts, changed, { deviceId, userAgent, name }))
		: err(createProblem('not-signed-in'));
}

/** The account, when the password is its own. An unknown account takes as long and gets the same answer. */
async function checkPassword(
	{ accounts, attempts, passwords, signer }: SessionParts,
	person: Nip,
	password: string
): Promise<Result<Account, Problem>> {
	const retryAfterMs = attempts.begin(person);
	if (retryAfterMs > 0) return err(createProblem('too-many-attempts', { retryAfterMs }));

	const judged = await judge().catch((error: unknown) => {
		attempts.cancel(person);
		throw error;
	});
	if (!judged.ok) {
		attempts.cancel(person);
		return judged;
	}
	const { account, isRight } = judged.value;
	if (!account || !isRight) return err(createProblem('wrong-credentials'));
	attempts.succeed(person);
	return account.disabled ? err(createProblem('account-disabled')) : ok(account);

	async function judge() {
		const account = await accounts.read(person);
		const seal = account && isStartCodeSeal(account.hash) ? account.hash : undefined;
		// A start code takes as long as a password, so that time doesn't tell who still has one.
		const isPassword = await passwords.verify(password, seal ? undefined : account?.hash);
		if (!isPassword.ok) return isPassword;
		const isCode = seal !== undefined && signer.isStartCode(person, { code: password, seal });
		return ok({ account, isRight: isCode || isPassword.value });
	}
}

const nameOf = async (parts: SessionParts, person: Nip): Promise<string> =>
	(await parts.nameOf(person)) ?? person;

function grant(
	parts: SessionParts,
	{ nip, epoch, startCode }: Account,
	{ name, ...device }: AskingDevice & { readonly name: string }
): Granted<SignInResponse> {
	const { signer, now } = parts;
	const { deviceId } = device;
	const at = now();
	const id = newSessionId(at, randomBytes(9));
	noteUse(parts, { person: nip, id, epoch }, device);
	return {
		body: {
			person: nip,
			name,
			serverTime: at,
			contact: signer.issueContact({ person: nip, deviceId, at }),
			mustChangePassword: startCode
		},
		session: {
			name: sessionName(nip),
			token: signer.issueSession(nip, { id, epoch }),
			lifetimeSeconds: SESSION_MS / 1_000
		}
	};
}

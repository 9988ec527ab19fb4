/** From a request's session token to a person, or why not. Reads no database. */
import { type Nip } from '#lib/domain/nip.ts';
import { err, ok, type Result } from '#lib/domain/result.ts';
import { createProblem, type Problem } from '#lib/protocol/problem.ts';
import { type Accounts, type AccountState } from './accounts.ts';
import { SESSION_MS, sessionName, type SessionToken } from './session.ts';
import { type Signer } from './signer.ts';

/** The value of a named cookie of the request. */
export type TokenOf = (name: string) => string | undefined;

export type Session = {
	readonly person: Nip;
	readonly id: string;
	readonly epoch: number;
	readonly mustChangePassword: boolean;
};

export type Authenticate = (person: Nip, tokenOf: TokenOf) => Result<Session, Problem>;

type Parts = { readonly accounts: Accounts; readonly signer: Signer; readonly now: () => number };

/** Finds the session `person` has on the device that asks. Only that person's own token counts. */
export function createAuthenticate({ accounts, signer, now }: Parts): Authenticate {
	return (person, tokenOf) => {
		const token = signer.readSession(person, tokenOf(sessionName(person)) ?? '');
		const account = accounts.stateOf(person);
		if (!token || !account || !counts(token, account, now()))
			return err(createProblem('not-signed-in'));
		if (account.disabled) return err(createProblem('account-disabled'));
		const { id, epoch } = token;
		return ok({ person, id, epoch, mustChangePassword: account.startCode });
	};
}

/** Whether a session of this account still opens anything. */
export const counts = (session: SessionToken, account: AccountState, now: number): boolean =>
	session.epoch === account.epoch &&
	now < session.signedInAt + SESSION_MS &&
	!account.revoked.has(session.id) &&
	!isEndedElsewhere(session, account);

const isEndedElsewhere = ({ id, signedInAt }: SessionToken, { only }: AccountState): boolean =>
	only !== undefined && id !== only.id && signedInAt <= only.at;

/** As {@link createAuthenticate}, but a start code opens nothing. */
export function requireOwnPassword(authenticate: Authenticate): Authenticate {
	return (person, tokenOf) => {
		const session = authenticate(person, tokenOf);
		if (!session.ok || !session.value.mustChangePassword) return session;
		return err(createProblem('password-change-required'));
	};
}

/** An account as stored: who may sign in, and which of his sessions count. */
import * as z from 'zod/mini';
import { Nip } from '#lib/domain/nip.ts';

export const ACCOUNT_PREFIX = 'account:';
export const accountId = (nip: Nip): string => `${ACCOUNT_PREFIX}${nip}`;

export const Account = z.looseObject({
	_id: z.string(),
	_rev: z.optional(z.string()),
	schema: z.int(),
	nip: Nip,
	/** argon2id, with its salt and cost; of a start code what start-code.ts makes of it. */
	hash: z.string(),
	/** The password was handed out and must be replaced before anything else. */
	startCode: z.boolean(),
	disabled: z.boolean(),
	/** Sessions of an earlier epoch are over. */
	epoch: z.int().check(z.nonnegative()),
	/** Sessions of this epoch that were signed out before they ended by themselves. */
	revoked: z.array(z.string()),
	/** Every other session of this epoch that began until then is over: the person signed out elsewhere. */
	only: z.optional(z.object({ id: z.string(), at: z.int() })),
	role: z.string()
});
export type Account = z.infer<typeof Account>;

export function newAccount(
	nip: Nip,
	password: { readonly hash: string; readonly startCode: boolean }
): Account {
	const { hash, startCode } = password;
	const state = { disabled: false, epoch: 0, revoked: [], role: 'employee' };
	return { _id: accountId(nip), schema: 1, nip, hash, startCode, ...state };
}

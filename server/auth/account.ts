/** An account as stored: who may sign in, and which of his sessions count. */
import * as z from 'zod/mini';
import { Nip } from '#lib/domain/nip.ts';

export const ACCOUNT_PREFIX = 'account:';
export const accountId = (nip: Nip): string => `${ACCOUNT_PREFIX}${nip}`;

/**
 * What an account may be marked as. Nothing asks for it yet: who decides about whose work follows from
 * supervision alone, and what an administrator does he does on the server's machine.
 */
export const ROLES = [
	'employee',
	'performance-officer',
	'hr-officer',
	'unit-admin',
	'region-admin'
] as const;
type Role = (typeof ROLES)[number];
export const isRole = (text: string): text is Role => ROLES.some((role) => role === text);

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
	/** One of ROLES; others from before there was a list keep nobody from signing in. */
	role: z.string()
});
export type Account = z.infer<typeof Account>;

export function newAccount(
	nip: Nip,
	password: { readonly hash: string; readonly startCode: boolean }
): Account {
	const { hash, startCode } = password;
	const role: Role = 'employee';
	const state = { disabled: false, epoch: 0, revoked: [], role };
	return { _id: accountId(nip), schema: 1, nip, hash, startCode, ...state };
}

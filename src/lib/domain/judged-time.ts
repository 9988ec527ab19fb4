/**
 * The time that counts (I12). A device says when something was recorded; the rule decides whether
 * its word stands. `earliest` is the later of the signed contact the device held and the judged time
 * of its previous mutation. A claim inside [earliest, receivedAt] stands. Outside it, after a clock
 * jump, without a contact, or when the contact is older than the trusted days, the time is unproven:
 * judged at receipt, marked, and left to the reviewer to confirm.
 */
import * as z from 'zod/mini';
import { DAY_MS } from './day.ts';

/** Clocks drift a little between two contacts; a claim this far outside is pulled to the edge. */
export const DRIFT_TOLERANCE_MS = 120_000;

export const Judged = z.object({ at: z.int(), proven: z.boolean() });
export type Judged = z.infer<typeof Judged>;

export type Claim = {
	/** The device's corrected clock when the person acted. */
	readonly recordedAt: number;
	readonly clockJumped: boolean;
	/** Time in the signed contact token the device held then; absent if it had none. */
	readonly contactAt: number | undefined;
	/** Judged time of the device's previous mutation, as far as known. */
	readonly previousAt: number | undefined;
	readonly receivedAt: number;
};

/** Why a claim can't stand; the first that applies. */
export type Doubt =
	'clock-jumped' | 'no-contact' | 'long-offline' | 'before-what-was-known' | 'after-receipt';

/** What makes the time of `claim` doubtful; nothing when it stands. */
export function doubtOf(claim: Claim, offlineTrustDays: number): Doubt | undefined {
	const { recordedAt, contactAt, receivedAt } = claim;
	if (claim.clockJumped) return 'clock-jumped';
	if (contactAt === undefined) return 'no-contact';
	if (receivedAt - contactAt > offlineTrustDays * DAY_MS) return 'long-offline';
	if (recordedAt < earliestOf(claim) - DRIFT_TOLERANCE_MS) return 'before-what-was-known';
	if (recordedAt > receivedAt + DRIFT_TOLERANCE_MS) return 'after-receipt';
	return undefined;
}

export function judgeTime(claim: Claim, offlineTrustDays: number): Judged {
	const { recordedAt, receivedAt } = claim;
	if (doubtOf(claim, offlineTrustDays)) return { at: receivedAt, proven: false };
	return { at: Math.min(Math.max(recordedAt, earliestOf(claim)), receivedAt), proven: true };
}

const earliestOf = ({ contactAt = 0, previousAt = 0 }: Claim): number =>
	Math.max(contactAt, previousAt);

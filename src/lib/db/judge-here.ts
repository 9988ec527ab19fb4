/**
 * The time that counts as far as this device can say (I12). The door for writes and the screens before
 * it ask the same function, so that a screen says beforehand what will be written.
 */
import { DAY_MS } from '../domain/day.ts';
import { type Directory, trustDaysOf } from '../domain/facts.ts';
import { type Claim, type Doubt, doubtOf, type Judged, judgeTime } from '../domain/judged-time.ts';
import { type Nip } from '../domain/nip.ts';
import { type Clock, seeClock } from './clock.ts';
import { type Contact } from './meta.ts';

export type TimeKnown = {
	readonly clock: Clock;
	readonly contact: Contact | undefined;
	/** Judged time of the last mutation still waiting whose time is proven. */
	readonly previousAt: number | undefined;
};

type Asked = {
	readonly directory: Directory;
	readonly actor: Nip;
	/** The device's corrected clock. */
	readonly recordedAt: number;
};

/** How the time of something recorded now is judged. */
export function judgeHere(known: TimeKnown, asked: Asked): Judged {
	return judgeTime(claimOf(known, asked), trustDays(known, asked));
}

export type DoubtHere = { readonly doubt: Doubt; /** Whole days. */ readonly daysOffline: number };

/** Why {@link judgeHere} would call the time unproven; nothing when it stands. */
export function doubtHere(known: TimeKnown, asked: Asked): DoubtHere | undefined {
	const doubt = doubtOf(claimOf(known, asked), trustDays(known, asked));
	const offlineMs = asked.recordedAt - (known.contact?.at ?? asked.recordedAt);
	return doubt && { doubt, daysOffline: Math.floor(offlineMs / DAY_MS) };
}

/** `known` with the clock as it is seen at `now`, the corrected time: a step back is noticed at once. */
export function knownAt(known: TimeKnown, now: number): TimeKnown {
	return { ...known, clock: seeClock(known.clock, now - known.clock.offsetMs) };
}

const claimOf = ({ clock, contact, previousAt }: TimeKnown, { recordedAt }: Asked): Claim => ({
	recordedAt,
	clockJumped: clock.jumped,
	contactAt: contact?.at,
	previousAt,
	receivedAt: recordedAt
});

const trustDays = ({ contact }: TimeKnown, { directory, actor, recordedAt }: Asked): number =>
	trustDaysOf(directory, { actor, at: recordedAt, contactAt: contact?.at });

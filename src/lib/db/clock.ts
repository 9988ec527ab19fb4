/**
 * The device's clock as far as it can be believed (I12): its offset to the server, measured at the
 * last contact, and whether it was seen going back since. Only a step back is noticed: after a sleep
 * of the device a step forward looks the same as time that passed, and by itself it gains nothing.
 */
import { DRIFT_TOLERANCE_MS } from '../domain/judged-time.ts';

export type Clock = {
	readonly offsetMs: number;
	/** Highest time the device's own clock has shown since the last contact. */
	readonly highestSeenAt: number;
	readonly jumped: boolean;
};

export const UNSEEN_CLOCK: Clock = { offsetMs: 0, highestSeenAt: 0, jumped: false };

/** A higher time is worth a write only this often. */
const NOTICE_EVERY_MS = 60_000;

/** The clock after it was seen at `deviceNow`; the same object when there is nothing to store. */
export function seeClock(clock: Clock, deviceNow: number): Clock {
	if (deviceNow < clock.highestSeenAt - DRIFT_TOLERANCE_MS) {
		return clock.jumped ? clock : { ...clock, jumped: true };
	}
	if (deviceNow < clock.highestSeenAt + NOTICE_EVERY_MS) return clock;
	return { ...clock, highestSeenAt: deviceNow };
}

export const correctedNow = (clock: Clock, deviceNow: number): number =>
	Math.max(0, Math.round(deviceNow + clock.offsetMs));

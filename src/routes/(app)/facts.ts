/** What the rules would know if the person acted now; so screens say beforehand what apply() will. */
import {
	doubtHere,
	type DoubtHere,
	judgeHere,
	knownAt,
	type TimeKnown
} from '#lib/db/judge-here.ts';
import { type Day } from '#lib/domain/day.ts';
import { type Directory, type Facts, factsFor } from '#lib/domain/facts.ts';
import { type Nip } from '#lib/domain/nip.ts';

export type Moment = {
	readonly actor: Nip;
	readonly owner: Nip;
	readonly date: Day;
	readonly now: number;
	/**
	 * What the device knows of the time; needed before something new is recorded. Absent where only the
	 * rules in force matter: then the clock is believed.
	 */
	readonly time?: TimeKnown | undefined;
};

export function factsNow(directory: Directory, { actor, owner, date, now, time }: Moment): Facts {
	const judged = time
		? judgeHere(knownAt(time, now), { directory, actor, recordedAt: now })
		: { at: now, proven: true };
	const contactAt = time ? time.contact?.at : now;
	return factsFor(directory, { actor, owner, date, judged, contactAt, receivedAt: null });
}

/** Why the time of something recorded at `now` would be called unproven; nothing when it stands. */
export function doubtNow(
	directory: Directory,
	{ actor, now, time }: Pick<Moment, 'actor' | 'now' | 'time'>
): DoubtHere | undefined {
	return time && doubtHere(knownAt(time, now), { directory, actor, recordedAt: now });
}

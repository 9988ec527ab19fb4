/** What the rules would know if the person acted now; so screens say beforehand what apply() will. */
import { type Day } from '#lib/domain/day.ts';
import { type Directory, type Facts, factsFor } from '#lib/domain/facts.ts';
import { type Nip } from '#lib/domain/nip.ts';

export type Moment = {
	readonly actor: Nip;
	readonly owner: Nip;
	readonly date: Day;
	readonly now: number;
};

export function factsNow(directory: Directory, { actor, owner, date, now }: Moment): Facts {
	const judged = { at: now, proven: true };
	return factsFor(directory, { actor, owner, date, judged, contactAt: now, receivedAt: null });
}

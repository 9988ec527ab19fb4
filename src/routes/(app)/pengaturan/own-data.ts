/** What the agency's data say of a person: who he is, where he works, who supervises him since when. */
import { type Day } from '#lib/domain/day.ts';
import { type Directory } from '#lib/domain/facts.ts';
import { type Nip } from '#lib/domain/nip.ts';
import { type AssignmentKind, assignmentsOn, reviewerOn } from '#lib/domain/supervision.ts';

export type OwnData = {
	readonly name: string;
	readonly unit: string | undefined;
	readonly supervisor: Supervisor | undefined;
};

export type Supervisor = {
	readonly name: string;
	readonly kind: AssignmentKind;
	/** Not known when he supervises because the person acts for his own supervisor. */
	readonly since: Day | undefined;
};

/** As of `today`; a person without a card is called by his number. */
export function ownData(directory: Directory, nip: Nip, today: Day): OwnData {
	const person = directory.person(nip);
	return {
		name: person?.name ?? nip,
		unit: person && directory.unit(person.unit)?.name,
		supervisor: supervisorOn(directory, nip, today)
	};
}

function supervisorOn(directory: Directory, nip: Nip, today: Day): Supervisor | undefined {
	const reviewer = reviewerOn((owner) => directory.supervision(owner), nip, today);
	if (!reviewer) return undefined;
	const counting = assignmentsOn(directory.supervision(nip), today).find(
		({ supervisor, kind }) => supervisor === reviewer.nip && kind === reviewer.kind
	);
	const name = directory.person(reviewer.nip)?.name ?? reviewer.nip;
	return { name, kind: reviewer.kind, since: counting?.validFrom };
}

/** For which posts a reviewer stands in as Plt or Plh, and from when to when. */
import { type Day } from '#lib/domain/day.ts';
import { type Directory } from '#lib/domain/facts.ts';
import { type Nip } from '#lib/domain/nip.ts';
import { type Assignment, assignmentsOn, reviewerOn } from '#lib/domain/supervision.ts';

export type Acting = {
	readonly kind: 'ACTING' | 'DAILY_ACTING';
	/** Whose post it is, if that is known. */
	readonly holder: Nip | undefined;
	readonly from: Day;
	/** Absent: until further notice. */
	readonly to?: Day;
};

/** A day on which somebody's work is reviewed. */
export type Case = { readonly owner: Nip; readonly day: Day };

/**
 * In which capacity `reviewer` decides about work that waits for him, by the day of the work or else by today;
 * nothing where it is his own.
 */
export function capacityIn(
	directory: Pick<Directory, 'supervision'>,
	reviewer: Nip,
	{ owner, day, today }: Case & { readonly today: Day }
): Acting['kind'] | undefined {
	const of = (nip: Nip) => directory.supervision(nip);
	const counting = [day, today]
		.map((each) => reviewerOn(of, owner, each))
		.find((each) => each?.nip === reviewer);
	return counting?.kind === 'DEFINITIVE' ? undefined : counting?.kind;
}

/** Each assignment under which `reviewer` acts in these cases, once. */
export function actingsOf(
	directory: Pick<Directory, 'supervision'>,
	reviewer: Nip,
	cases: readonly Case[]
): Acting[] {
	const found = new Map<string, Acting>();
	for (const each of cases) {
		const acting = actingIn(directory, reviewer, each);
		if (acting) found.set(JSON.stringify(acting), acting);
	}
	return [...found.values()].sort((a, b) => a.from.localeCompare(b.from));
}

function actingIn(
	directory: Pick<Directory, 'supervision'>,
	reviewer: Nip,
	{ owner, day }: Case
): Acting | undefined {
	const of = (nip: Nip) => directory.supervision(nip);
	const counting = reviewerOn(of, owner, day);
	if (counting?.nip !== reviewer || counting.kind === 'DEFINITIVE') return undefined;
	const assignments = assignmentsOn(of(owner), day);
	const own = assignments.find(
		({ supervisor, kind }) => supervisor === reviewer && kind === counting.kind
	);
	return own && { kind: counting.kind, holder: holderAmong(assignments), ...spanOf(own) };
}

const holderAmong = (assignments: readonly Assignment[]): Nip | undefined =>
	assignments.find(({ kind }) => kind === 'DEFINITIVE')?.supervisor;

const spanOf = ({ validFrom, validTo }: Assignment) => ({
	from: validFrom,
	...(validTo !== undefined && { to: validTo })
});

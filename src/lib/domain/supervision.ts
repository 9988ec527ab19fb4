/**
 * Who supervises whom, by date. A card's `supervision` document lists assignments; on a day the
 * most temporary one counts: Plh (daily acting) before Plt (acting) before definitive.
 *
 * Nobody reviews himself: while a person holds his own supervisor's post, the reviewer is that
 * post's superior, found one step further up.
 */
import * as z from 'zod/mini';
import { Day } from './day.ts';
import { WorkDocument } from './document.ts';
import { Nip } from './nip.ts';

export const AssignmentKind = z.enum(['DEFINITIVE', 'ACTING', 'DAILY_ACTING']);
export type AssignmentKind = z.infer<typeof AssignmentKind>;

export const Assignment = z.object({
	supervisor: Nip,
	kind: AssignmentKind,
	validFrom: Day,
	validTo: z.optional(Day),
	/** Since when anybody could know it; absent in older data. */
	publishedAt: z.optional(z.int())
});
export type Assignment = z.infer<typeof Assignment>;

export const Supervision = z.extend(WorkDocument, { assignments: z.array(Assignment) });
export type Supervision = z.infer<typeof Supervision>;

/** The assignments anybody could know at `at`. */
export function supervisionKnownAt(
	supervision: Supervision | undefined,
	at: number
): Supervision | undefined {
	if (!supervision) return undefined;
	const isKnown = ({ publishedAt = 0 }: Assignment) => publishedAt <= at;
	return { ...supervision, assignments: supervision.assignments.filter(isKnown) };
}

const PRECEDENCE: Record<AssignmentKind, number> = { DAILY_ACTING: 2, ACTING: 1, DEFINITIVE: 0 };
/** Longest chain of people who act for each other; a longer one is a fault in the data. */
const MAX_STEPS = 4;

export type SupervisionOf = (nip: Nip) => Supervision | undefined;
export type Reviewer = { readonly nip: Nip; readonly kind: AssignmentKind };

/** Assignments that cover `day`, the one that counts first; of two alike the one listed last. */
export function assignmentsOn(supervision: Supervision | undefined, day: Day): Assignment[] {
	const covering = (supervision?.assignments ?? []).filter(
		({ validFrom, validTo }) => validFrom <= day && (validTo === undefined || day <= validTo)
	);
	return covering
		.reverse()
		.sort(
			(a, b) => PRECEDENCE[b.kind] - PRECEDENCE[a.kind] || compareDays(b.validFrom, a.validFrom)
		);
}

const compareDays = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0);

/** Who reviews `owner`'s work on `day`; nothing when that isn't known ("atasan belum diatur"). */
export function reviewerOn(of: SupervisionOf, owner: Nip, day: Day): Reviewer | undefined {
	let subject = owner;
	for (let step = 0; step < MAX_STEPS; step += 1) {
		const assignments = assignmentsOn(of(subject), day);
		const counting = assignments[0];
		if (!counting) return undefined;
		if (counting.supervisor !== owner) return { nip: counting.supervisor, kind: counting.kind };
		const held = assignments.find((assignment) => assignment.supervisor !== owner);
		if (!held) return undefined;
		subject = held.supervisor;
	}
	return undefined;
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aSupervision, BUDI, definitive, RATNA, SITI, TODAY } from '#tests/support/factories.ts';
import { addDays } from './day.ts';
import { type Assignment, AssignmentKind, reviewerOn, type SupervisionOf } from './supervision.ts';

const DEWI = '198505052010012004';
const OUTSIDER = '197505051999031005';

const supervisionOf = (assignments: Record<string, Assignment[]>): SupervisionOf => {
	return (nip) => (assignments[nip] ? aSupervision(nip, assignments[nip]) : undefined);
};

const from = (supervisor: string, validFrom: string, validTo?: string): Assignment => ({
	supervisor,
	kind: 'DEFINITIVE',
	validFrom,
	...(validTo && { validTo })
});
const acting = (supervisor: string): Assignment => ({ ...definitive(supervisor), kind: 'ACTING' });
/** Plh for a week around today. */
const dailyActing = (supervisor: string): Assignment => ({
	supervisor,
	kind: 'DAILY_ACTING',
	validFrom: addDays(TODAY, -3),
	validTo: addDays(TODAY, 3)
});

describe('reviewerOn', () => {
	test('the definitive supervisor reviews', () => {
		const of = supervisionOf({ [SITI]: [definitive(BUDI)] });
		expect(reviewerOn(of, SITI, TODAY)).toEqual({ nip: BUDI, kind: 'DEFINITIVE' });
	});

	test('nobody is known where nothing is entered, nor outside the dates', () => {
		const of = supervisionOf({ [SITI]: [from(BUDI, '2026-12-01')], [BUDI]: [] });
		expect(reviewerOn(of, SITI, TODAY)).toBeUndefined();
		expect(reviewerOn(of, BUDI, TODAY)).toBeUndefined();
		expect(reviewerOn(of, DEWI, TODAY)).toBeUndefined();
	});

	test('an assignment holds from its first day to its last, both included', () => {
		const of = supervisionOf({
			[SITI]: [from(BUDI, '2026-01-01', '2026-11-23'), from(DEWI, '2026-11-24', '2026-11-24')]
		});
		const days = ['2025-12-31', '2026-01-01', '2026-11-23', '2026-11-24', '2026-11-25'];
		expect(days.map((day) => reviewerOn(of, SITI, day)?.nip)).toEqual([
			undefined,
			BUDI,
			BUDI,
			DEWI,
			undefined
		]);
	});

	test('a Plh goes before a Plt, a Plt before the definitive supervisor', () => {
		const all = [definitive(BUDI), dailyActing(OUTSIDER), acting(DEWI)];
		const of = supervisionOf({ [SITI]: all, [DEWI]: [definitive(BUDI), acting(OUTSIDER)] });
		expect(reviewerOn(of, SITI, TODAY)).toEqual({ nip: OUTSIDER, kind: 'DAILY_ACTING' });
		expect(reviewerOn(of, SITI, addDays(TODAY, 4))).toEqual({ nip: DEWI, kind: 'ACTING' });
		expect(reviewerOn(of, DEWI, TODAY)).toEqual({ nip: OUTSIDER, kind: 'ACTING' });
	});

	test('of two of a kind the one that began later counts, and of two alike the one listed last', () => {
		const later = supervisionOf({ [SITI]: [from(DEWI, '2026-06-01'), from(BUDI, '2026-01-01')] });
		expect(reviewerOn(later, SITI, TODAY)?.nip).toBe(DEWI);
		const alike = [DEWI, BUDI, OUTSIDER].map((nip) => from(nip, '2026-01-01'));
		expect(reviewerOn(supervisionOf({ [SITI]: alike }), SITI, TODAY)?.nip).toBe(OUTSIDER);
	});

	test("whoever holds his own supervisor's post as Plh is reviewed by that post's superior", () => {
		const of = supervisionOf({
			[SITI]: [definitive(BUDI), dailyActing(SITI)],
			[DEWI]: [definitive(BUDI), dailyActing(SITI)],
			[BUDI]: [definitive(RATNA)]
		});
		expect(reviewerOn(of, SITI, TODAY)).toEqual({ nip: RATNA, kind: 'DEFINITIVE' });
		expect(reviewerOn(of, DEWI, TODAY)).toEqual({ nip: SITI, kind: 'DAILY_ACTING' });
		expect(reviewerOn(of, SITI, addDays(TODAY, 4))?.nip).toBe(BUDI);
	});

	test("the superior's own Plh takes his place, and a second post held is passed over too", () => {
		const heldByDewi = supervisionOf({
			[SITI]: [definitive(BUDI), dailyActing(SITI)],
			[BUDI]: [definitive(RATNA), dailyActing(DEWI)]
		});
		expect(reviewerOn(heldByDewi, SITI, TODAY)).toEqual({ nip: DEWI, kind: 'DAILY_ACTING' });
		const heldBySiti = supervisionOf({
			[SITI]: [definitive(BUDI), dailyActing(SITI)],
			[BUDI]: [definitive(RATNA), acting(SITI)],
			[RATNA]: [definitive(OUTSIDER)]
		});
		expect(reviewerOn(heldBySiti, SITI, TODAY)).toEqual({ nip: OUTSIDER, kind: 'DEFINITIVE' });
	});

	test('a person entered as his own only supervisor has none', () => {
		expect(reviewerOn(supervisionOf({ [SITI]: [definitive(SITI)] }), SITI, TODAY)).toBeUndefined();
	});

	test('nobody ever reviews himself, and a circle in the data ends', () => {
		const people = [SITI, BUDI, RATNA, DEWI];
		const somebody = fc.constantFrom(...people);
		const someAssignment = fc.record({
			supervisor: somebody,
			kind: fc.constantFrom(...AssignmentKind.options),
			validFrom: fc.constantFrom('2026-01-01', TODAY, '2026-12-01')
		});
		const someOffice = fc.record(
			Object.fromEntries(people.map((nip) => [nip, fc.array(someAssignment, { maxLength: 3 })]))
		);
		fc.assert(
			fc.property(someOffice, somebody, (office, owner) => {
				expect(reviewerOn(supervisionOf(office), owner, TODAY)?.nip).not.toBe(owner);
			})
		);
	});
});

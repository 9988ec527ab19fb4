import { describe, expect, test } from 'vitest';
import { type Assignment } from '#lib/domain/supervision.ts';
import {
	aPerson,
	aSupervision,
	BUDI,
	definitive,
	RATNA,
	SITI,
	TODAY
} from '#tests/support/factories.ts';
import { ServerDirectory } from './directory.ts';
import { scopeOf } from './scope.ts';

const STRANGER = '196501011990031009';
const OUTSIDER = '196001011985031001';

type Supervised = Record<string, Assignment[]>;

/** Siti is supervised by Budi, Budi by Ratna; posts are named after the person. */
function aDirectoryOf(more: Supervised = {}): ServerDirectory {
	const directory = new ServerDirectory();
	const supervised: Supervised = {
		[SITI]: [definitive(BUDI)],
		[BUDI]: [definitive(RATNA)],
		...more
	};
	for (const nip of [SITI, BUDI, RATNA, ...Object.keys(more)]) {
		directory.put(aPerson(nip, { position: `post-${nip.slice(0, 4)}` }));
	}
	for (const [nip, assignments] of Object.entries(supervised)) {
		directory.put(aSupervision(nip, assignments));
	}
	return directory;
}

const own = (nip: string) => [
	'all',
	`jpost-${nip.slice(0, 4)}`,
	`p${nip}.2025`,
	`p${nip}.2026`,
	`r${nip}.2025`,
	`r${nip}.2026`,
	`t${nip}`
];
const reviewed = (nip: string) => [
	`jpost-${nip.slice(0, 4)}`,
	`p${nip}.2026`,
	`r${nip}.2026`,
	`t${nip}`
];
const sorted = (...feeds: string[]) => [...new Set(feeds)].sort();
const between = (supervisor: string, validFrom: string, validTo: string): Assignment => ({
	supervisor,
	kind: 'DEFINITIVE',
	validFrom,
	validTo
});

describe('scopeOf', () => {
	test('an employee holds his work, reviews, card and post, his supervisor’s card, and what is common', () => {
		expect(scopeOf(aDirectoryOf(), SITI, TODAY)).toEqual(sorted(...own(SITI), `t${BUDI}`));
	});

	test('a supervisor holds what those he reviews hold of their own, and his own', () => {
		expect(scopeOf(aDirectoryOf(), BUDI, TODAY)).toEqual(
			sorted(...own(BUDI), `t${RATNA}`, ...reviewed(SITI))
		);
	});

	test('the superior of a supervisor holds the reviews two levels below, and nothing else of theirs', () => {
		expect(scopeOf(aDirectoryOf(), RATNA, TODAY)).toEqual(
			sorted(...own(RATNA), ...reviewed(BUDI), `r${SITI}.2026`)
		);
	});

	test('a supervisor of 30 holds the work, reviews and card of each', () => {
		const staff = Array.from({ length: 30 }, (_, index) => `1990010120150120${String(index + 10)}`);
		const directory = aDirectoryOf(
			Object.fromEntries(staff.map((nip) => [nip, [definitive(BUDI)]]))
		);
		const scope = scopeOf(directory, BUDI, TODAY);
		for (const nip of staff) expect(scope).toEqual(expect.arrayContaining(reviewed(nip)));
		expect(scope).toHaveLength(sorted(...own(BUDI), `t${RATNA}`, ...reviewed(SITI)).length + 90);
	});

	test('in January last year is held too', () => {
		const scope = scopeOf(aDirectoryOf(), BUDI, '2027-01-31');
		expect(scope).toEqual(
			expect.arrayContaining([`p${SITI}.2026`, `p${SITI}.2027`, `r${SITI}.2026`])
		);
		expect(scopeOf(aDirectoryOf(), BUDI, '2027-02-01')).not.toContain(`p${SITI}.2026`);
	});

	test('whoever was supervised two months ago is held, and goes when it is longer ago', () => {
		const directory = aDirectoryOf({
			[SITI]: [
				between(BUDI, '2020-01-01', '2026-09-30'),
				{ ...definitive(RATNA), validFrom: '2026-10-01' }
			]
		});
		expect(scopeOf(directory, BUDI, '2026-11-24')).toContain(`p${SITI}.2026`);
		expect(scopeOf(directory, RATNA, '2026-11-24')).toContain(`p${SITI}.2026`);
		expect(scopeOf(directory, BUDI, '2026-12-24').filter((feed) => feed.includes(SITI))).toEqual(
			[]
		);
	});

	test('a Plh holds the work of the week he reviews, and for as long as that is not closed', () => {
		const directory = aDirectoryOf({
			[SITI]: [
				definitive(BUDI),
				{
					supervisor: STRANGER,
					kind: 'DAILY_ACTING',
					validFrom: '2026-11-16',
					validTo: '2026-11-20'
				}
			]
		});
		expect(
			scopeOf(directory, STRANGER, '2026-11-15').filter((feed) => feed.includes(SITI))
		).toEqual([]);
		expect(scopeOf(directory, STRANGER, '2026-11-18')).toContain(`p${SITI}.2026`);
		expect(scopeOf(directory, STRANGER, '2026-11-24')).toContain(`p${SITI}.2026`);
		// The definitive supervisor reviewed the days before and after.
		expect(scopeOf(directory, BUDI, '2026-11-18')).toContain(`p${SITI}.2026`);
	});

	test('while a person is Plh of his own supervisor, that post’s superior reviews him', () => {
		const directory = aDirectoryOf({
			[SITI]: [
				definitive(BUDI),
				{ supervisor: SITI, kind: 'DAILY_ACTING', validFrom: '2026-11-23', validTo: '2026-11-27' }
			]
		});
		expect(scopeOf(directory, RATNA, TODAY)).toContain(`p${SITI}.2026`);
		expect(scopeOf(directory, SITI, TODAY)).toEqual(
			expect.arrayContaining([`t${BUDI}`, `t${RATNA}`])
		);
		expect(scopeOf(aDirectoryOf(), RATNA, TODAY)).not.toContain(`p${SITI}.2026`);
	});

	test('a supervisor outside the agency, of whom nothing else is known, holds those he reviews', () => {
		const directory = aDirectoryOf({ [BUDI]: [definitive(OUTSIDER)] });
		expect(scopeOf(directory, OUTSIDER, TODAY)).toEqual(
			sorted(
				...own(OUTSIDER).filter((feed) => !feed.startsWith('j')),
				...reviewed(BUDI),
				`r${SITI}.2026`
			)
		);
	});

	test('whoever has no known supervisor holds his own', () => {
		const directory = aDirectoryOf({ [SITI]: [] });
		expect(scopeOf(directory, SITI, TODAY)).toEqual(own(SITI));
	});

	test('nobody holds anything of a stranger (I9)', () => {
		const directory = aDirectoryOf({ [STRANGER]: [definitive(OUTSIDER)] });
		for (const person of [SITI, BUDI, RATNA]) {
			const scope = scopeOf(directory, person, TODAY);
			expect(scope.filter((feed) => feed.includes(STRANGER))).toEqual([]);
		}
	});

	test('an employee holds nothing of a colleague or of what his supervisor holds (I9)', () => {
		const directory = aDirectoryOf({ [STRANGER]: [definitive(BUDI)] });
		const scope = scopeOf(directory, STRANGER, TODAY);
		expect(scope.filter((feed) => feed.includes(SITI))).toEqual([]);
		expect(scope.filter((feed) => feed.includes(BUDI))).toEqual([`t${BUDI}`]);
	});
});

import { expect, test } from 'vitest';
import { type Directory } from '#lib/domain/facts.ts';
import { type Assignment } from '#lib/domain/supervision.ts';
import { BUDI, RATNA, SITI } from '#tests/support/factories.ts';
import { ownData } from './own-data.ts';

const TODAY = '2026-11-24';
const NAMES: Record<string, string> = { [SITI]: 'Siti Contoh', [BUDI]: 'Budi Contoh' };

/** What the device holds when `assignments` are those of each person. */
function aDirectory(assignments: Record<string, Assignment[]>): Directory {
	return {
		person: (nip: string) => NAMES[nip] && { nip, name: NAMES[nip], unit: 'perpustakaan' },
		unit: () => ({ name: 'Dinas Perpustakaan' }),
		supervision: (nip: string) => assignments[nip] && { assignments: assignments[nip] },
		settings: () => undefined,
		calendar: () => undefined
	} as unknown as Directory; // as much of the documents as is looked at
}

test('the supervisor counts since the first day of the assignment', () => {
	const directory = aDirectory({
		[SITI]: [
			{ supervisor: RATNA, kind: 'DEFINITIVE', validFrom: '2024-01-02', validTo: '2026-06-30' },
			{ supervisor: BUDI, kind: 'DEFINITIVE', validFrom: '2026-07-01' }
		]
	});
	expect(ownData(directory, SITI, TODAY)).toEqual({
		name: 'Siti Contoh',
		unit: 'Dinas Perpustakaan',
		supervisor: { name: 'Budi Contoh', kind: 'DEFINITIVE', since: '2026-07-01' }
	});
});

test('who acts for his own supervisor is supervised from one step up, since a day not told', () => {
	const directory = aDirectory({
		[SITI]: [
			{ supervisor: SITI, kind: 'ACTING', validFrom: '2026-11-01' },
			{ supervisor: RATNA, kind: 'DEFINITIVE', validFrom: '2024-01-02' }
		],
		[RATNA]: [{ supervisor: BUDI, kind: 'DEFINITIVE', validFrom: '2024-01-02' }]
	});
	expect(ownData(directory, SITI, TODAY).supervisor).toEqual({
		name: 'Budi Contoh',
		kind: 'DEFINITIVE',
		since: undefined
	});
});

test('nothing known is said as nothing', () => {
	const nobody = { name: RATNA, unit: undefined, supervisor: undefined };
	expect(ownData(aDirectory({}), RATNA, TODAY)).toEqual(nobody);
});

import { expect, test } from 'vitest';
import { aDirectory, BUDI, definitive, RATNA, SITI, TODAY } from '#tests/support/factories.ts';
import { actingsOf, capacityIn } from './acting.ts';

const OTHER = '198501012010011004';
const plh = {
	supervisor: OTHER,
	kind: 'DAILY_ACTING',
	validFrom: '2026-11-23',
	validTo: '2026-11-27'
} as const;
const directory = aDirectory({ supervision: { [SITI]: [definitive(BUDI), plh] } });
const cases = (...days: string[]) => days.map((day) => ({ owner: SITI, day }));

test('a Plh is told whose post it is, and from when to when, once', () => {
	expect(actingsOf(directory, OTHER, cases(TODAY, '2026-11-25'))).toEqual([
		{ kind: 'DAILY_ACTING', holder: BUDI, from: '2026-11-23', to: '2026-11-27' }
	]);
});

test('before and after, and for whoever decides in his own post, there is nothing to tell', () => {
	expect(actingsOf(directory, OTHER, cases('2026-11-22', '2026-11-28'))).toEqual([]);
	expect(actingsOf(directory, BUDI, cases('2026-11-22'))).toEqual([]);
	expect(actingsOf(directory, RATNA, cases(TODAY))).toEqual([]);
});

test('a Plt without an end has none', () => {
	const { validTo: _end, ...open } = { ...plh, kind: 'ACTING' as const };
	const acting = aDirectory({ supervision: { [SITI]: [open] } });
	expect(actingsOf(acting, OTHER, cases(TODAY))).toEqual([
		{ kind: 'ACTING', holder: undefined, from: '2026-11-23' }
	]);
});

test('work of a day before he stood in is decided in that capacity too, while he stands in', () => {
	const of = (reviewer: string, day: string, today: string) =>
		capacityIn(directory, reviewer, { owner: SITI, day, today });
	expect(of(OTHER, '2026-11-20', TODAY)).toBe('DAILY_ACTING');
	expect(of(OTHER, TODAY, '2026-11-30')).toBe('DAILY_ACTING');
	expect(of(OTHER, '2026-11-20', '2026-11-30')).toBeUndefined();
	expect(of(BUDI, '2026-11-20', TODAY)).toBeUndefined();
});

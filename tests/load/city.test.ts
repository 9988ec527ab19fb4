import { describe, expect, test } from 'vitest';
import { parseNip } from '#lib/domain/nip.ts';
import { CITY_PEOPLE, cityFiles } from './city.ts';

/** The paper's figure 1: civil servants of Kupang in 2021 by age. */
const PAPER = { '18-25': 47, '26-35': 696, '36-45': 1_725, 'above 45': 2_733 };

const nips = cityFiles().pegawai?.map(({ nip }) => String(nip)) ?? [];
const ageIn2021 = (nip: string): number => 2021 - Number(nip.slice(0, 4));

function groupOf(age: number): string {
	if (age < 18) return 'too young';
	if (age <= 25) return '18-25';
	if (age <= 35) return '26-35';
	return age <= 45 ? '36-45' : 'above 45';
}

describe('the made-up city', () => {
	test('has 5,201 people, each with a number of his own that can be', () => {
		expect(CITY_PEOPLE).toBe(5_201);
		expect(nips).toHaveLength(5_201);
		expect(new Set(nips).size).toBe(5_201);
		expect(nips.filter((nip) => !parseNip(nip, 'PNS').ok)).toEqual([]);
	});

	test('has the age groups of the paper, and nobody past retirement', () => {
		const groups = new Map<string, number>();
		for (const nip of nips) {
			const group = groupOf(ageIn2021(nip));
			groups.set(group, (groups.get(group) ?? 0) + 1);
		}
		expect(Object.fromEntries(groups)).toEqual(PAPER);
		expect(Math.max(...nips.map(ageIn2021))).toBeLessThanOrEqual(58);
	});

	test('is led by its oldest, and everybody else has a supervisor', () => {
		const supervised = cityFiles().atasan ?? [];
		expect(supervised).toHaveLength(5_200);
		expect(supervised.map(({ nip }) => nip)).not.toContain(nips[0]);
		expect(ageIn2021(nips[0] ?? '')).toBe(Math.max(...nips.map(ageIn2021)));
	});
});

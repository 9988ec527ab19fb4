import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EmploymentType, formatNip, Nip, normaliseNip, parseNip } from './nip.ts';

/** Published examples: a PNS appointed in May 2015, and a PPPK of 2021 with the code 21. */
const PNS = '198609262015051001';
const PPPK = '198104212021211003';

const someType = fc.constantFrom(...EmploymentType.options);
const digits = (max: number, length: number) =>
	fc.integer({ min: 1, max }).map((value) => String(value).padStart(length, '0'));
const someParts = fc.record({
	birth: fc
		.date({ min: new Date('1950-01-01'), max: new Date('2008-12-31'), noInvalidDate: true })
		.map((date) => date.toISOString().slice(0, 10).replaceAll('-', '')),
	age: fc.integer({ min: 16, max: 40 }),
	month: digits(12, 2),
	code: digits(99, 2),
	sex: fc.constantFrom('1', '2'),
	serial: digits(999, 3)
});

describe('parseNip', () => {
	test('the published number of a PNS is accepted, spaces and all', () => {
		expect(parseNip('19860926 201505 1 001', 'PNS')).toEqual({ ok: true, value: PNS });
	});

	test("a CPNS's number is that of a PNS", () => {
		expect(parseNip(PNS, 'CPNS')).toEqual({ ok: true, value: PNS });
	});

	test("the published number of a PPPK is accepted: its digits 13-14 aren't a month", () => {
		expect(parseNip(PPPK, 'PPPK')).toEqual({ ok: true, value: PPPK });
	});

	test('the same number is none of a PNS', () => {
		expect(parseNip(PPPK, 'PNS')).toEqual({
			ok: false,
			error: { type: 'nip-refused', reason: 'appointment' }
		});
	});

	test.each([
		['', 'PNS', 'not-18-digits'],
		['131234567', 'PNS', 'not-18-digits'], // the old 9-digit NIP
		['19860926201505100', 'PNS', 'not-18-digits'],
		['1986092620150510011', 'PNS', 'not-18-digits'],
		['19860926201505100I', 'PNS', 'not-18-digits'],
		['١٩٨٦٠٩٢٦٢٠١٥٠٥١٠٠١', 'PNS', 'not-18-digits'],
		['198613262015051001', 'PNS', 'birth-date'],
		['198602292015051001', 'PNS', 'birth-date'],
		['198600262015051001', 'PPPK', 'birth-date'],
		['198609262015001001', 'PNS', 'appointment'],
		['198609262015131001', 'CPNS', 'appointment'],
		['198609261999051001', 'PNS', 'appointment'],
		['198609261980211001', 'PPPK', 'appointment'],
		['198609262015050001', 'PNS', 'sex'],
		['198609262015053001', 'PNS', 'sex'],
		['198104212021219003', 'PPPK', 'sex'],
		['198609262015051000', 'PNS', 'serial']
	] as const)('%s of a %s is refused for its %s', (text, employmentType, reason) => {
		expect(parseNip(text, employmentType)).toEqual({
			ok: false,
			error: { type: 'nip-refused', reason }
		});
	});

	test('a birthday on 29 February of a leap year is accepted', () => {
		expect(parseNip('198402292015051001', 'PNS').ok).toBe(true);
	});

	test('a PNS has a month there, a PPPK any code, and every serial from 001 on is possible', () => {
		fc.assert(
			fc.property(someParts, someType, (parts, employmentType) => {
				const { birth, age, month, code, sex, serial } = parts;
				const year = Number(birth.slice(0, 4)) + age;
				const rest = employmentType === 'PPPK' ? code : month;
				const nip = `${birth}${year}${rest}${sex}${serial}`;
				expect(parseNip(nip, employmentType)).toEqual({ ok: true, value: nip });
			})
		);
	});

	test('whatever is accepted is 18 plain digits', () => {
		fc.assert(
			fc.property(fc.string(), someType, (text, employmentType) => {
				const nip = parseNip(text, employmentType);
				if (nip.ok) expect(Nip.safeParse(nip.value).success).toBe(true);
			})
		);
	});
});

describe('formatNip', () => {
	test('a number is printed in groups of 8, 6, 1 and 3', () => {
		expect(formatNip(PNS)).toBe('19860926 201505 1 001');
	});

	test('what is printed is read again as the same number', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^\d{18}$/), (nip) => {
				expect(normaliseNip(formatNip(nip))).toBe(nip);
			})
		);
	});
});

test('the marks people type between the groups are no part of the number', () => {
	expect(normaliseNip(' 19860926.201505-1\u00a0001\n')).toBe(PNS);
});

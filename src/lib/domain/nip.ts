/**
 * The 18-digit number of a civil servant. A PNS's NIP is birth date (8), year and month of
 * appointment (6), sex (1), serial (3). A PPPK's number has the year (4) and a code (2) in the
 * place of year and month, so its digits 13-14 are not a month (Perka BKN 22/2007; domain notes).
 */
import * as z from 'zod/mini';
import { isDay } from './day.ts';
import { err, ok, type Result } from './result.ts';

export const Nip = z.string().check(z.regex(/^\d{18}$/));
export type Nip = z.infer<typeof Nip>;

export const EmploymentType = z.enum(['PNS', 'CPNS', 'PPPK']);
export type EmploymentType = z.infer<typeof EmploymentType>;

export type NipRefused = {
	readonly type: 'nip-refused';
	readonly reason: 'not-18-digits' | 'birth-date' | 'appointment' | 'sex' | 'serial';
};

/** Removes the spaces, dots and dashes people type between the groups. */
export const normaliseNip = (text: string): string => text.replace(/[\s.-]/g, '');

/** Checks a number digit group by digit group; names the first group that cannot be. */
export function parseNip(text: string, employmentType: EmploymentType): Result<Nip, NipRefused> {
	const nip = normaliseNip(text);
	const refuse = (reason: NipRefused['reason']) => err({ type: 'nip-refused', reason } as const);

	if (!/^\d{18}$/.test(nip)) return refuse('not-18-digits');
	if (!isDay(`${nip.slice(0, 4)}-${nip.slice(4, 6)}-${nip.slice(6, 8)}`)) {
		return refuse('birth-date');
	}
	const birthYear = Number(nip.slice(0, 4));
	const appointmentYear = Number(nip.slice(8, 12));
	const month = Number(nip.slice(12, 14));
	const isMonth = month >= 1 && month <= 12;
	if (appointmentYear <= birthYear + 14) return refuse('appointment');
	if (employmentType !== 'PPPK' && !isMonth) return refuse('appointment');
	if (!/[12]/.test(nip.charAt(14))) return refuse('sex');
	if (nip.slice(15) === '000') return refuse('serial');
	return ok(nip);
}

/** As printed on documents: `19860926 201505 1 001`. */
export function formatNip(nip: Nip): string {
	return `${nip.slice(0, 8)} ${nip.slice(8, 14)} ${nip.slice(14, 15)} ${nip.slice(15)}`;
}

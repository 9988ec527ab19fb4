import { describe, expect, test } from 'vitest';
import { nextSlot, suggestEnd } from './next-slot.ts';

const worked = (startMinute: number, endMinute: number) => ({ startMinute, endMinute });

describe('nextSlot', () => {
	test('the first work of a past day starts when the office opens', () => {
		expect(nextSlot([], { nowMinute: undefined })).toEqual({ start: '08:00', end: '09:00' });
	});

	test('the next work starts where the last one ended, for as long as usual', () => {
		const taken = [worked(600, 660), worked(480, 570)];
		const slot = nextSlot(taken, { nowMinute: undefined, usualMinutes: 45 });
		expect(slot).toEqual({ start: '11:00', end: '11:45' });
	});

	test('today nothing ends in the future', () => {
		expect(nextSlot([worked(480, 570)], { nowMinute: 602 })).toEqual({
			start: '09:30',
			end: '10:00'
		});
	});

	test('nothing is offered where too little time has passed since the last work', () => {
		const nothing = { start: '', end: '' };
		expect(nextSlot([worked(480, 600)], { nowMinute: 612 })).toEqual(nothing);
		expect(nextSlot([worked(480, 600)], { nowMinute: 540 })).toEqual(nothing);
		const short = nextSlot([worked(480, 600)], { nowMinute: 612, usualMinutes: 10 });
		expect(short).toEqual({ start: '10:00', end: '10:10' });
	});

	test('before the office opens it is what has just been done', () => {
		expect(nextSlot([], { nowMinute: 420 })).toEqual({ start: '06:00', end: '07:00' });
	});
});

describe('suggestEnd', () => {
	test('the end lies as far behind the start as it usually does', () => {
		expect(suggestEnd(780, { nowMinute: undefined, usualMinutes: 45 })).toBe('13:45');
		expect(suggestEnd(780, { nowMinute: undefined })).toBe('14:00');
	});

	test('neither in the future nor on the next day; where only that is left, it stays empty', () => {
		expect(suggestEnd(780, { nowMinute: 813 })).toBe('13:30');
		expect(suggestEnd(1_410, { nowMinute: undefined })).toBe('23:59');
		expect(suggestEnd(780, { nowMinute: 784 })).toBe('');
		expect(suggestEnd(900, { nowMinute: 813 })).toBe('');
	});
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS } from './day.ts';
import { type Claim, DRIFT_TOLERANCE_MS, judgeTime } from './judged-time.ts';

const TRUST_DAYS = 7;
const CONTACT = Date.UTC(2026, 10, 23, 1);
const RECEIVED = CONTACT + DAY_MS;
const HOUR_MS = 60 * MINUTE_MS;

const aClaim = (over: Partial<Claim> = {}): Claim => ({
	recordedAt: CONTACT + HOUR_MS,
	clockJumped: false,
	contactAt: CONTACT,
	previousAt: undefined,
	receivedAt: RECEIVED,
	...over
});

const stands = (at: number) => ({ at, proven: true });
const UNPROVEN = { at: RECEIVED, proven: false };

describe('judgeTime (I12)', () => {
	test('a claim between the last contact and the receipt stands', () => {
		expect(judgeTime(aClaim(), TRUST_DAYS)).toEqual(stands(CONTACT + HOUR_MS));
	});

	test.each<[string, Partial<Claim>, number]>([
		['at the moment of the contact', { recordedAt: CONTACT }, CONTACT],
		['at the moment of the receipt', { recordedAt: RECEIVED }, RECEIVED],
		['a drift before the contact', { recordedAt: CONTACT - DRIFT_TOLERANCE_MS }, CONTACT],
		['a drift after the receipt', { recordedAt: RECEIVED + DRIFT_TOLERANCE_MS }, RECEIVED],
		['after the previous mutation', { previousAt: CONTACT + MINUTE_MS }, CONTACT + HOUR_MS],
		['at the time of the previous one', { previousAt: CONTACT + HOUR_MS }, CONTACT + HOUR_MS],
		[
			'a drift before the previous one',
			{ previousAt: CONTACT + HOUR_MS + DRIFT_TOLERANCE_MS },
			CONTACT + HOUR_MS + DRIFT_TOLERANCE_MS
		],
		[
			'after a contact that was 7 days ago',
			{ contactAt: RECEIVED - TRUST_DAYS * DAY_MS },
			CONTACT + HOUR_MS
		]
	])('a claim stands %s', (_when, over, at) => {
		expect(judgeTime(aClaim(over), TRUST_DAYS)).toEqual(stands(at));
	});

	test.each<[string, Partial<Claim>]>([
		['long before the contact', { recordedAt: CONTACT - DRIFT_TOLERANCE_MS - 1 }],
		['a day before, by a clock a day behind', { recordedAt: CONTACT - DAY_MS }],
		['in the future', { recordedAt: RECEIVED + DRIFT_TOLERANCE_MS + 1 }],
		['a day ahead, by a clock a day ahead', { recordedAt: RECEIVED + DAY_MS }],
		['before the previous mutation', { previousAt: CONTACT + HOUR_MS + DRIFT_TOLERANCE_MS + 1 }],
		['after the clock had jumped', { clockJumped: true }],
		['without any contact', { contactAt: undefined }],
		['after a contact over 7 days ago', { contactAt: RECEIVED - TRUST_DAYS * DAY_MS - 1 }]
	])('a claim is unproven %s', (_when, over) => {
		expect(judgeTime(aClaim(over), TRUST_DAYS)).toEqual(UNPROVEN);
	});

	test('where no day offline is trusted, only what arrives at once stands', () => {
		const atOnce = aClaim({ contactAt: RECEIVED, recordedAt: RECEIVED });
		expect(judgeTime(atOnce, 0)).toEqual(stands(RECEIVED));
		expect(judgeTime(aClaim(), 0)).toEqual(UNPROVEN);
	});

	test('a server whose clock is a moment behind the one that signed the contact still judges', () => {
		const claim = aClaim({ contactAt: RECEIVED + 1_000, recordedAt: RECEIVED + 1_000 });
		expect(judgeTime(claim, TRUST_DAYS)).toEqual(stands(RECEIVED));
	});

	test('no device gains more than the drift: never before its contact, never after the receipt', () => {
		const near = (at: number) =>
			fc.oneof(fc.constant(at), fc.integer({ min: at - 10 * DAY_MS, max: at + 10 * DAY_MS }));
		const someClaim = fc.record({
			recordedAt: near(CONTACT),
			clockJumped: fc.boolean(),
			contactAt: fc.option(fc.integer({ min: CONTACT - 20 * DAY_MS, max: RECEIVED }), {
				nil: undefined
			}),
			previousAt: fc.option(fc.integer({ min: CONTACT - 20 * DAY_MS, max: RECEIVED }), {
				nil: undefined
			}),
			receivedAt: fc.constant(RECEIVED)
		});
		fc.assert(
			fc.property(someClaim, fc.nat({ max: 30 }), (claim, trustDays) => {
				const { at, proven } = judgeTime(claim, trustDays);
				expect(at).toBeLessThanOrEqual(RECEIVED);
				if (!proven) expect(at).toBe(RECEIVED);
				else {
					expect(at).toBeGreaterThanOrEqual(
						Math.max(claim.contactAt ?? Infinity, claim.previousAt ?? 0)
					);
					expect(Math.abs(at - claim.recordedAt)).toBeLessThanOrEqual(DRIFT_TOLERANCE_MS);
				}
			})
		);
	});
});

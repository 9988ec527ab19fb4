import { expect, test } from 'vitest';
import { DAY_MS } from './day.ts';
import { type Claim, DRIFT_TOLERANCE_MS, judgeTime } from './judged-time.ts';

const RECEIVED = 1_000 * DAY_MS;
const claim = (over: Partial<Claim>): Claim => ({
	recordedAt: RECEIVED - 1_000_000,
	clockJumped: false,
	contactAt: RECEIVED - 2_000_000,
	previousAt: undefined,
	receivedAt: RECEIVED,
	...over
});

test.each<[string, Partial<Claim>, number, boolean]>([
	['inside the contact and the receipt', {}, RECEIVED - 1_000_000, true],
	['before the contact', { recordedAt: RECEIVED - 3_000_000 }, RECEIVED, false],
	['before the previous mutation', { previousAt: RECEIVED - 500_000 }, RECEIVED, false],
	['a day in the future', { recordedAt: RECEIVED + DAY_MS }, RECEIVED, false],
	[
		'a little in the future, by drift',
		{ recordedAt: RECEIVED + DRIFT_TOLERANCE_MS },
		RECEIVED,
		true
	],
	['after a clock jump', { clockJumped: true }, RECEIVED, false],
	['without any contact', { contactAt: undefined }, RECEIVED, false],
	['longer offline than is trusted', { contactAt: RECEIVED - 7 * DAY_MS - 1 }, RECEIVED, false]
])('I12: a claim %s', (_name, over, at, proven) => {
	expect(judgeTime(claim(over), 7)).toEqual({ at, proven });
});

// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { NOW } from '#tests/support/factories.ts';
import { Going, GOES_FOR_MS } from './going.ts';

type Sync = ConstructorParameters<typeof Going>[0]['sync'];

const WELL: Sync = { failure: undefined, signedOut: false };

const isGoing = (afterMs: number, sync: Sync = WELL): boolean =>
	new Going({ now: () => NOW + afterMs, zone: () => 'WITA', sync }).has(NOW);

test('what was recorded a moment ago is on its way, for a few seconds', () => {
	expect(isGoing(0)).toBe(true);
	expect(isGoing(GOES_FOR_MS - 1)).toBe(true);
	expect(isGoing(GOES_FOR_MS)).toBe(false);
});

test('nothing is on its way after a failure, or when the session is over', () => {
	expect(isGoing(0, { ...WELL, failure: { type: 'offline' } })).toBe(false);
	expect(isGoing(0, { ...WELL, signedOut: true })).toBe(false);
});

test('a clock that was set back makes nothing go for long', () => {
	expect(isGoing(-60_000)).toBe(false);
});

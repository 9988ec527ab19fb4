// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { BUDI, SITI } from '#tests/support/factories.ts';
import { hasSeenTour, noteTourSeen } from './seen.ts';

test('each person meets the tour once on a device', () => {
	expect(hasSeenTour(localStorage, SITI)).toBe(false);
	noteTourSeen(localStorage, SITI);
	expect(hasSeenTour(localStorage, SITI)).toBe(true);
	expect(hasSeenTour(localStorage, BUDI)).toBe(false);
});

test('a full device only shows it again', () => {
	const full = {
		getItem: () => null,
		setItem: () => {
			throw new DOMException('full', 'QuotaExceededError');
		}
	};
	expect(() => noteTourSeen(full, SITI)).not.toThrow();
});

import { expect, test } from 'vitest';
import { NOW, someSettings, TODAY } from '#tests/support/factories.ts';
import { addDays } from './day.ts';
import { firstOpenDay } from './open-days.ts';
import { type InputWindow, MAX_DAYS_BACK } from './settings.ts';

const firstWith = (inputWindow: InputWindow) => {
	const [settings] = someSettings({ inputWindow }).versions;
	if (!settings) throw new Error('there is a version');
	return firstOpenDay({ settings: [settings], zone: 'WITA' }, NOW);
};

test.each<[string, InputWindow, string]>([
	['the same day', { kind: 'same-day' }, TODAY],
	['some days back', { kind: 'days-back', days: 4 }, addDays(TODAY, -4)],
	['as far back as can be set', { kind: 'days-back', days: MAX_DAYS_BACK }, addDays(TODAY, -366)],
	['until a day of the next month', { kind: 'until-day', day: 25 }, '2026-10-01'],
	['until a day of the next month that is over', { kind: 'until-day', day: 5 }, '2026-11-01']
])('every day that may still be recorded can be reached: %s', (_name, window, first) => {
	expect(firstWith(window)).toBe(first);
});

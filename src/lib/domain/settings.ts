/** What a city decides for itself: input window, days to answer a return, minutes a day. */
import * as z from 'zod/mini';
import { addDays, Day, dayOfNextMonth, instantOf, type Zone } from './day.ts';
import { WorkDocument } from './document.ts';

/** A window of days looks back no further. */
export const MAX_DAYS_BACK = 366;

/** Until when an entry may be handed in for the first time: the same day; N days back; day D of the next month. */
export const InputWindow = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('same-day') }),
	z.object({ kind: z.literal('days-back'), days: z.int().check(z.gte(0), z.lte(MAX_DAYS_BACK)) }),
	z.object({ kind: z.literal('until-day'), day: z.int().check(z.gte(1), z.lte(31)) })
]);
export type InputWindow = z.infer<typeof InputWindow>;

export const SettingsVersion = z.object({
	validFrom: Day,
	publishedAt: z.int(),
	inputWindow: InputWindow,
	/** Working days in which a returned entry may be handed in again as on time. */
	returnDays: z.int().check(z.gte(0)),
	/** For how long after its last contact a device's word on time is taken. */
	offlineTrustDays: z.int().check(z.gte(0)),
	requiredMinutesPerDay: z.int().check(z.gte(0)),
	/** Days after which a submitted entry counts as approved; null for never. */
	autoApproveDays: z.nullable(z.int().check(z.positive()))
});
export type SettingsVersion = z.infer<typeof SettingsVersion>;

export const Settings = z.extend(WorkDocument, { versions: z.array(SettingsVersion) });
export type Settings = z.infer<typeof Settings>;

/** In force where a city has published nothing yet (300 minutes: Perka BKN 19/2011). */
export const DEFAULT_SETTINGS: SettingsVersion = {
	validFrom: '1900-01-01',
	publishedAt: 0,
	inputWindow: { kind: 'days-back', days: 4 },
	returnDays: 3,
	offlineTrustDays: 7,
	requiredMinutesPerDay: 300,
	autoApproveDays: null
};

/** The last day on which work done on `day` may be handed in. */
export function lastInputDay(day: Day, window: InputWindow): Day {
	switch (window.kind) {
		case 'same-day':
			return day;
		case 'days-back':
			return addDays(day, window.days);
		case 'until-day':
			return dayOfNextMonth(day, window.day);
	}
}

/** The first instant at which the window for `day` is closed: the midnight after its last day. */
export function windowClosesAt(day: Day, window: InputWindow, zone: Zone): number {
	return instantOf(addDays(lastInputDay(day, window), 1), 0, zone);
}

/**
 * What the rules may know when they judge one mutation (I5). Client and server each build facts
 * from their own directory with the same function.
 */
import { type Calendar, calendarKnownAt, type CalendarVersion } from './calendar.ts';
import { type Day, dayOf, type Zone } from './day.ts';
import { type Judged } from './judged-time.ts';
import { type Nip } from './nip.ts';
import { DEFAULT_ZONE, type Person, type Unit } from './organisation.ts';
import { DEFAULT_SETTINGS, type Settings, type SettingsVersion } from './settings.ts';
import {
	type AssignmentKind,
	reviewerOn,
	type Supervision,
	supervisionKnownAt,
	type SupervisionOf
} from './supervision.ts';
import { versionOn } from './version.ts';

/** Where facts come from: reference documents, by what they are about. */
export interface Directory {
	person(nip: Nip): Person | undefined;
	supervision(nip: Nip): Supervision | undefined;
	unit(id: string): Unit | undefined;
	settings(): Settings | undefined;
	calendar(): Calendar | undefined;
}

export type Facts = {
	readonly actor: { readonly nip: Nip; readonly name: string };
	readonly isOwner: boolean;
	/** In which capacity the actor may review this owner's work, if at all. */
	readonly reviewsAs: AssignmentKind | undefined;
	readonly judged: Judged;
	readonly receivedAt: number | null;
	readonly zone: Zone;
	/** The settings in force at the judged time; the second is what the device knew, if that differs. */
	readonly settings: readonly [SettingsVersion, ...SettingsVersion[]];
	readonly calendar: CalendarVersion;
	/** The calendar the device knew, if a newer one was published since. */
	readonly knownCalendar?: CalendarVersion;
};

export type Question = {
	readonly actor: Nip;
	readonly owner: Nip;
	readonly date: Day;
	readonly judged: Judged;
	/** The device's proven last contact; what was published after it never makes this stricter. */
	readonly contactAt: number | undefined;
	readonly receivedAt: number | null;
};

export function factsFor(directory: Directory, question: Question): Facts {
	const { actor, owner, date, judged, contactAt } = question;
	const zone = zoneOf(directory, owner);
	const today = dayOf(judged.at, zone);
	return {
		actor: { nip: actor, name: directory.person(actor)?.name ?? actor },
		isOwner: actor === owner,
		reviewsAs: capacityOf(directory, question, [date, today]),
		judged,
		receivedAt: question.receivedAt,
		zone,
		settings: settingsOn(directory, today, contactAt),
		...calendarsOn(directory, contactAt)
	};
}

/** For how many days after its last contact `actor`'s device is believed at `at`: by the kindest settings that may judge. */
export function trustDaysOf(
	directory: Directory,
	{ actor, at, contactAt }: Pick<Question, 'actor' | 'contactAt'> & { readonly at: number }
): number {
	const settings = settingsOn(directory, dayOf(at, zoneOf(directory, actor)), contactAt);
	return Math.max(...settings.map(({ offlineTrustDays }) => offlineTrustDays));
}

export function zoneOf(directory: Pick<Directory, 'person' | 'unit'>, nip: Nip): Zone {
	const unit = directory.person(nip)?.unit;
	return (unit === undefined ? undefined : directory.unit(unit)?.zone) ?? DEFAULT_ZONE;
}

/**
 * Whoever supervises on the work's date, or on the day of the decision, may review it; and so may whoever
 * did by all that his device could know when he decided.
 */
function capacityOf(
	directory: Directory,
	{ actor, owner, contactAt }: Question,
	days: readonly Day[]
): AssignmentKind | undefined {
	if (actor === owner) return undefined;
	const current = (nip: Nip) => directory.supervision(nip);
	const views: SupervisionOf[] = [current];
	if (contactAt !== undefined) views.push((nip) => supervisionKnownAt(current(nip), contactAt));
	for (const of of views) {
		for (const day of days) {
			const reviewer = reviewerOn(of, owner, day);
			if (reviewer?.nip === actor) return reviewer.kind;
		}
	}
	return undefined;
}

function settingsOn(
	directory: Directory,
	day: Day,
	contactAt: number | undefined
): [SettingsVersion, ...SettingsVersion[]] {
	const versions = directory.settings()?.versions ?? [];
	const inForce = versionOn(versions, day) ?? DEFAULT_SETTINGS;
	if (contactAt === undefined) return [inForce];
	const known = versionOn(versions, day, contactAt) ?? DEFAULT_SETTINGS;
	return known === inForce ? [inForce] : [inForce, known];
}

function calendarsOn(
	directory: Directory,
	contactAt: number | undefined
): Pick<Facts, 'calendar' | 'knownCalendar'> {
	const versions = directory.calendar()?.versions ?? [];
	const calendar = calendarKnownAt(versions);
	const isOutdated = versions.some(({ publishedAt }) => publishedAt > (contactAt ?? Infinity));
	return isOutdated
		? { calendar, knownCalendar: calendarKnownAt(versions, contactAt) }
		: { calendar };
}

/**
 * From good rows and what the database holds to what must be written. Pure.
 *
 * 1. What is already so is not written again: a second import of the same files plans nothing.
 * 2. Supervision, settings and calendar only grow; what was published stays as it was.
 * 3. A row that names a unit, post or person nobody knows is bad. A bad row makes no row good.
 * 4. Keys of a document that an import doesn't know are kept.
 */
import { isDeepStrictEqual } from 'node:util';
import { type Calendar, type CalendarVersion, type DayOff } from '#lib/domain/calendar.ts';
import {
	CALENDAR_ID,
	personId,
	positionId,
	SETTINGS_ID,
	supervisionId,
	unitId
} from '#lib/domain/document.ts';
import { type Nip } from '#lib/domain/nip.ts';
import { type CatalogueActivity, DEFAULT_ZONE, type Position } from '#lib/domain/organisation.ts';
import { type Settings } from '#lib/domain/settings.ts';
import { type Assignment, type Supervision } from '#lib/domain/supervision.ts';
import { type Versioned, versionOn } from '#lib/domain/version.ts';
import { accountId } from '#server/auth/account.ts';
import { type Draft } from '#server/db/database.ts';
import { type Existing } from './existing.ts';
import { type Bad, type Folder, type Line } from './folder.ts';
import { type PersonRow, type SettingsRow, type SupervisionRow } from './rows.ts';

export type Newcomer = { readonly nip: Nip; readonly name: string };
export type Plan = {
	/** In the order in which they build on each other. */
	readonly documents: readonly Draft[];
	/** People who have no account yet. */
	readonly newcomers: readonly Newcomer[];
	readonly bad: readonly Bad[];
};

const SCHEMA = 1;

export function planImport(folder: Folder, existing: Existing, now: number): Plan {
	const bad: Bad[] = [];
	const units = planUnits(folder, existing);
	const posts = planPosts(folder, existing, bad);
	const isKnown = (ids: ReadonlySet<string>, id: string) =>
		ids.has(id) || existing.documents.has(id);
	const unitIds = new Set(units.map(({ _id }) => _id));
	const postIds = new Set(posts.map(({ _id }) => _id));
	const people = folder.pegawai.filter((line) => {
		const { unit, position } = line.value;
		const reasons: [string, string][] = [];
		if (!isKnown(unitIds, unitId(unit))) reasons.push(['unit', `unit ${unit} tidak dikenal`]);
		if (!isKnown(postIds, positionId(position))) {
			reasons.push(['jabatan', `jabatan ${position} tidak dikenal`]);
		}
		for (const [field, reason] of reasons) bad.push(badOf(line, field, reason));
		return reasons.length === 0;
	});
	const cardIds = new Set(people.map(({ value }) => personId(value.nip)));
	const isPerson = (nip: Nip) => isKnown(cardIds, personId(nip));
	const documents = [
		...units,
		...posts,
		...planCalendar(folder, existing, now),
		...planSettings(folder, existing, now),
		...people.map(({ value }) => cardOf(value)),
		...planSupervision(folder.atasan, { existing, isPerson, now, bad })
	];
	return {
		documents: documents.flatMap((draft) => changed(draft, existing)),
		newcomers: people
			.map(({ value: { nip, name } }) => ({ nip, name }))
			.filter(({ nip }) => !existing.accounts.has(accountId(nip))),
		bad
	};
}

const badOf = ({ file, line }: Line<unknown>, field: string, reason: string): Bad => ({
	file,
	line,
	field,
	reason
});

/** The document with what the draft says of it; nothing when that is so already. */
function changed(draft: Draft, { documents }: Existing): Draft[] {
	const before = documents.get(draft._id);
	const after = { ...before, ...draft, schema: before?.schema ?? draft.schema };
	return isDeepStrictEqual(before, after) ? [] : [after];
}

type UnitDraft = Draft & { readonly name: string };

/** Those of their own file, then those SIASN's export names beside its people and nobody knows. */
function planUnits({ unit, pegawai }: Folder, { documents }: Existing): UnitDraft[] {
	const units = new Map<string, UnitDraft>();
	for (const { value } of unit) {
		const { code, ...rest } = value;
		units.set(unitId(code), { _id: unitId(code), schema: SCHEMA, ...rest });
	}
	for (const { value } of pegawai) {
		const id = unitId(value.unit);
		if (value.unitName === undefined || units.has(id) || documents.has(id)) continue;
		const rest = { agency: value.agency ?? value.unit, zone: DEFAULT_ZONE };
		units.set(id, { _id: id, schema: SCHEMA, name: value.unitName, ...rest });
	}
	return [...units.values()];
}

type PostDraft = Draft & { readonly name: string; readonly activities: CatalogueActivity[] };

/** A catalogue counts as a whole: a file with a bad row changes none, and a missing one changes none. */
function planPosts(folder: Folder, { documents }: Existing, bad: Bad[]): PostDraft[] {
	const posts = new Map<string, PostDraft>();
	const known = (id: string) => documents.get(id) as Position | undefined; // believable, and a post by its id
	const add = (code: string, name: string) => {
		const _id = positionId(code);
		posts.set(_id, { _id, schema: SCHEMA, name, activities: known(_id)?.activities ?? [] });
	};
	for (const { value } of folder.jabatan) add(value.code, value.name);
	for (const { value } of folder.pegawai) {
		const id = positionId(value.position);
		if (value.postName === undefined || posts.has(id) || known(id)) continue;
		add(value.position, value.postName);
	}
	const catalogues = new Map<string, CatalogueActivity[]>();
	let isWhole = !folder.broken.has('katalog');
	for (const line of folder.katalog) {
		const { post, ...activity } = line.value;
		const id = positionId(post);
		if (!posts.has(id) && !known(id)) {
			bad.push(badOf(line, 'jabatan', `jabatan ${post} tidak dikenal`));
			isWhole = false;
		} else catalogues.set(id, [...(catalogues.get(id) ?? []), activity]);
	}
	for (const [_id, activities] of isWhole ? catalogues : []) {
		const name = posts.get(_id)?.name ?? known(_id)?.name ?? '';
		posts.set(_id, { _id, schema: SCHEMA, name, activities });
	}
	return [...posts.values()];
}

function cardOf({ nip, name, employmentType, position, unit }: PersonRow): Draft {
	const card = { nip, name, employmentType, position, unit };
	return { _id: personId(nip), schema: SCHEMA, ...card };
}

type SupervisionParts = {
	readonly existing: Existing;
	readonly isPerson: (nip: Nip) => boolean;
	readonly now: number;
	readonly bad: Bad[];
};

/** Appends what isn't known. Of two assignments alike the one listed last counts, so a correction is one more. */
function planSupervision(
	lines: readonly Line<SupervisionRow>[],
	{ existing, isPerson, now, bad }: SupervisionParts
): Draft[] {
	const cards = new Map<Nip, Assignment[]>();
	for (const line of lines) {
		const { nip, ...assignment } = line.value;
		const stranger = [nip, assignment.supervisor].findIndex((each) => !isPerson(each));
		if (stranger >= 0) {
			const field = stranger === 0 ? 'nip' : 'nip_atasan';
			bad.push(badOf(line, field, 'pegawai dengan NIP ini tidak dikenal'));
			continue;
		}
		const stored = existing.documents.get(supervisionId(nip)) as Supervision | undefined; // believable
		const before = cards.get(nip) ?? stored?.assignments ?? [];
		const last = before.filter((each) => isAlike(each, assignment)).at(-1);
		const isSaid =
			last?.supervisor === assignment.supervisor && last.validTo === assignment.validTo;
		cards.set(nip, isSaid ? before : [...before, { ...assignment, publishedAt: now }]);
	}
	return [...cards].map(([nip, assignments]) => ({
		_id: supervisionId(nip),
		schema: SCHEMA,
		assignments
	}));
}

const isAlike = (a: Assignment, b: Assignment): boolean =>
	a.kind === b.kind && a.validFrom === b.validFrom;

/** One version for each year that the file names and that isn't so yet. */
function planCalendar(folder: Folder, { documents }: Existing, now: number): Draft[] {
	if (folder.broken.has('kalender') || folder.kalender.length === 0) return [];
	const stored = documents.get(CALENDAR_ID) as Calendar | undefined; // believable
	const versions = stored?.versions ?? [];
	const years = new Map<string, DayOff[]>();
	for (const { value } of folder.kalender) {
		const year = value.on.slice(0, 4);
		years.set(year, [...(years.get(year) ?? []), value]);
	}
	const said = [...years].map(([year, daysOff]): CalendarVersion => {
		const sorted = daysOff.sort((a, b) => (a.on < b.on ? -1 : 1));
		return { validFrom: `${year}-01-01`, publishedAt: now, daysOff: sorted };
	});
	return grown(CALENDAR_ID, versions, said);
}

function planSettings(folder: Folder, { documents }: Existing, now: number): Draft[] {
	if (folder.broken.has('pengaturan') || folder.pengaturan.length === 0) return [];
	const stored = documents.get(SETTINGS_ID) as Settings | undefined; // believable
	const said = folder.pengaturan.map(({ value }: Line<SettingsRow>) => ({
		...value,
		publishedAt: now
	}));
	return grown(SETTINGS_ID, stored?.versions ?? [], said);
}

/** The versions with those of `said` that differ from what is in force on their first day. */
function grown<T extends Versioned>(
	_id: string,
	versions: readonly T[],
	said: readonly T[]
): Draft[] {
	const added = said.filter((version) => {
		const current = versionOn(versions, version.validFrom);
		const isSame =
			current?.validFrom === version.validFrom &&
			isDeepStrictEqual({ ...current, publishedAt: version.publishedAt }, { ...version });
		return !isSame;
	});
	const draft = { _id, schema: SCHEMA, versions: [...versions, ...added] };
	return added.length > 0 ? [draft] : [];
}

/** Who is who, read from the reference documents this device holds. */
import { Calendar } from '../domain/calendar.ts';
import { type Day } from '../domain/day.ts';
import {
	CALENDAR_ID,
	type DocumentId,
	kindOf,
	personId,
	positionId,
	SETTINGS_ID,
	supervisionId,
	unitId
} from '../domain/document.ts';
import { type Directory } from '../domain/facts.ts';
import { type Nip } from '../domain/nip.ts';
import { Person, Position, Unit } from '../domain/organisation.ts';
import { Settings } from '../domain/settings.ts';
import { reviewerOn, Supervision } from '../domain/supervision.ts';
import { type Database } from './database.ts';

interface Schema<T> {
	safeParse(value: unknown): { success: true; data: T } | { success: false };
}

type Documents = ReadonlyMap<DocumentId, unknown>;

/** What a document says, as far as this version can read it; a newer one often still can be read. */
function read<T>(schema: Schema<T>, document: unknown): T | undefined {
	const parsed = schema.safeParse(document);
	return parsed.success ? parsed.data : undefined;
}

/** A directory over documents at hand; each is parsed when it is first asked for. */
function directoryOver(documents: Documents): Directory {
	const parsed = new Map<DocumentId, unknown>();
	const get = <T>(schema: Schema<T>, id: DocumentId): T | undefined => {
		if (!parsed.has(id)) parsed.set(id, read(schema, documents.get(id)));
		return parsed.get(id) as T | undefined; // an id has one kind, so always the same schema
	};
	return {
		person: (nip) => get(Person, personId(nip)),
		supervision: (nip) => get(Supervision, supervisionId(nip)),
		unit: (id) => get(Unit, unitId(id)),
		settings: () => get(Settings, SETTINGS_ID),
		calendar: () => get(Calendar, CALENDAR_ID)
	};
}

/** Everybody and everything this device knows about. One range read per kind of feed. */
export async function directoryOf(db: Database): Promise<Directory> {
	const rows = await db.documents.where('feed').startsWith('t').toArray();
	const common = await db.documents.where('feed').equals('all').toArray();
	return directoryOver(new Map([...rows, ...common].map(({ id, document }) => [id, document])));
}

/** Longest chain of acting supervisors that can matter, see domain/supervision.ts. */
const MAX_CHAIN = 4;

/** Only what judging `actor` on `owner`'s work needs: a handful of reads by key. */
export async function directoryFor(
	db: Database,
	{ actor, owner }: { actor: Nip; owner: Nip }
): Promise<Directory> {
	const documents = new Map<DocumentId, unknown>();
	const load = async (ids: readonly DocumentId[]) => {
		const missing = [...new Set(ids)].filter((id) => !documents.has(id));
		const rows = missing.length > 0 ? await db.documents.bulkGet(missing) : [];
		missing.forEach((id, index) => documents.set(id, rows[index]?.document));
	};
	await load([personId(actor), personId(owner), SETTINGS_ID, CALENDAR_ID]);
	const people = [actor, owner].map((nip) => read(Person, documents.get(personId(nip))));
	await load(people.flatMap((person) => (person ? [unitId(person.unit)] : [])));
	if (actor !== owner) {
		let level: Nip[] = [owner];
		for (let step = 0; step < MAX_CHAIN && level.length > 0; step += 1) {
			await load(level.map(supervisionId));
			level = level
				.flatMap((nip) => read(Supervision, documents.get(supervisionId(nip)))?.assignments ?? [])
				.map(({ supervisor }) => supervisor)
				.filter((nip) => !documents.has(supervisionId(nip)));
		}
	}
	return directoryOver(documents);
}

export async function personOf(db: Database, nip: Nip): Promise<Person | undefined> {
	return read(Person, (await db.documents.get(personId(nip)))?.document);
}

/** The post a person holds, with its catalogue of activities. */
export async function positionOf(db: Database, nip: Nip): Promise<Position | undefined> {
	const person = await personOf(db, nip);
	if (!person) return undefined;
	return read(Position, (await db.documents.get(positionId(person.position)))?.document);
}

/** Whom `nip` reviews on `day`, by name. */
export const subordinatesOf = (db: Database, nip: Nip, day: Day): Promise<Reviewed[]> =>
	reviewedOn(db, nip, [day]);

export type Reviewed = {
	readonly nip: Nip;
	readonly name: string;
	/** On which of the days asked about. */
	readonly days: ReadonlySet<Day>;
};

/** Everybody whom `nip` reviews on one of `days` at least, by name. */
export async function reviewedOn(
	db: Database,
	nip: Nip,
	days: readonly Day[]
): Promise<Reviewed[]> {
	const rows = await db.documents.where('feed').startsWith('t').toArray();
	const documents = new Map(rows.map(({ id, document }) => [id, document]));
	const directory = directoryOver(documents);
	const of = (owner: Nip) => directory.supervision(owner);
	return rows
		.filter(({ id }) => kindOf(id) === 'person')
		.flatMap(({ document }) => read(Person, document) ?? [])
		.filter((person) => person.nip !== nip)
		.map(({ nip: owner, name }) => {
			const reviewed = days.filter((day) => reviewerOn(of, owner, day)?.nip === nip);
			return { nip: owner, name, days: new Set(reviewed) };
		})
		.filter(({ days: reviewed }) => reviewed.size > 0)
		.sort((a, b) => a.name.localeCompare(b.name));
}

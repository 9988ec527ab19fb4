/**
 * Values for tests. A test names only the fields it is about; everything else is a plausible office
 * in Kupang: SITI works there, BUDI supervises her, RATNA supervises Budi.
 */
import { apply } from '#lib/domain/apply.ts';
import { type Calendar } from '#lib/domain/calendar.ts';
import { type Day, instantOf, type Zone } from '#lib/domain/day.ts';
import {
	CALENDAR_ID,
	entryId,
	personId,
	SETTINGS_ID,
	supervisionId,
	unitId
} from '#lib/domain/document.ts';
import { type Entry } from '#lib/domain/entry.ts';
import { type EntryContent } from '#lib/domain/entry-content.ts';
import { type Directory, type Facts, factsFor } from '#lib/domain/facts.ts';
import { type Mutation } from '#lib/domain/mutation.ts';
import { type Nip } from '#lib/domain/nip.ts';
import { type Person, type Unit } from '#lib/domain/organisation.ts';
import { DEFAULT_SETTINGS, type Settings, type SettingsVersion } from '#lib/domain/settings.ts';
import { type Assignment, type Supervision } from '#lib/domain/supervision.ts';
import { newUlid } from '#lib/domain/ulid.ts';
import { seededRandom } from './random.ts';

export const SITI = '199001012015012001';
export const BUDI = '198001012005011002';
export const RATNA = '197001011995012003';
/** Tuesday 24 November 2026, 10:00 WITA. */
export const NOW = instantOf('2026-11-24', 600, 'WITA');
export const TODAY = '2026-11-24';

const random = seededRandom(1);
export const aMutationId = (at = NOW): string => newUlid(at, random);
const REV = '1-00000000000000000000000000000000';

export function aContent(over: Partial<EntryContent> = {}): EntryContent {
	return {
		startMinute: 480,
		endMinute: 540,
		activity: { code: null, name: 'Menyusun laporan' },
		description: '',
		quantity: 1,
		unit: 'laporan',
		effectiveMinutes: 60,
		target: null,
		evidence: null,
		note: null,
		...over
	};
}

type OfKind<K extends Mutation['kind']> = Extract<Mutation, { kind: K }>;

/** A mutation of `kind`; give `documentId` and `base` when they matter. */
export function aMutation<K extends Mutation['kind']>(
	kind: K,
	over: Partial<OfKind<K>> = {}
): OfKind<K> {
	const id = over.id ?? aMutationId();
	const said = {
		'entry.submit': { content: aContent() },
		'entry.withdraw': {},
		'review.approve': {},
		'review.return': { reason: 'Mohon jumlah dilengkapi' },
		'review.reject': { reason: 'Bukan pekerjaan kantor' },
		'review.undo': {}
	}[kind];
	return {
		kind,
		id,
		documentId: entryId(SITI, TODAY, id),
		base: null,
		seq: 1,
		recordedAt: NOW,
		...said,
		...over
	} as unknown as OfKind<K>; // the compiler can't see that `said` holds this kind's own fields
}

/** A mutation of `kind` on `entry` as it stands. */
export function aMutationOn<K extends Mutation['kind']>(
	entry: Entry,
	kind: K,
	over: Partial<OfKind<K>> = {}
): OfKind<K> {
	return aMutation(kind, { documentId: entry._id, base: entry.version, ...over });
}

export function aPerson(nip: string, over: Partial<Person> = {}): Person {
	return {
		_id: personId(nip),
		_rev: REV,
		schema: 1,
		nip,
		name: { [SITI]: 'Siti Contoh', [BUDI]: 'Budi Contoh', [RATNA]: 'Ratna Contoh' }[nip] ?? nip,
		employmentType: 'PNS',
		position: 'staf',
		unit: 'dinas',
		...over
	};
}

export function aSupervision(nip: string, assignments: Assignment[]): Supervision {
	return { _id: supervisionId(nip), _rev: REV, schema: 1, assignments };
}

export function aUnit(over: Partial<Unit> = {}): Unit {
	return {
		_id: unitId('dinas'),
		_rev: REV,
		schema: 1,
		name: 'Dinas Contoh',
		agency: 'dinas',
		zone: 'WITA',
		...over
	};
}

export function someSettings(...versions: Partial<SettingsVersion>[]): Settings {
	const full = versions.length > 0 ? versions : [{}];
	return {
		_id: SETTINGS_ID,
		_rev: REV,
		schema: 1,
		versions: full.map((version) => ({ ...DEFAULT_SETTINGS, ...version }))
	};
}

export function aCalendar(daysOff: string[] = []): Calendar {
	return {
		_id: CALENDAR_ID,
		_rev: REV,
		schema: 1,
		versions: [
			{
				validFrom: '2026-01-01',
				publishedAt: 0,
				daysOff: daysOff.map((on) => ({ on, name: 'Libur', kind: 'holiday' }))
			}
		]
	};
}

export const definitive = (supervisor: string): Assignment => ({
	supervisor,
	kind: 'DEFINITIVE',
	validFrom: '2020-01-01'
});

/** A directory over plain values; each can be replaced. */
export function aDirectory(
	over: {
		zone?: Zone;
		settings?: Settings;
		calendar?: Calendar;
		supervision?: Record<string, Assignment[]>;
	} = {}
): Directory {
	const assignments: Record<string, Assignment[]> = {
		[SITI]: [definitive(BUDI)],
		[BUDI]: [definitive(RATNA)],
		...over.supervision
	};
	return {
		person: (nip) => aPerson(nip),
		supervision: (nip) => (assignments[nip] ? aSupervision(nip, assignments[nip]) : undefined),
		unit: () => aUnit(over.zone ? { zone: over.zone } : {}),
		settings: () => over.settings ?? someSettings(),
		calendar: () => over.calendar ?? aCalendar()
	};
}

/** Facts as the device or server would build them for `actor` on Siti's entry of `date`. */
export function someFacts(
	over: Partial<Facts> & { actor?: never } = {},
	{ actor = SITI, date = TODAY, at = NOW, directory = aDirectory(), ...more }: Asked = {}
): Facts {
	const { proven = true, contactAt = at } = more;
	const judged = { at, proven };
	return {
		...factsFor(directory, { actor, owner: SITI, date, judged, contactAt, receivedAt: at }),
		...over
	};
}

type Asked = {
	actor?: Nip;
	date?: Day;
	at?: number;
	proven?: boolean;
	contactAt?: number;
	directory?: Directory;
};

/** The entry after a step that is allowed; throws when it is refused. */
export function afterStep(entry: Entry | undefined, mutation: Mutation, facts: Facts): Entry {
	const next = apply(entry, mutation, facts);
	if (!next.ok) throw new Error(JSON.stringify(next.error));
	return next.value;
}

type Story = [actor: string, mutation: (entry: Entry) => Mutation][];

/** Applies a story step by step; throws when a step is refused. */
export function afterStory(story: Story): Entry {
	let entry: Entry | undefined;
	for (const [actor, build] of story) {
		// The first step of a story looks at nothing that was before.
		entry = afterStep(entry, build(entry as Entry), someFacts({}, { actor }));
	}
	if (!entry) throw new Error('a story needs at least one step');
	return entry;
}

/** Siti's entry as submitted today. */
export const anEntry = (over: Partial<EntryContent> = {}): Entry =>
	afterStory([[SITI, () => aMutation('entry.submit', { content: aContent(over) })]]);

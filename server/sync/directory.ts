/**
 * The reference documents (cards, posts, units, settings, calendar) in memory: what the rules need
 * as facts, and who supervises whom, so that judging a mutation or computing a scope reads no
 * database. Loaded once, then kept current by the change feed. About 1 KB a person.
 */
import { Calendar } from '#lib/domain/calendar.ts';
import { type Day } from '#lib/domain/day.ts';
import {
	CALENDAR_ID,
	kindOf,
	personId,
	SETTINGS_ID,
	supervisionId,
	unitId,
	type WorkDocument
} from '#lib/domain/document.ts';
import { type Directory } from '#lib/domain/facts.ts';
import { type Nip } from '#lib/domain/nip.ts';
import { Person, Unit } from '#lib/domain/organisation.ts';
import { Settings } from '#lib/domain/settings.ts';
import { reviewerOn, Supervision } from '#lib/domain/supervision.ts';
import { type Database } from '#server/db/database.ts';

/** Kinds kept in memory, with the shape each must have to be believed. */
const SHAPES = {
	person: Person,
	supervision: Supervision,
	unit: Unit,
	settings: Settings,
	calendar: Calendar
} as const;

/** Whether the document with this id is one the directory keeps. */
export const isReference = (id: string): boolean => kindOf(id) in SHAPES;

export class ServerDirectory implements Directory {
	#documents = new Map<string, WorkDocument>();
	/** supervisor → people whose supervision names him on any date. */
	#named = new Map<Nip, Set<Nip>>();
	/** Raised by every change, so that what was derived can be known to be old. */
	revision = 0;

	person(nip: Nip): Person | undefined {
		return this.#documents.get(personId(nip)) as Person | undefined; // put() parsed it
	}

	supervision(nip: Nip): Supervision | undefined {
		return this.#documents.get(supervisionId(nip)) as Supervision | undefined; // put() parsed it
	}

	unit(id: string): Unit | undefined {
		return this.#documents.get(unitId(id)) as Unit | undefined; // put() parsed it
	}

	settings(): Settings | undefined {
		return this.#documents.get(SETTINGS_ID) as Settings | undefined; // put() parsed it
	}

	calendar(): Calendar | undefined {
		return this.#documents.get(CALENDAR_ID) as Calendar | undefined; // put() parsed it
	}

	/** People whom `supervisor` reviews on at least one of `days`. */
	reviewedBy(supervisor: Nip, days: readonly Day[]): Nip[] {
		const of = (nip: Nip) => this.supervision(nip);
		return this.#candidates(supervisor).filter((nip) =>
			days.some((day) => reviewerOn(of, nip, day)?.nip === supervisor)
		);
	}

	/** Takes in a document; kinds it doesn't keep and shapes it can't believe change nothing. */
	put(document: WorkDocument): void {
		const kind = kindOf(document._id) as keyof typeof SHAPES;
		const shape = SHAPES[kind];
		if (shape === undefined || !shape.safeParse(document).success) return;
		this.#documents.set(document._id, document);
		if (kind === 'supervision') this.#index(document as Supervision); // parsed just above
		this.revision += 1;
	}

	/** Whether a later revision is known: answers of two reads may come in the other order. */
	hasLater({ _id, _rev }: WorkDocument): boolean {
		const known = this.#documents.get(_id);
		return known !== undefined && Number.parseInt(known._rev) > Number.parseInt(_rev);
	}

	#index({ _id, assignments }: Supervision): void {
		const nip = _id.slice(1, 19);
		for (const { supervisor } of assignments) {
			const names = this.#named.get(supervisor) ?? new Set();
			this.#named.set(supervisor, names.add(nip));
		}
	}

	/**
	 * Everybody `supervisor` may review: those who name him, and those whose named supervisor he
	 * supervises in turn (he reviews a Plh who holds his own supervisor's post).
	 */
	#candidates(supervisor: Nip): Nip[] {
		const direct = this.#named.get(supervisor) ?? new Set<Nip>();
		const second = [...direct].flatMap((nip) => [...(this.#named.get(nip) ?? [])]);
		return [...new Set([...direct, ...second])].filter((nip) => nip !== supervisor).sort();
	}
}

/** Reads every reference document. Safe to repeat: what is already there is replaced. */
export async function fill(directory: ServerDirectory, database: Database): Promise<void> {
	for (const prefix of ['t', 'all:']) {
		for (const document of await database.withPrefix(prefix)) directory.put(document);
	}
}

/** Reads one changed document again; what isn't a reference costs nothing. */
export async function refresh(
	directory: ServerDirectory,
	database: Database,
	id: string
): Promise<void> {
	if (!isReference(id)) return;
	const document = (await database.read([id])).get(id);
	if (document && !directory.hasLater(document)) directory.put(document);
}

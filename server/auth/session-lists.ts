/**
 * The lists of sessions in the accounts database. That a session was begun, or is in use on another day,
 * is noted in memory and written some seconds later for many people together, so that neither a sign-in
 * nor a sync waits for it, and not while others wait for the server: in a rush everybody's first sync of
 * the day makes such a note. A server that is killed loses them; the next sync makes them again.
 */
import { type Day } from '#lib/domain/day.ts';
import { type Nip } from '#lib/domain/nip.ts';
import { type Database, DatabaseUnavailable } from '#server/db/database.ts';
import {
	emptySessionList,
	type ListedSession,
	SessionList,
	sessionListId,
	withSession
} from './session-list.ts';

const WRITE_AFTER_MS = 30_000;
/** For how many such times a busy server may put it off: ten minutes. */
const MAX_PUT_OFF = 20;
const BATCH = 200;
/** Sessions whose day is remembered, so that it is noted once; more than are in use in one day. */
const MAX_NOTED = 100_000;

export type SessionListParts = {
	readonly database: Pick<Database, 'read' | 'write'>;
	readonly sleep: (ms: number) => Promise<void>;
	/** Whether requests wait for their turn. */
	readonly isBusy: () => boolean;
	readonly onError: (error: unknown) => void;
};

export class SessionLists {
	readonly #parts: SessionListParts;
	readonly #notedOn = new Map<string, Day>();
	readonly #pending = new Map<Nip, Map<string, ListedSession>>();
	#isScheduled = false;
	#putOff = 0;

	constructor(parts: SessionListParts) {
		this.#parts = parts;
	}

	/** What is listed of a person, whether it still counts or not. */
	async read(nip: Nip): Promise<readonly ListedSession[]> {
		const id = sessionListId(nip);
		// While this reads, they may be written and no longer be notes.
		const notes = this.#notesOf(nip);
		const { sessions } = parse((await this.#parts.database.read([id])).get(id), nip);
		return [...notes, ...this.#notesOf(nip)].reduce(withSession, sessions);
	}

	/** A session was in use; costs nothing when that is known of this day. */
	note(nip: Nip, seen: ListedSession): void {
		if (this.#notedOn.get(seen.id) === seen.seenOn) return;
		if (this.#notedOn.size >= MAX_NOTED) this.#notedOn.clear();
		this.#notedOn.set(seen.id, seen.seenOn);
		const pending = this.#pending.get(nip) ?? new Map<string, ListedSession>();
		this.#pending.set(nip, pending.set(seen.id, seen));
		this.#schedule();
	}

	/** Writes everything that was noted, as when the server stops. What can't be written now stays noted. */
	async flush(): Promise<void> {
		await this.#writeUntil(() => false);
	}

	async #writeUntil(isToStop: () => boolean): Promise<void> {
		const people = [...this.#pending.keys()];
		for (let start = 0; start < people.length && !isToStop(); start += BATCH) {
			await this.#writeNotes(people.slice(start, start + BATCH));
		}
	}

	async #writeInQuiet(): Promise<void> {
		const { isBusy } = this.#parts;
		await this.#writeUntil(() => this.#putOff < MAX_PUT_OFF && isBusy());
		this.#putOff = this.#pending.size > 0 ? this.#putOff + 1 : 0;
	}

	#schedule(): void {
		if (this.#isScheduled) return;
		this.#isScheduled = true;
		void this.#parts.sleep(WRITE_AFTER_MS).then(async () => {
			this.#isScheduled = false;
			try {
				await this.#writeInQuiet();
			} catch (error) {
				// While the database is away the notes wait.
				if (!(error instanceof DatabaseUnavailable)) return this.#parts.onError(error);
			}
			if (this.#pending.size > 0) this.#schedule();
		});
	}

	async #writeNotes(people: readonly Nip[]): Promise<void> {
		const { database } = this.#parts;
		const stored = await database.read(people.map(sessionListId));
		const notes = new Map(people.map((nip) => [nip, this.#notesOf(nip)]));
		const drafts = people.map((nip) => {
			const list = parse(stored.get(sessionListId(nip)), nip);
			return { ...list, sessions: (notes.get(nip) ?? []).reduce(withSession, list.sessions) };
		});
		const outcomes = await database.write(drafts);
		outcomes.forEach(({ ok }, index) => {
			const nip = people[index];
			// Somebody else was faster: again with the next notes.
			if (ok && nip !== undefined) this.#forget(nip, notes.get(nip) ?? []);
		});
	}

	#notesOf(nip: Nip): ListedSession[] {
		return [...(this.#pending.get(nip)?.values() ?? [])];
	}

	#forget(nip: Nip, written: readonly ListedSession[]): void {
		const pending = this.#pending.get(nip);
		for (const seen of written) if (pending?.get(seen.id) === seen) pending.delete(seen.id);
		if (pending?.size === 0) this.#pending.delete(nip);
	}
}

/** A list that can't be read is only one to look at: it begins anew. */
function parse(document: unknown, nip: Nip): SessionList {
	const list = SessionList.safeParse(document);
	if (list.success) return list.data;
	const { _rev } = (document ?? {}) as { _rev?: string };
	return { ...emptySessionList(nip), ...(_rev !== undefined && { _rev }) };
}

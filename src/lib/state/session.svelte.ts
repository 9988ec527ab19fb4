/** Who is working here now, and what pages need of him: his database, clock, door for writes, delivery. */
import { watch } from '#lib/db/watch.ts';
import { correctedNow, UNSEEN_CLOCK } from '#lib/db/clock.ts';
import { type Database } from '#lib/db/database.ts';
import { dropDraft, loadDraft, saveDraft } from '#lib/db/drafts.ts';
import { type Favourite, setFavourite } from '#lib/db/favourites.ts';
import { noticeClock, readClock } from '#lib/db/meta.ts';
import {
	type Intention,
	mutate,
	type MutateOptions,
	type MutateRefused,
	type Tools
} from '#lib/db/mutate.ts';
import { type MutatedMany, mutateMany } from '#lib/db/mutate-many.ts';
import { directoryFor } from '#lib/db/people.ts';
import { dismissRefused, resendOnTop } from '#lib/db/refused.ts';
import { closeForGood, type StorageFailure, storing } from '#lib/db/storage-failure.ts';
import { type Day, dayOf, type Zone } from '#lib/domain/day.ts';
import { type DocumentId, entryId } from '#lib/domain/document.ts';
import { type Entry } from '#lib/domain/entry.ts';
import { zoneOf } from '#lib/domain/facts.ts';
import { type Nip } from '#lib/domain/nip.ts';
import { DEFAULT_ZONE } from '#lib/domain/organisation.ts';
import { type Result } from '#lib/domain/result.ts';
import { type EngineStatus, type SyncEngine, type WakeReason } from '#lib/sync/engine.ts';
import { SyncStatus } from './sync-status.svelte.ts';

export type SessionParts = {
	readonly nip: Nip;
	readonly name: string;
	readonly mustChangePassword: boolean;
	readonly db: Database;
	readonly tools: Tools;
	readonly createEngine: (onStatus: (status: EngineStatus) => void) => SyncEngine;
	/** Called after each engine status and after each save; see device-app.svelte.ts. */
	readonly onStatus: (status: EngineStatus) => void;
	readonly onSaved: () => void;
};

export class Session {
	readonly nip: Nip;
	readonly name: string;
	readonly db: Database;
	/** The one truthful line: phase, what waits, when it last went well, what is wrong. */
	readonly sync: SyncStatus;
	/** The person signed in with a start code: only `App.changePassword` makes sense now. */
	mustChangePassword = $state(false);
	#zone = $state<Zone>(DEFAULT_ZONE);
	#clock = UNSEEN_CLOCK;
	#parts: SessionParts;
	#engine: SyncEngine;
	#subscriptions: { unsubscribe(): void }[] = [];

	constructor(parts: SessionParts) {
		this.#parts = parts;
		this.nip = parts.nip;
		this.name = parts.name;
		this.db = parts.db;
		this.mustChangePassword = parts.mustChangePassword;
		this.sync = new SyncStatus(parts.db);
		this.#engine = parts.createEngine((status) => {
			const { nextTryAt } = status;
			const corrected = nextTryAt !== undefined && {
				nextTryAt: correctedNow(this.#clock, nextTryAt)
			};
			this.sync.show({ ...status, ...corrected });
			parts.onStatus(status);
		});
	}

	/** The clock and the zone are known when it resolves, and followed until the session is closed. */
	async prepare(): Promise<void> {
		await Promise.all([
			this.#follow(
				() => readClock(this.db),
				(clock) => (this.#clock = clock)
			),
			this.#follow(
				() => this.#readZone(),
				(zone) => (this.#zone = zone)
			)
		]);
	}

	/** Begins to deliver. */
	begin(): void {
		void this.noticeClock();
		this.#engine.start();
	}

	close(): void {
		this.#engine.stop();
		for (const subscription of this.#subscriptions) subscription.unsubscribe();
		closeForGood(this.db);
	}

	/** The device's clock, corrected by the offset measured at the last contact. */
	now(): number {
		return correctedNow(this.#clock, this.#parts.tools.now());
	}

	/** Zone of the person's unit. */
	zone(): Zone {
		return this.#zone;
	}

	/** Today in that zone. Not reactive to time passing by itself. */
	today(): Day {
		return dayOf(this.now(), this.#zone);
	}

	/** An id for a new entry of this person's work on `date`. */
	newEntryId(date: Day): DocumentId {
		return entryId(this.nip, date, this.#parts.tools.newId());
	}

	async mutate(
		intention: Intention,
		options: MutateOptions = {}
	): Promise<Result<Entry, MutateRefused>> {
		return this.#saved(await mutate(this.db, this.#person, { intention, ...options }));
	}

	/** Many at one tap, in one transaction. */
	async mutateMany(intentions: readonly Intention[]): Promise<MutatedMany> {
		return this.#saved(await mutateMany(this.db, this.#person, intentions));
	}

	/** "Keep mine": the refused change again, on the version that stands now. */
	async resendOnTop(mutationId: string): Promise<Result<Entry, MutateRefused>> {
		return this.#saved(await resendOnTop(this.db, this.#person, mutationId));
	}

	/** The person lets a refused change go, and those built on it. */
	dismissRefused(mutationId: string): Promise<Result<void, StorageFailure>> {
		return dismissRefused(this.db, mutationId);
	}

	/** A draft, as typed; call it on every keystroke. */
	saveDraft(key: string, content: unknown): Promise<Result<void, StorageFailure>> {
		const draft = { content, now: this.now() };
		return storing(this.db, () => saveDraft(this.db, key, draft));
	}

	loadDraft(key: string): Promise<unknown> {
		return loadDraft(this.db, key);
	}

	dropDraft(key: string): Promise<void> {
		return dropDraft(this.db, key);
	}

	/** The star on an activity. */
	setFavourite(
		activity: Favourite,
		{ isFavourite }: { isFavourite: boolean }
	): Promise<Result<void, StorageFailure>> {
		const mark = { isFavourite, now: this.now() };
		return storing(this.db, () => setFavourite(this.db, activity, mark));
	}

	/** "Kirim sekarang". */
	syncNow(): void {
		this.#engine.wake('person');
	}

	wake(reason: WakeReason): void {
		this.#engine.wake(reason);
	}

	/** Looks at the device's clock, so that a step back is noticed while nobody saves. */
	async noticeClock(): Promise<void> {
		await storing(this.db, () => noticeClock(this.db, this.#parts.tools.now()));
	}

	get #person() {
		return { tools: this.#parts.tools, actor: this.nip };
	}

	#saved<T, E>(result: Result<T, E>): Result<T, E> {
		if (result.ok) {
			this.#engine.wake('mutation');
			this.#parts.onSaved();
		}
		return result;
	}

	/** Resolves with the first answer. */
	#follow<T>(query: () => Promise<T>, use: (value: T) => void): Promise<void> {
		return new Promise((resolve, reject) => {
			const next = (value: T) => {
				use(value);
				resolve();
			};
			this.#subscriptions.push(watch(query).subscribe({ next, error: reject }));
		});
	}

	async #readZone(): Promise<Zone> {
		return zoneOf(await directoryFor(this.db, { actor: this.nip, owner: this.nip }), this.nip);
	}
}

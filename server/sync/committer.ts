/**
 * Group commit (design section 7): the mutations of all waiting requests, applied in memory and
 * written in one bulk write.
 *
 *     commit() ─▶ waiting jobs by document ─▶ batch ─▶ fold ─▶ write ─▶ answers
 *                        ▲                               │ conflict / unknown outcome
 *                        └── later jobs on a document    └─▶ read again, fold again, write again
 *                            in flight wait here
 *
 * - A batch holds each document once; its jobs run in the order they came (I7), each on what the one
 *   before it left, and the document is written once.
 * - Nothing is answered before the write is known to be durable (I4). When the outcome is unknown the
 *   document is read again, and a job that finds its mutation there changes nothing (I3).
 * - Memory may be behind other writers. A write that rests on it meets a conflict; an answer without
 *   a write is given only on a document read for it.
 * - A job that fails is rejected alone: the jobs beside it are other people's.
 * - It knows nothing of rules: a job is a function from the document to what becomes of it.
 */
import { type DocumentId, feedOf, type WorkDocument } from '#lib/domain/document.ts';
import { type Database, DatabaseUnavailable, type Draft } from '#server/db/database.ts';
import { type Documents } from './documents.ts';
import { type Feeds } from './feeds.ts';

export const MAX_BATCH_DOCUMENTS = 500;
const MAX_WRITERS = 2;
const MAX_ATTEMPTS = 6;
const RETRY_DELAY_MS = 250;

/** What a job makes of a document: a new state to write, or nothing; and what to tell its caller. */
export type Change<A> = { readonly write?: Draft; readonly answer: A };
export type Committed<A> = { readonly answer: A; readonly document: WorkDocument | undefined };

type Job = {
	readonly change: (document: WorkDocument | undefined) => Change<unknown>;
	readonly resolve: (committed: Committed<unknown>) => void;
	readonly reject: (error: Error) => void;
};

/** The jobs on one document in a batch. `isNew` spares the read when the document should not exist. */
type Group = { readonly id: DocumentId; readonly jobs: Job[]; readonly isNew: boolean };

type Decided = { readonly answer: unknown } | { readonly failure: Error };

type Folded = {
	readonly group: Group;
	readonly before: WorkDocument | undefined;
	readonly after: Draft | undefined;
	/** Every job changed the document; nobody is told a no that rests on the document as it was read. */
	readonly isAllWritten: boolean;
	readonly decided: Decided[];
};

export type CommitterParts = {
	readonly database: Database;
	readonly documents: Documents;
	readonly feeds: Feeds;
	readonly sleep: (ms: number) => Promise<void>;
	/** Told after each batch: how many documents it wrote. */
	readonly onBatch?: (documents: number) => void;
};

export class Committer {
	#parts: CommitterParts;
	#waiting = new Map<DocumentId, Group>();
	#inFlight = new Set<DocumentId>();
	#writers = 0;
	#isScheduled = false;

	constructor(parts: CommitterParts) {
		this.#parts = parts;
	}

	/**
	 * Runs `change` on the current document and resolves when its outcome is durable. Rejects with
	 * DatabaseUnavailable when the database stays silent; the outcome is then unknown to the caller
	 * too, who must be able to send again. `isNew` is a hint that the document doesn't exist yet.
	 */
	commit<A>(
		id: DocumentId,
		change: (document: WorkDocument | undefined) => Change<A>,
		{ isNew }: { isNew: boolean }
	): Promise<Committed<A>> {
		return new Promise((resolve, reject) => {
			const group = this.#waiting.get(id) ?? { id, jobs: [], isNew };
			group.jobs.push({ change, resolve: resolve as Job['resolve'], reject }); // same A in and out
			this.#waiting.set(id, group);
			this.#schedule();
		});
	}

	/** Resolves when nothing is waiting or being written. */
	async idle(): Promise<void> {
		while (this.#waiting.size > 0 || this.#writers > 0) await this.#parts.sleep(5);
	}

	/** After the current tick, so that the mutations of one request share a batch. */
	#schedule(): void {
		if (this.#isScheduled) return;
		this.#isScheduled = true;
		queueMicrotask(() => {
			this.#isScheduled = false;
			while (this.#writers < MAX_WRITERS) {
				const batch = this.#takeBatch();
				if (batch.length === 0) return;
				void this.#run(batch);
			}
		});
	}

	#takeBatch(): Group[] {
		const batch: Group[] = [];
		for (const group of this.#waiting.values()) {
			if (batch.length === MAX_BATCH_DOCUMENTS) break;
			if (!this.#inFlight.has(group.id)) batch.push(group);
		}
		for (const { id } of batch) {
			this.#waiting.delete(id);
			this.#inFlight.add(id);
		}
		return batch;
	}

	async #run(batch: Group[]): Promise<void> {
		this.#writers += 1;
		const ids = batch.map(({ id }) => id);
		this.#parts.feeds.beginWrite(ids);
		try {
			await this.#commitAll(batch);
		} catch (error) {
			const failure = asError(error);
			for (const { jobs } of batch) for (const job of jobs) job.reject(failure);
		} finally {
			for (const id of this.#parts.feeds.endWrite(ids)) this.#parts.documents.forget(id);
			for (const id of ids) this.#inFlight.delete(id);
			this.#writers -= 1;
			this.#schedule();
		}
	}

	async #commitAll(batch: Group[]): Promise<void> {
		let left = batch;
		for (let attempt = 1; left.length > 0; attempt += 1) {
			if (attempt > MAX_ATTEMPTS) throw new DatabaseUnavailable('a commit found no end');
			if (attempt > 2) await this.#parts.sleep(RETRY_DELAY_MS * attempt);
			left = await this.#attempt(left, attempt === 1);
		}
	}

	/** One round: read, fold, write, answer. Returns the groups to try again. */
	async #attempt(groups: Group[], isFirst: boolean): Promise<Group[]> {
		const { documents } = this.#parts;
		const guessed = new Set(isFirst ? groups.filter((group) => this.#isKnown(group)) : []);
		try {
			const toRead = groups.filter((group) => !guessed.has(group)).map(({ id }) => id);
			const read = await documents.read(toRead);
			const folded = groups.map((group) =>
				fold(group, guessed.has(group) ? documents.peek(group.id) : read.get(group.id))
			);
			const unsure = folded.filter((each) => guessed.has(each.group) && !each.isAllWritten);
			for (const { group } of unsure) documents.forget(group.id);
			const sure = folded.filter((each) => !unsure.includes(each));
			for (const each of sure) if (!each.after) settle(each, each.before);
			const failed = await this.#write(sure.filter(({ after }) => after !== undefined));
			return [...unsure, ...failed].map(({ group }) => group);
		} catch (error) {
			if (!(error instanceof DatabaseUnavailable)) throw error;
			// Whether it was written is unknown: read again before writing again.
			const open = groups.filter(({ jobs }) => jobs.length > 0);
			for (const { id } of open) documents.forget(id);
			return open;
		}
	}

	/** Whether a first attempt can do without reading: the document is remembered, or should not exist. */
	#isKnown({ id, isNew }: Group): boolean {
		return isNew || this.#parts.documents.peek(id) !== undefined;
	}

	/** Writes what the fold left; answers what was accepted and returns what met a conflict. */
	async #write(dirty: Folded[]): Promise<Folded[]> {
		if (dirty.length === 0) return [];
		const outcomes = await this.#parts.database.write(
			dirty.map(({ after }) => after as Draft) // only folds with a state to write come here
		);
		this.#parts.onBatch?.(dirty.length);
		return dirty.filter((each, index) => {
			const outcome = outcomes[index];
			if (outcome?.ok) this.#finish(each, outcome.rev);
			else this.#lose(each.group.id);
			return !outcome?.ok;
		});
	}

	/** Another writer was first. The change feed may tell of his revision only together with ours. */
	#lose(id: DocumentId): void {
		this.#parts.documents.forget(id);
		this.#parts.feeds.forget(feedOf(id));
	}

	#finish(folded: Folded, rev: string): void {
		const document = { ...folded.after, _rev: rev } as WorkDocument; // just accepted by the database
		this.#parts.documents.put(document);
		this.#parts.feeds.record(document._id, folded.before?._rev, rev);
		settle(folded, document);
	}
}

/** Runs the jobs of a group one after another on the same document. */
function fold(group: Group, before: WorkDocument | undefined): Folded {
	let after: Draft | undefined;
	let isAllWritten = true;
	const decided = group.jobs.map((job): Decided => {
		const done = decide(job, (after ?? before) as WorkDocument | undefined); // a draft is read like a document
		const write = 'failure' in done ? undefined : done.write;
		after = write ?? after;
		isAllWritten &&= write !== undefined;
		return done;
	});
	return { group, before, after: after && withRevision(after, before), isAllWritten, decided };
}

function decide(
	{ change }: Job,
	document: WorkDocument | undefined
): Change<unknown> | { readonly failure: Error } {
	try {
		return change(document);
	} catch (error) {
		return { failure: asError(error) };
	}
}

function asError(error: unknown): Error {
	return error instanceof Error ? error : new Error('commit failed', { cause: error });
}

function withRevision(after: Draft, before: WorkDocument | undefined): Draft {
	if (after._rev === before?._rev) return after;
	const { _rev: _mine, ...rest } = after;
	return before ? { ...rest, _rev: before._rev } : rest;
}

/** Answers everybody and empties the group, so that a later failure of the batch can't answer again. */
function settle({ group, decided }: Folded, document: WorkDocument | undefined): void {
	group.jobs.splice(0).forEach((job, index) => {
		const done = decided[index];
		if (!done) throw new Error('every job must be decided');
		if ('failure' in done) job.reject(done.failure);
		else job.resolve({ answer: done.answer, document });
	});
}

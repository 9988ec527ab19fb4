/**
 * Follows the changes of a CouchDB database, ids and revisions only, by long polls: each asks for
 * everything after the last answer, so a cut costs nothing but time.
 *
 *     listening ──answer──▶ listening
 *         │ no answer                    ▲
 *         ▼                              │ same database: from where it stopped
 *       waiting ──▶ is it the same one? ─┤
 *                                        └ another or an older one: onGap, from now
 *
 * After a cut a change may be told again. A restore isn't noticed when the database has since grown
 * past the place where it stopped: restart the server processes after a restore.
 */
import * as z from 'zod/mini';
import { answerOrNothing, type CouchConnection } from './couch-connection.ts';
import { type Change } from './database.ts';
import { isReserved } from './ids.ts';

/** After an answer, so that a rush of writes makes a few large polls instead of many small ones. */
const PAUSE_MS = 100;
const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 15_000;

export type FeedSource = {
	readonly couch: CouchConnection;
	/** How long CouchDB holds a poll when there is nothing to tell; less than the request time-out. */
	readonly pollMs: number;
	/** May reject when `signal` ends it. */
	readonly sleep: (delayMs: number, signal: AbortSignal) => Promise<unknown>;
	readonly countBranches: (id: string) => Promise<number>;
};

export type FeedListener = {
	readonly onChange: (change: Change) => void;
	readonly onGap: () => void;
};

/** A place in one incarnation of the database. */
type Position = { readonly since: string; readonly createdAt: string };

const DatabaseState = z.object({ update_seq: z.string(), instance_start_time: z.string() });
const Row = z.object({
	id: z.string(),
	changes: z.array(z.object({ rev: z.string() })),
	deleted: z.optional(z.boolean())
});
type Row = z.infer<typeof Row>;
const Answer = z.object({ results: z.array(Row), last_seq: z.string() });

/** Resolves once every later change will be told; returns the stop. */
export async function followChanges(
	source: FeedSource,
	listener: FeedListener
): Promise<() => void> {
	const stop = new AbortController();
	const position = await readPosition(source.couch, stop.signal);
	void follow(source, listener, { position, signal: stop.signal });
	return () => stop.abort();
}

async function follow(
	source: FeedSource,
	{ onChange, onGap }: FeedListener,
	{ position: start, signal }: { position: Position; signal: AbortSignal }
): Promise<void> {
	let position = start;
	let failures = 0;
	while (!signal.aborted) {
		// A refused sequence is one that CouchDB doesn't know; what follows finds out.
		const batch = await answerOrNothing(poll(source, position, signal));
		if (signal.aborted) return;
		if (batch) {
			failures = 0;
			// The database was made anew between two polls; CouchDB tells it from the beginning.
			if (numberOf(batch.since) < numberOf(position.since)) onGap();
			for (const change of batch.changes) onChange(change);
			position = { ...position, since: batch.since };
			// Rejects only when it is stopped, which the loop sees.
			await source.sleep(PAUSE_MS, signal).catch(() => undefined);
		} else {
			// As above: the next question ends at once, and the loop with it.
			await source.sleep(retryDelayMs(failures), signal).catch(() => undefined);
			failures += 1;
			const found = await answerOrNothing(readPosition(source.couch, signal));
			if (signal.aborted) return;
			if (found && !continues(position, found)) {
				onGap();
				position = found;
			}
		}
	}
}

type Batch = { readonly changes: readonly Change[]; readonly since: string };

async function poll(source: FeedSource, position: Position, signal: AbortSignal): Promise<Batch> {
	const { couch, pollMs } = source;
	const query = { feed: 'longpoll', style: 'all_docs', since: position.since, timeout: pollMs };
	const answer = await couch.request(Answer, { path: '_changes', query, signal });
	const changes: Change[] = [];
	for (const row of answer.results) {
		if (!isReserved(row.id)) changes.push(await rowToChange(row, source.countBranches));
	}
	return { changes, since: answer.last_seq };
}

/** The first revision listed is the winner; deleted leaves are listed too, so several are only a hint. */
async function rowToChange(
	{ id, changes, deleted }: Row,
	countBranches: FeedSource['countBranches']
): Promise<Change> {
	const rev = changes[0]?.rev ?? '';
	if (deleted) return { id, rev, branches: 0 };
	return { id, rev, branches: changes.length > 1 ? await countBranches(id) : 1 };
}

async function readPosition(couch: CouchConnection, signal: AbortSignal): Promise<Position> {
	const state = await couch.request(DatabaseState, { signal });
	return { since: state.update_seq, createdAt: state.instance_start_time };
}

function continues(position: Position, found: Position): boolean {
	return (
		found.createdAt === position.createdAt && numberOf(found.since) >= numberOf(position.since)
	);
}

/** An update sequence is opaque but for the number of changes in front. */
const numberOf = (seq: string): number => Number.parseInt(seq);

function retryDelayMs(failures: number): number {
	return Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures);
}

/**
 * What a sync does: rounds of one request and one answer until everything that waits was delivered
 * and every feed is complete.
 *
 *     begin round          one transaction: choose mutations, mark them `sending`, read totals
 *     request              no transaction is held across it
 *     store the answer     one transaction: results, documents, totals, rows on screen, contact
 *     again?               a page, a comparison, new feeds, or more mutations → next round
 *
 * I1  a mutation leaves the outbox only with its result stored, beside its document (answer.ts)
 * I3  rows left `sending` by a killed tab are sent again
 * I6  a refused one stays and blocks nothing
 * I7  mutations go in their order; behind a deferred one of the same document they wait
 * I8  without an answer proven to be ours nothing changes but `sending` back to `waiting`
 * I15 a sync that reports `complete` holds what the server held
 *
 * When it is over, one line is written into the log of contacts; the sync doesn't depend on it.
 * It doesn't decide when (engine.ts) or how (transport.ts), and it never waits before a retry: a
 * failure ends it, after asking for smaller pages if the line broke under a large one.
 */
import { logContact } from '../db/contact-log.ts';
import { type Database } from '../db/database.ts';
import { readClock, readPageLimit, writeLastSync, writePageLimit } from '../db/meta.ts';
import { markWaiting } from '../db/outbox.ts';
import { correctedNow } from '../db/clock.ts';
import { type StorageFailure, storing } from '../db/storage-failure.ts';
import { type Nip } from '../domain/nip.ts';
import { ok, type Result } from '../domain/result.ts';
import { MAX_DOCUMENTS, type SyncResponse } from '../protocol/sync.ts';
import { type Stored, storeAnswer } from './answer.ts';
import { beginRound, newRounds, peekBatch, type Round, type Rounds } from './request.ts';
import { type TransportFailure } from './failure.ts';
import { type Transport } from './transport.ts';

/** The device's own clock, chance and ids, as mutate() takes them. */
type SyncTools = { now(): number; newId(): string };

export type CycleParts = {
	readonly transport: Pick<Transport, 'sync'>;
	readonly tools: SyncTools;
	readonly person: Nip;
	readonly deviceId: string;
	readonly signal?: AbortSignal;
};

export type CycleReport = {
	readonly requests: number;
	readonly applied: number;
	readonly refused: number;
	readonly documents: number;
	/** False when the rounds ran out before the feeds were complete; the next sync goes on. */
	readonly complete: boolean;
	readonly nextSync: SyncResponse['nextSync'];
};

export type CycleFailure = TransportFailure | StorageFailure;

/** A first load of 200,000 documents; beyond it the server is not getting anywhere. */
const MAX_ROUNDS = 400;
/** Rounds in a row that bring neither documents nor results: scope, buckets, revisions, and some patience. */
const MAX_EMPTY_ROUNDS = 6;
const MIN_PAGE = 10;

/** Runs one sync of one person. May run beside another: the answers are stored once. */
export async function runCycle(
	db: Database,
	parts: CycleParts
): Promise<Result<CycleReport, CycleFailure>> {
	const course: Course = { rounds: newRounds(), sent: 0, news: 0, report: EMPTY_REPORT };
	const at = parts.tools.now();
	const outcome = await runRounds(db, parts, course);
	// Who signed out in the middle of it had no contact to tell of.
	if (!parts.signal?.aborted) await note(db, { at, endedAt: parts.tools.now() }, course, outcome);
	return outcome;
}

/** How far one sync has got, also when it fails. */
type Course = {
	readonly rounds: Rounds;
	sent: number;
	/** Documents that are no answer to what was sent. */
	news: number;
	report: CycleReport;
};

function note(
	db: Database,
	times: { at: number; endedAt: number },
	{ sent, news, report }: Course,
	outcome: Result<CycleReport, CycleFailure>
): Promise<void> {
	return logContact(db, {
		...times,
		sent,
		applied: report.applied,
		received: news,
		outcome: outcome.ok ? 'ok' : outcome.error.type
	});
}

async function runRounds(
	db: Database,
	parts: CycleParts,
	course: Course
): Promise<Result<CycleReport, CycleFailure>> {
	const { rounds } = course;
	for (let empty = 0; ;) {
		const outcome = await runRound(db, parts, course);
		if (!outcome.ok) return outcome;
		const { stored, response, wantsMore } = outcome.value;
		const report = addUp(course.report, stored, response);
		course.report = report;
		empty = stored.documents + stored.applied + stored.refused > 0 ? 0 : empty + 1;

		const isOver = !wantsMore && !(await hasMore(db, rounds));
		if (isOver || empty > MAX_EMPTY_ROUNDS || report.requests >= MAX_ROUNDS) {
			course.report = { ...report, complete: isOver };
			break;
		}
	}
	const noted = await noteSuccess(db, parts, course.report);
	return noted.ok ? ok(course.report) : noted;
}

const EMPTY_REPORT: CycleReport = {
	requests: 0,
	applied: 0,
	refused: 0,
	documents: 0,
	complete: false,
	nextSync: [0, 0]
};

function addUp(before: CycleReport, stored: Stored, { nextSync }: SyncResponse): CycleReport {
	return {
		...before,
		requests: before.requests + 1,
		applied: before.applied + stored.applied,
		refused: before.refused + stored.refused,
		documents: before.documents + stored.documents,
		nextSync
	};
}

type RoundOutcome = { stored: Stored; response: SyncResponse; wantsMore: boolean };

async function runRound(
	db: Database,
	{ transport, tools, person, deviceId, signal }: CycleParts,
	course: Course
): Promise<Result<RoundOutcome, CycleFailure>> {
	const { rounds } = course;
	const asker = { person, deviceId, newId: () => tools.newId() };
	const begun = await storing(db, () => beginRound(db, asker, rounds));
	if (!begun.ok) return begun;
	const round = begun.value;
	course.sent += round.batch.length;

	const response = await transport.sync(round.request, signal);
	if (!response.ok) {
		await giveBack(db, round, response.error);
		return response;
	}
	const stored = await storing(db, () =>
		storeAnswer(db, { round, response: response.value }, { person, deviceNow: tools.now() })
	);
	if (!stored.ok) return stored;

	course.news += newsIn(round, response.value);
	for (const { id } of round.batch) rounds.attempted.add(id);
	for (const id of stored.value.deferred) rounds.deferredDocuments.add(id);
	rounds.compare = response.value.compare ?? {};
	const wantsMore = asksForMore(round, response.value) || stored.value.hasNewFeeds;
	return ok({ stored: stored.value, response: response.value, wantsMore });
}

function newsIn({ batch }: Round, { documents = [] }: SyncResponse): number {
	const own = new Set(batch.map(({ documentId }) => documentId));
	return documents.filter(({ _id }) => !own.has(_id)).length;
}

/** A feed just paged to its end is asked about once more: something may have been added above. */
function asksForMore({ request }: Round, { resume, compare }: SyncResponse): boolean {
	return resume !== undefined || compare !== undefined || request.resume !== undefined;
}

async function hasMore(db: Database, rounds: Rounds): Promise<boolean> {
	const batch = await storing(db, () => peekBatch(db, rounds, 1));
	return batch.ok && batch.value.length > 0;
}

/** The rows wait again, and a line that broke under a large request or answer gets a smaller one. */
async function giveBack(db: Database, round: Round, failure: TransportFailure): Promise<void> {
	// Should this fail too, rows left `sending` count as waiting all the same.
	await storing(db, () =>
		db.transaction('rw', db.outbox, db.meta, async () => {
			await markWaiting(
				db,
				round.batch.map(({ id }) => id)
			);
			if (!brokeUnderLoad(round, failure)) return;
			const limit = (await readPageLimit(db)) ?? MAX_DOCUMENTS;
			await writePageLimit(db, Math.max(MIN_PAGE, Math.floor(limit / 2)));
		})
	);
}

function brokeUnderLoad({ batch }: Round, failure: TransportFailure): boolean {
	if (failure.type === 'cut') return true;
	return failure.type === 'timeout' && (failure.answering || batch.length > MIN_PAGE);
}

function noteSuccess(
	db: Database,
	{ tools }: CycleParts,
	{ nextSync: [afterMs, spreadMs] }: CycleReport
): Promise<Result<void, StorageFailure>> {
	return storing(db, () =>
		db.transaction('rw', db.meta, async () => {
			const at = correctedNow(await readClock(db), tools.now());
			await writeLastSync(db, { at, afterMs, spreadMs });
		})
	);
}

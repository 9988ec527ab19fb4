/**
 * Stands in for the server while a person practises: it applies mutations by the domain's own rule
 * and plays the supervisor. Nothing here knows a network. What the device holds as the server's last
 * word is all it remembers.
 *
 *     recorded ── line away ──▶ tried again ──▶ applied ── after a while ──▶ returned (the first one)
 *                                                                    └────▶ approved (all others)
 */
import { type Database } from '#lib/db/database.ts';
import { directoryOf } from '#lib/db/people.ts';
import { apply } from '#lib/domain/apply.ts';
import { type DocumentId, parseEntryId, type WorkDocument } from '#lib/domain/document.ts';
import { currentItem, Entry } from '#lib/domain/entry.ts';
import { type Directory, factsFor } from '#lib/domain/facts.ts';
import { Mutation } from '#lib/domain/mutation.ts';
import { type Nip } from '#lib/domain/nip.ts';
import { type Refusal } from '#lib/domain/refusal.ts';
import { err, ok } from '#lib/domain/result.ts';
import { type Delivery, type MutationResult, type SyncRequest } from '#lib/protocol/sync.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts';
import { type Sleep } from '#lib/sync/deadline.ts';
import { type Transport } from '#lib/sync/transport.ts';
import { PRACTICE_NIP } from './mode.ts';
import { PRACTICE_SUPERVISOR } from './office.ts';
import { returnReason } from './words.ts';

/** So long the line seems to be away after a save, so that one sees the work wait. */
export const LINE_AWAY_MS = 4_000;
/** So long a delivery takes, so that one sees it go. */
export const TRAVEL_MS = 1_500;
/** So long the supervisor takes to look at what has arrived. */
export const REVIEW_AFTER_MS = 12_000;
const IDLE_MS = 900_000;

export type PracticeServerParts = {
	readonly now: () => number;
	readonly random: () => number;
	readonly newId: () => string;
	readonly sleep: Sleep;
};

export function createPracticeServer(
	db: Database,
	parts: PracticeServerParts
): Pick<Transport, 'sync'> {
	return {
		async sync(request, signal) {
			const { mutations = [] } = request;
			if (mutations.some(({ recordedAt }) => isFresh(recordedAt, parts.now()))) {
				return err({ type: 'offline' });
			}
			if (mutations.length > 0) await parts.sleep(TRAVEL_MS, signal);
			return ok(await answer(db, parts, request));
		}
	};
}

const isFresh = (recordedAt: unknown, now: number): boolean =>
	typeof recordedAt === 'number' && now < recordedAt + LINE_AWAY_MS;

async function answer(db: Database, parts: PracticeServerParts, request: SyncRequest) {
	const desk = await openDesk(db, parts.now());
	const results = (request.mutations ?? []).map((delivery) => receive(desk, delivery));
	for (const mutation of decisions(desk, parts.newId)) judge(desk, PRACTICE_SUPERVISOR, mutation);
	return {
		protocol: PROTOCOL_VERSION,
		requestId: request.requestId,
		serverTime: desk.now,
		contact: 'latihan',
		results,
		documents: [...desk.changed].map((id) => stored(desk.entries.get(id), parts.random)),
		nextSync: [nextLookMs(desk), 0] as [number, number]
	};
}

type Desk = {
	readonly now: number;
	readonly directory: Directory;
	readonly reason: string;
	readonly entries: Map<DocumentId, Entry>;
	readonly changed: Set<DocumentId>;
};

async function openDesk(db: Database, now: number): Promise<Desk> {
	const rows = await db.documents.where('feed').startsWith(`p${PRACTICE_NIP}`).toArray();
	const entries = new Map(rows.map(({ id, document }) => [id, Entry.parse(document)]));
	const [directory, reason] = await Promise.all([directoryOf(db), returnReason(db)]);
	return { now, directory, reason, entries, changed: new Set() };
}

function receive(desk: Desk, delivery: Delivery): MutationResult {
	const { id } = delivery;
	const parsed = Mutation.safeParse(delivery);
	const refusal: Refusal | undefined = parsed.success
		? judge(desk, PRACTICE_NIP, parsed.data)
		: { type: 'malformed', paths: [] };
	if (refusal) return { id, outcome: 'refused', refusal };
	const receipt = {
		judgedAt: Number(delivery.recordedAt),
		receivedAt: desk.now,
		proven: true,
		signature: 'latihan'
	};
	return { id, outcome: 'applied', receipt };
}

function judge(desk: Desk, actor: Nip, mutation: Mutation): Refusal | undefined {
	const { documentId, recordedAt } = mutation;
	const key = parseEntryId(documentId);
	if (key?.nip !== PRACTICE_NIP) return { type: 'not-allowed' };
	const facts = factsFor(desk.directory, {
		actor,
		owner: key.nip,
		date: key.date,
		judged: { at: recordedAt, proven: true },
		contactAt: recordedAt,
		receivedAt: desk.now
	});
	const applied = apply(desk.entries.get(documentId), mutation, facts);
	if (!applied.ok) return applied.error;
	desk.entries.set(documentId, applied.value);
	desk.changed.add(documentId);
	return undefined;
}

const wasReturned = ({ history }: Entry): boolean =>
	history.some(({ kind }) => kind === 'review.return');

/** In the order in which they were recorded. */
const waiting = ({ entries }: Desk): Entry[] =>
	[...entries.values()]
		.filter(({ status }) => status === 'submitted')
		.sort((a, b) => currentItem(a).recordedAt - currentItem(b).recordedAt);

const reviewAt = (entry: Entry): number => (currentItem(entry).receivedAt ?? 0) + REVIEW_AFTER_MS;

/** The first entry of a practice comes back, so that correcting is practised; all others are approved. */
function decisions(desk: Desk, newId: () => string): Mutation[] {
	const due = waiting(desk).filter((entry) => reviewAt(entry) <= desk.now);
	const isFirst = ![...desk.entries.values()].some(wasReturned);
	return due.map((entry, index): Mutation => {
		const about = {
			id: newId(),
			documentId: entry._id,
			base: entry.version,
			seq: 0,
			recordedAt: desk.now
		};
		return isFirst && index === 0
			? { ...about, kind: 'review.return', reason: desk.reason }
			: { ...about, kind: 'review.approve' };
	});
}

function nextLookMs(desk: Desk): number {
	const looks = waiting(desk).map((entry) => reviewAt(entry) - desk.now);
	return Math.max(0, Math.min(IDLE_MS, ...looks));
}

/** An entry under a revision of its own, as a database would keep it. */
function stored(entry: Entry | undefined, random: () => number): WorkDocument {
	if (!entry) throw new Error('only an entry that is there can be stored');
	const generation = parseInt(entry._rev ?? '0', 10) + 1;
	const hash = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16));
	return { ...entry, _rev: `${generation}-${hash.join('')}` };
}

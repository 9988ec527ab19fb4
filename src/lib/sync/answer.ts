/**
 * Stores one answer that is proven to be ours, in one transaction: what was held, what was delivered
 * and what screens show change together or not at all (I1, I8). A tab killed before the commit will
 * simply ask again, which is harmless (I3).
 */
import { rememberContact, writePageLimit } from '../db/meta.ts';
import { type Database, type OutboxRow } from '../db/database.ts';
import { dropDocuments, setResume, setScope, storeDocuments } from '../db/feeds.ts';
import { markDeferred, markRefused, waitingDocuments } from '../db/outbox.ts';
import { rebuild } from '../db/rebuild.ts';
import { moveToSent, pruneSent, requeueLost } from '../db/sent.ts';
import { type DocumentId, feedOf, parseEntryId, type WorkDocument } from '../domain/document.ts';
import { type Nip } from '../domain/nip.ts';
import { type Refusal } from '../domain/refusal.ts';
import { MAX_DOCUMENTS, type MutationResult, type SyncResponse } from '../protocol/sync.ts';
import { type Round } from './request.ts';

export type Stored = {
	readonly applied: number;
	readonly refused: number;
	/** Documents of which a mutation could not be judged yet. */
	readonly deferred: readonly DocumentId[];
	readonly documents: number;
	readonly hasNewFeeds: boolean;
};

type Answered = { readonly round: Round; readonly response: SyncResponse };

export function storeAnswer(
	db: Database,
	{ round, response }: Answered,
	{ person, deviceNow }: { person: Nip; deviceNow: number }
): Promise<Stored> {
	return db.transaction('rw', tablesToStore(db), async () => {
		const documents = newest(response.documents ?? []);
		const dropped = response.drop ?? [];
		const added = response.scope ? await setScope(db, response.scope) : [];
		await storeDocuments(db, documents);
		await dropDocuments(db, dropped);
		await setResume(db, Object.keys(round.request.resume ?? {}), response.resume ?? {});

		const outcomes = await settle(db, round.batch, response);
		await requeueLost(db, { documents, dropped });
		// New settings, a new supervisor: what waits is judged by them.
		const hasNewFacts = documents.some(({ _id }) => parseEntryId(_id) === undefined);
		const touched = [
			...documents.map(({ _id }) => _id),
			...dropped,
			...round.batch.map(({ documentId }) => documentId),
			...(hasNewFacts ? await waitingDocuments(db) : [])
		];
		await rebuild(db, person, touched);

		const { contact: token, serverTime } = response;
		await rememberContact(db, { token, serverTime, deviceNow });
		await growPages(db, round);
		await pruneSent(db, serverTime);
		return { ...outcomes, documents: documents.length, hasNewFeeds: added.length > 0 };
	});
}

const tablesToStore = (db: Database) => [
	db.documents,
	db.entries,
	db.feeds,
	db.outbox,
	db.sent,
	db.meta
];

/** Each document once: a page and a result may both bring it, read at different moments. */
function newest(documents: readonly WorkDocument[]): WorkDocument[] {
	const byId = new Map<DocumentId, WorkDocument>();
	for (const document of documents) {
		const known = byId.get(document._id);
		if (!known || generation(document) >= generation(known)) byId.set(document._id, document);
	}
	return [...byId.values()];
}

const generation = ({ _rev }: WorkDocument): number => parseInt(_rev, 10);

type Outcomes = Pick<Stored, 'applied' | 'refused' | 'deferred'>;

/** Gives every mutation of the batch its place: sent, refused, or still waiting. */
async function settle(
	db: Database,
	batch: readonly OutboxRow[],
	response: SyncResponse
): Promise<Outcomes> {
	const results = new Map((response.results ?? []).map((result) => [result.id, result]));
	const deferred: DocumentId[] = [];
	let applied = 0;
	let refused = 0;
	for (const sent of batch) {
		// Another tab may have stored an answer for it meanwhile.
		const row = await db.outbox.get(sent.seq);
		if (!row || row.id !== sent.id || row.state === 'refused') continue;
		const result = results.get(row.id);
		if (result?.outcome === 'refused') {
			await markRefused(db, row, { refusal: reasonOf(result), at: response.serverTime });
			refused += 1;
		} else if (isApplied(result) && (await hasItsDocument(db, row))) {
			await moveToSent(db, row, { receipt: result?.receipt, at: response.serverTime });
			applied += 1;
		} else {
			await markDeferred(db, row, response.serverTime);
			deferred.push(row.documentId);
		}
	}
	return { applied, refused, deferred };
}

const isApplied = (result: MutationResult | undefined): boolean =>
	result?.outcome === 'applied' || result?.outcome === 'already-applied';

const reasonOf = ({ refusal = { type: 'unexplained' } }: MutationResult): Refusal => refusal;

/** An applied mutation leaves the outbox only beside its document (I1), unless that is none of ours to hold. */
async function hasItsDocument(db: Database, { id, documentId }: OutboxRow): Promise<boolean> {
	const isHeld = (await db.feeds.get(feedOf(documentId))) !== undefined;
	if (!isHeld) return true;
	const document = (await db.documents.get(documentId))?.document;
	return document !== undefined && mayContain(document, id);
}

function mayContain(document: WorkDocument, mutationId: string): boolean {
	const { history } = document;
	if (!Array.isArray(history)) return true;
	return history.some((item: { id?: unknown } | null) => item?.id === mutationId);
}

/** A line that carried this page may carry a larger one. */
async function growPages(db: Database, { limit }: Round): Promise<void> {
	if (limit < MAX_DOCUMENTS) await writePageLimit(db, Math.min(MAX_DOCUMENTS, limit * 2));
}

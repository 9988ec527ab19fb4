/** What one round of a sync asks: what is held, what waits, what is being paged or compared. */
import { type DocumentId, type Feed } from '../domain/document.ts';
import { type MutationId } from '../domain/mutation.ts';
import { type Nip } from '../domain/nip.ts';
import { EMPTY_TOTAL, sameTotal } from '../domain/total.ts';
import { type Database, type FeedRow, type OutboxRow } from '../db/database.ts';
import { bucketRevisions, bucketTotals, heldFeeds } from '../db/feeds.ts';
import { readContact, readPageLimit } from '../db/meta.ts';
import { markSending, nextBatch } from '../db/outbox.ts';
import {
	type Delivery,
	digestOfFeeds,
	MAX_DOCUMENTS,
	MAX_MUTATIONS,
	type SyncRequest
} from '../protocol/sync.ts';
import { PROTOCOL_VERSION } from '../protocol/version.ts';

/** About what a bad line carries up within the 20 seconds a request may stay silent. */
const MAX_BATCH_CHARACTERS = 100_000;
const REQUEST_ID_LENGTH = 8;

/** What a sync remembers from round to round; nothing of it outlives the sync. */
export type Rounds = {
	/** What the server asked to compare: no buckets means "tell me all buckets". */
	compare: Readonly<Record<Feed, readonly string[]>>;
	/** Sent in this sync, whatever became of it. */
	readonly attempted: Set<MutationId>;
	readonly deferredDocuments: Set<DocumentId>;
};

export const newRounds = (): Rounds => ({
	compare: {},
	attempted: new Set(),
	deferredDocuments: new Set()
});

export type Asker = {
	readonly person: Nip;
	readonly deviceId: string;
	readonly newId: () => string;
};

export type Round = {
	readonly request: SyncRequest;
	readonly batch: readonly OutboxRow[];
	readonly limit: number;
};

/** Builds the next request and marks its mutations as being sent, in one transaction. */
export function beginRound(db: Database, asker: Asker, rounds: Rounds): Promise<Round> {
	return db.transaction('rw', [db.outbox, db.feeds, db.documents, db.meta], async () => {
		const limit = (await readPageLimit(db)) ?? MAX_DOCUMENTS;
		const batch = await peekBatch(db, rounds, limit);
		if (batch.length > 0) await markSending(db, batch);
		const feeds = await heldFeeds(db);
		const request: SyncRequest = {
			protocol: PROTOCOL_VERSION,
			requestId: asker.newId().slice(-REQUEST_ID_LENGTH),
			person: asker.person,
			deviceId: asker.deviceId,
			held: heldOf(feeds),
			...(feeds.length > 0 && { scope: digestOfFeeds(feeds.map(({ feed }) => feed)) }),
			...deliveries((await readContact(db))?.token, batch),
			...resumeOf(feeds),
			...(await comparison(db, rounds.compare)),
			...(limit < MAX_DOCUMENTS && { limit })
		};
		return { request, batch, limit };
	});
}

/** Feeds of which nothing is held go without saying. */
function heldOf(feeds: readonly FeedRow[]): SyncRequest['held'] {
	const some = feeds.filter(({ total }) => !sameTotal(total, EMPTY_TOTAL));
	return Object.fromEntries(some.map(({ feed, total }) => [feed, total]));
}

/** What would be sent now; empty when nothing is left for this sync. */
export function peekBatch(
	db: Database,
	{ attempted, deferredDocuments }: Rounds,
	limit: number
): Promise<OutboxRow[]> {
	return nextBatch(db, {
		max: Math.min(MAX_MUTATIONS, limit),
		maxCharacters: MAX_BATCH_CHARACTERS,
		except: attempted,
		exceptDocuments: deferredDocuments
	});
}

/** Mutations name the contact they were recorded under by its place in the list; the newest is first. */
function deliveries(
	newest: string | undefined,
	batch: readonly OutboxRow[]
): Pick<SyncRequest, 'contacts' | 'mutations'> {
	const known = batch.flatMap(({ contact }) => (contact === undefined ? [] : [contact]));
	const contacts = [...new Set([...(newest === undefined ? [] : [newest]), ...known])];
	const mutations = batch.map(({ mutation, seq, contact, receipt }): Delivery => ({
		...mutation,
		seq,
		...(contact !== undefined && { contact: contacts.indexOf(contact) }),
		...(receipt && { receipt })
	}));
	return {
		...(contacts.length > 0 && { contacts }),
		...(mutations.length > 0 && { mutations })
	};
}

function resumeOf(feeds: readonly FeedRow[]): Pick<SyncRequest, 'resume'> {
	const paged = feeds.flatMap(({ feed, resume }) => (resume ? [[feed, resume] as const] : []));
	return paged.length > 0 ? { resume: Object.fromEntries(paged) } : {};
}

async function comparison(
	db: Database,
	compare: Rounds['compare']
): Promise<Pick<SyncRequest, 'buckets' | 'revisions'>> {
	const buckets: NonNullable<SyncRequest['buckets']> = {};
	const revisions: NonNullable<SyncRequest['revisions']> = {};
	for (const [feed, named] of Object.entries(compare)) {
		if (named.length === 0) buckets[feed] = await bucketTotals(db, feed);
		else revisions[feed] = await bucketRevisions(db, feed, named);
	}
	return {
		...(Object.keys(buckets).length > 0 && { buckets }),
		...(Object.keys(revisions).length > 0 && { revisions })
	};
}

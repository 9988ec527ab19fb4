/**
 * One person's database on this device, `ekinerja-<nip>`. Tables and their versions stand only here;
 * a released version is never edited, a new one is added with its upgrade.
 *
 *     documents   the server's last word, verbatim, of every kind and schema
 *     entries     what screens show of an entry: last word + waiting mutations (I2)
 *     feeds       what is held of each feed, as totals; where a first load stands
 *     outbox      mutations the server has not answered, or refused
 *     sent        mutations it has applied, for 35 days, with their receipts
 *     drafts      half-typed forms
 *     meta        contact, clock, last sync, page size
 *     favourites  activities the person wants first in the form
 *     contactLog  every contact with the server, for a look and for support; the newest 500
 *     seen        which version of an entry that waits for him the reviewer saw last
 */
import { Dexie, type DexieOptions, type EntityTable, type Table } from 'dexie';
import { type DocumentId, type Feed, type WorkDocument } from '../domain/document.ts';
import { type Entry, type EntryStatus } from '../domain/entry.ts';
import { type Judged } from '../domain/judged-time.ts';
import { type Mutation, type MutationId } from '../domain/mutation.ts';
import { type Nip } from '../domain/nip.ts';
import { type Refusal } from '../domain/refusal.ts';
import { type Total } from '../domain/total.ts';
import { type Receipt } from '../protocol/sync.ts';
import { followTransactions } from './open-transactions.ts';
import { closeForGood } from './storage-failure.ts';

// On localhost Dexie would note the stack of every question asked, which costs more than many an answer.
Dexie.debug = false;

export type DocumentRow = {
	id: DocumentId;
	feed: Feed;
	bucket: string;
	rev: string;
	document: WorkDocument;
};

export type EntryRow = {
	id: DocumentId;
	owner: Nip;
	date: string;
	status: EntryStatus;
	entry: Entry;
	/** How many of this device's mutations on it the server has not answered. */
	waiting: number;
	/** Whose changes lost against others'; absent where nobody's did. */
	overruledBy?: readonly Nip[];
};

export type FeedRow = {
	feed: Feed;
	total: Total;
	/** A first load goes on below this id. */ resume?: DocumentId;
};

type OutboxState = 'waiting' | 'sending' | 'refused';

type Unplaced<M> = M extends Mutation ? Omit<M, 'seq'> : never;
/** A mutation as the person made it; its place in the order of this device is its row's key. */
export type UnplacedMutation = Unplaced<Mutation>;

export type OutboxRow = {
	seq: number;
	id: MutationId;
	documentId: DocumentId;
	state: OutboxState;
	mutation: UnplacedMutation;
	/** The time that counts as this device sees it; screens are rebuilt with it, never with "now". */
	judged: Judged;
	/** The contact token held when the person acted, and its time. */
	contact?: string;
	contactAt?: number;
	/** The entry as it was shown, so that a refusal can be explained after the feed is gone. */
	snapshot?: Entry;
	refusal?: Refusal;
	refusedAt?: number;
	/** The server's word from before it was restored from an older copy. */
	receipt?: Receipt;
	/** The server could not judge it yet; it is sent again in the next sync. */
	deferred?: true;
	/** When it was put off for the first time. */
	deferredSince?: number;
};

/** The table gives the place; a mutation that comes back has its own. */
export type NewOutboxRow = Omit<OutboxRow, 'seq'> & { seq?: number };

export type SentRow = {
	id: MutationId;
	documentId: DocumentId;
	mutation: Mutation;
	judged: Judged;
	receipt?: Receipt;
	contact?: string;
	contactAt?: number;
	sentAt: number;
};

export type DraftRow = { key: string; content: unknown; savedAt: number };
export type MetaRow = { key: string; value: unknown };
/** `key` is the catalogue id of an activity, or the text of a free one, in small letters. */
export type FavouriteRow = {
	key: string;
	code: string | null;
	/** As it was called when it was marked; the catalogue may know better. */
	name: string;
	unit: string;
	addedAt: number;
};
/** One contact with the server: what was sent, and how it ended. No words of anybody. */
export type ContactLogRow = {
	id: number;
	at: number;
	endedAt: number;
	sent: number;
	applied: number;
	received: number;
	/** `ok`, or the type of the failure. */
	outcome: string;
	retryAt?: number;
};

/** `version` of the entry `id` was the last on this reviewer's screen. */
export type SeenRow = { id: DocumentId; version: MutationId };

export type DatabaseHooks = {
	/** Another tab needs a newer version: save what is being typed. The database closes after it. */
	onOutdated?: () => Promise<void> | void;
};

export class Database extends Dexie {
	declare documents: EntityTable<DocumentRow, 'id'>;
	declare entries: EntityTable<EntryRow, 'id'>;
	declare feeds: EntityTable<FeedRow, 'feed'>;
	declare outbox: Table<OutboxRow, number, NewOutboxRow>;
	declare sent: EntityTable<SentRow, 'id'>;
	declare drafts: EntityTable<DraftRow, 'key'>;
	declare meta: EntityTable<MetaRow, 'key'>;
	declare favourites: EntityTable<FavouriteRow, 'key'>;
	declare contactLog: EntityTable<ContactLogRow, 'id'>;
	declare seen: EntityTable<SeenRow, 'id'>;

	constructor(nip: Nip, options: DexieOptions = {}, hooks: DatabaseHooks = {}) {
		super(databaseName(nip), { chromeTransactionDurability: 'strict', ...options });
		this.version(1).stores({
			documents: 'id, feed',
			entries: 'id, [owner+date], date, status',
			feeds: 'feed',
			outbox: '++seq, &id, documentId, state',
			sent: 'id, documentId, sentAt',
			drafts: 'key, savedAt',
			meta: 'key'
		});
		this.version(2).stores({ favourites: 'key', contactLog: '++id' });
		this.version(3)
			.stores({ seen: 'id', entries: 'id, [owner+date], date, status, *overruledBy' })
			// Every entry is made again, with what it is found by now.
			.upgrade((all) => all.table('meta').delete('schema'));
		closeWhenOutdated(this, hooks);
		followTransactions(this);
	}
}

export const databaseName = (nip: Nip): string => `ekinerja-${nip}`;

/** Lets a newer tab upgrade. Without this the newer tab would wait until this one is closed. */
export function closeWhenOutdated(db: Dexie, hooks: DatabaseHooks): void {
	db.on('versionchange', () => {
		void Promise.resolve(hooks.onOutdated?.()).finally(() => closeForGood(db));
		// Dexie's own handler would close before the draft is saved.
		return false;
	});
}

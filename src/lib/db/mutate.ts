/**
 * The only door for writes by a person. One transaction judges the intention with this device's
 * copy of the facts, changes the row on screen and appends to the outbox; if any of it fails, none of
 * it happened. What the rules refuse here is refused before anything is written.
 *
 * The time is the device's clock corrected by the offset of the last contact, judged by the rule of
 * the server (I12), so that the screen says what the server will say.
 */
import { apply } from '../domain/apply.ts';
import { type DocumentId, type EntryKey, parseEntryId } from '../domain/document.ts';
import { type Entry, hasMutation } from '../domain/entry.ts';
import { type Directory, factsFor } from '../domain/facts.ts';
import { type Judged } from '../domain/judged-time.ts';
import { Mutation, type MutationId } from '../domain/mutation.ts';
import { type Nip } from '../domain/nip.ts';
import { type Refusal } from '../domain/refusal.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { type Clock, correctedNow } from './clock.ts';
import { type Database, type EntryRow, type OutboxRow } from './database.ts';
import { judgeHere } from './judge-here.ts';
import { type Contact, noticeClock, readContact } from './meta.ts';
import { directoryFor } from './people.ts';
import { entryRow } from './rebuild.ts';
import { type StorageFailure, storing } from './storage-failure.ts';

type Written = 'id' | 'seq' | 'recordedAt' | 'clockJumped';
type IntentionOf<M> = M extends Mutation ? Omit<M, Written> : never;
/** What a person wants: a mutation without what the device adds. `base` is the version shown. */
export type Intention = IntentionOf<Mutation>;

/** `now` is the device's own clock, as it stands. */
export type Tools = { now(): number; random(): number; newId(): string };

export type Person = { readonly tools: Tools; readonly actor: Nip };
export type MutateRefused = Refusal | StorageFailure;
export type MutateOptions = { /** Removed in the same transaction. */ dropDraft?: string };

type Wish = { intention: Intention } & MutateOptions;

/** Records what a person wants. Says what the entry is now, or why not. */
export async function mutate(
	db: Database,
	person: Person,
	wish: Wish
): Promise<Result<Entry, MutateRefused>> {
	// Made before the transaction, so that a repeated one recognises what the first had written.
	const id = person.tools.newId();
	const recorded = await storing(db, () =>
		db.transaction('rw', tablesToRecord(db), async () => record(db, person, { id, ...wish }))
	);
	return recorded.ok ? recorded.value : recorded;
}

export const tablesToRecord = (db: Database) => [
	db.entries,
	db.outbox,
	db.documents,
	db.drafts,
	db.meta
];

/** Must run in a transaction over {@link tablesToRecord}. */
export async function record(
	db: Database,
	{ tools, actor }: Person,
	{ id, intention, dropDraft }: { id: MutationId } & Wish
): Promise<Result<Entry, Refusal>> {
	const key = parseEntryId(intention.documentId);
	if (!key) return err({ type: 'malformed', paths: ['documentId'] });
	const deviceNow = tools.now();
	const known = await readKnown(db, { documentId: intention.documentId, key, actor, deviceNow });
	const { shown, clock, contact, directory } = known;
	if (shown && hasMutation(shown.entry, id)) return ok(shown.entry);

	const recordedAt = correctedNow(clock, deviceNow);
	const jump = clock.jumped ? { clockJumped: true } : {};
	const mutation = Mutation.safeParse({ ...intention, id, seq: 0, recordedAt, ...jump });
	if (!mutation.success) return err(malformed(mutation.error));
	const judged = judgeHere(known, { directory, actor, recordedAt });
	const facts = factsFor(directory, {
		actor,
		owner: key.nip,
		date: key.date,
		judged,
		contactAt: contact?.at,
		receivedAt: null
	});
	const applied = apply(shown?.entry, mutation.data, facts);
	if (!applied.ok) return applied;
	await Promise.all([
		append(db, { mutation: mutation.data, entry: applied.value, judged, known }),
		dropDraft === undefined ? undefined : db.drafts.delete(dropDraft)
	]);
	return applied;
}

type Known = {
	readonly shown: EntryRow | undefined;
	readonly clock: Clock;
	readonly contact: Contact | undefined;
	readonly directory: Directory;
	readonly previousAt: number | undefined;
};

type Asked = {
	readonly documentId: DocumentId;
	readonly key: EntryKey;
	readonly actor: Nip;
	readonly deviceNow: number;
};

/** All at once: one after another, the way to the storage and back would be most of a save. */
async function readKnown(
	db: Database,
	{ documentId, key, actor, deviceNow }: Asked
): Promise<Known> {
	const [shown, clock, contact, directory, last] = await Promise.all([
		db.entries.get(documentId),
		noticeClock(db, deviceNow),
		readContact(db),
		directoryFor(db, { actor, owner: key.nip }),
		lastProven(db)
	]);
	return { shown, clock, contact, directory, previousAt: last?.judged.at };
}

/** The last mutation still waiting whose time is proven; the contact covers those sent. */
export function lastProven(db: Database): Promise<OutboxRow | undefined> {
	return db.outbox
		.orderBy('seq')
		.reverse()
		.filter(({ state, judged }) => state !== 'refused' && judged.proven)
		.first();
}

type Change = {
	readonly mutation: Mutation;
	readonly entry: Entry;
	readonly judged: Judged;
	readonly known: Known;
};

async function append(db: Database, { mutation, entry, judged, known }: Change): Promise<void> {
	const { shown, contact } = known;
	const { seq: _placedByTheTable, ...unplaced } = mutation;
	await Promise.all([
		db.entries.put(entryRow(entry, (shown?.waiting ?? 0) + 1)),
		db.outbox.add({
			id: mutation.id,
			documentId: mutation.documentId,
			state: 'waiting',
			mutation: unplaced,
			judged,
			...(contact && { contact: contact.token, contactAt: contact.at }),
			...(shown && { snapshot: shown.entry })
		})
	]);
}

type ParseError = { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] };

function malformed(error: ParseError): Refusal {
	const paths = error.issues.map(({ path }) => path.map(String).join('.'));
	return { type: 'malformed', paths };
}

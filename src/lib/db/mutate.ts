/**
 * The only door for writes by a person. One transaction judges the intention with this device's
 * copy of the facts, changes the row on screen and appends to the outbox; if any of it fails, none of
 * it happened. What the rules refuse here is refused before anything is written.
 *
 * The time is the device's clock corrected by the offset of the last contact, judged by the rule of
 * the server (I12), so that the screen says what the server will say.
 */
import { apply } from '../domain/apply.ts';
import { dayOf } from '../domain/day.ts';
import { type EntryKey, parseEntryId } from '../domain/document.ts';
import { type Entry, hasMutation } from '../domain/entry.ts';
import { type Directory, factsFor, zoneOf } from '../domain/facts.ts';
import { type Judged, judgeTime } from '../domain/judged-time.ts';
import { Mutation, type MutationId } from '../domain/mutation.ts';
import { type Nip } from '../domain/nip.ts';
import { type Refusal } from '../domain/refusal.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { DEFAULT_SETTINGS } from '../domain/settings.ts';
import { versionOn } from '../domain/version.ts';
import { type Clock, correctedNow } from './clock.ts';
import { type Database } from './database.ts';
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

/** Records what a person wants. Says what the entry is now, or why not. */
export async function mutate(
	db: Database,
	person: Person,
	wish: { intention: Intention } & MutateOptions
): Promise<Result<Entry, MutateRefused>> {
	// Made before the transaction, so that a repeated one recognises what the first had written.
	const id = person.tools.newId();
	const recorded = await storing(db, () =>
		db.transaction('rw', tablesToRecord(db), async () => {
			const entry = await record(db, person, { id, intention: wish.intention });
			if (entry.ok && wish.dropDraft !== undefined) await db.drafts.delete(wish.dropDraft);
			return entry;
		})
	);
	return recorded.ok ? recorded.value : recorded;
}

export const tablesToRecord = (db: Database) => [
	db.entries,
	db.outbox,
	db.sent,
	db.documents,
	db.drafts,
	db.meta
];

/** Must run in a transaction over {@link tablesToRecord}. */
export async function record(
	db: Database,
	{ tools, actor }: Person,
	{ id, intention }: { id: MutationId; intention: Intention }
): Promise<Result<Entry, Refusal>> {
	const clock = await noticeClock(db, tools.now());
	const recordedAt = correctedNow(clock, tools.now());
	const parsed = Mutation.safeParse({
		...intention,
		id,
		seq: 0,
		recordedAt,
		...(clock.jumped && { clockJumped: true })
	});
	const key = parseEntryId(intention.documentId);
	if (!parsed.success || !key) return err(malformed(parsed.error));

	const shown = await db.entries.get(intention.documentId);
	if (shown && hasMutation(shown.entry, id)) return ok(shown.entry);
	const contact = await readContact(db);
	const directory = await directoryFor(db, { actor, owner: key.nip });
	const judged = await judge(db, { actor, recordedAt, clock, contact, directory });
	const facts = factsFor(directory, question(actor, key, { judged, contact }));
	const applied = apply(shown?.entry, parsed.data, facts);
	if (!applied.ok) return applied;

	await db.entries.put(entryRow(applied.value, (shown?.waiting ?? 0) + 1));
	await append(db, parsed.data, {
		judged,
		...(contact && { contact: contact.token, contactAt: contact.at }),
		...(shown && { snapshot: shown.entry })
	});
	return applied;
}

type JudgeInput = {
	readonly actor: Nip;
	readonly recordedAt: number;
	readonly clock: Clock;
	readonly contact: Contact | undefined;
	readonly directory: Directory;
};

async function judge(
	db: Database,
	{ actor, recordedAt, clock, contact, directory }: JudgeInput
): Promise<Judged> {
	const today = dayOf(recordedAt, zoneOf(directory, actor));
	const settings = versionOn(directory.settings()?.versions ?? [], today) ?? DEFAULT_SETTINGS;
	const claim = {
		recordedAt,
		clockJumped: clock.jumped,
		contactAt: contact?.at,
		previousAt: await previousAt(db),
		receivedAt: recordedAt
	};
	return judgeTime(claim, settings.offlineTrustDays);
}

/** Judged time of the last mutation still waiting, as far as it is proven; the contact covers sent ones. */
async function previousAt(db: Database): Promise<number | undefined> {
	const last = await db.outbox
		.orderBy('seq')
		.reverse()
		.filter(({ state, judged }) => state !== 'refused' && judged.proven)
		.first();
	return last?.judged.at;
}

function question(
	actor: Nip,
	{ nip, date }: EntryKey,
	{ judged, contact }: { judged: Judged; contact: Contact | undefined }
) {
	return { actor, owner: nip, date, judged, contactAt: contact?.at, receivedAt: null };
}

type Circumstances = {
	judged: Judged;
	contact?: string;
	contactAt?: number;
	snapshot?: Entry;
};

/** The key the table gives is the mutation's place in the order of this device. */
async function append(
	db: Database,
	mutation: Mutation,
	circumstances: Circumstances
): Promise<void> {
	const { id, documentId } = mutation;
	const row = { id, documentId, state: 'waiting', ...circumstances } as const;
	const seq = await db.outbox.add({ ...row, mutation });
	await db.outbox.put({ ...row, seq, mutation: { ...mutation, seq } });
}

type ParseError =
	{ readonly issues: readonly { readonly path: readonly PropertyKey[] }[] } | undefined;

function malformed(error: ParseError): Refusal {
	const paths = error?.issues.map(({ path }) => path.map(String).join('.')) ?? ['documentId'];
	return { type: 'malformed', paths };
}

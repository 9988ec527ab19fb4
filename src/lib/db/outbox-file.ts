/**
 * The outbox out into a file and back in, for a phone that breaks. The ids of the mutations are their
 * identity: whoever brings them, and however often, the server takes each once (I3).
 */
import { type DocumentId } from '../domain/document.ts';
import { type Entry, hasMutation } from '../domain/entry.ts';
import { type MutationId } from '../domain/mutation.ts';
import { type Nip } from '../domain/nip.ts';
import { err, ok, type Result } from '../domain/result.ts';
import {
	AnyOutboxFile,
	canDigest,
	type CarriedMutation,
	digestOf,
	OUTBOX_FILE_VERSION,
	OutboxContent,
	writeOutboxFile
} from '../protocol/outbox-file.ts';
import { type Database, type NewOutboxRow, type OutboxRow } from './database.ts';
import { outboxRows } from './outbox.ts';
import { rebuild } from './rebuild.ts';
import { type StorageFailure, storing } from './storage-failure.ts';

export type OutboxFileRefused =
	| StorageFailure
	/** Not a file of this app, or not one it can read. */
	| { readonly type: 'not-an-outbox' }
	/** Written by a newer version of this app. */
	| { readonly type: 'newer-file' }
	/** Changed or cut short on its way. */
	| { readonly type: 'damaged' }
	| { readonly type: 'another-person' }
	| InsecureAddress;

/** Browsers compute no digests for pages that did not come by https. */
type InsecureAddress = { readonly type: 'insecure-address' };

export type Imported = {
	readonly added: number;
	/** Already here, delivered or not. */
	readonly known: number;
};

type Exporter = { readonly person: Nip; readonly deviceId: string; readonly now: number };

/** Everything the server has not taken, as the text of a file. The outbox stays as it is. */
export async function exportOutbox(
	db: Database,
	{ person, deviceId, now }: Exporter
): Promise<Result<string, StorageFailure | InsecureAddress>> {
	if (!canDigest()) return err({ type: 'insecure-address' });
	const rows = await storing(db, () => outboxRows(db));
	if (!rows.ok) return rows;
	const items = rows.value.map((row) => carried(row, deviceId));
	return ok(await writeOutboxFile({ person, exportedAt: now, items }));
}

/** Takes over what is not here yet, in its order, behind what waits already. */
export async function importOutbox(
	db: Database,
	person: Nip,
	text: string
): Promise<Result<Imported, OutboxFileRefused>> {
	if (!canDigest()) return err({ type: 'insecure-address' });
	const content = await readFile(text);
	if (!content.ok) return content;
	if (content.value.person !== person) return err({ type: 'another-person' });
	const { items } = content.value;
	return storing(db, () =>
		db.transaction('rw', [db.outbox, db.sent, db.entries, db.documents], async () => {
			const known = await knownOf(db, items);
			const added = items.filter(({ mutation }) => !known.has(mutation.id));
			await db.outbox.bulkAdd(added.map(rowOf));
			await rebuild(
				db,
				person,
				added.map(({ mutation }) => mutation.documentId)
			);
			return { added: added.length, known: items.length - added.length };
		})
	);
}

async function readFile(text: string): Promise<Result<OutboxContent, OutboxFileRefused>> {
	const file = AnyOutboxFile.safeParse(parsed(text));
	if (!file.success) return err({ type: 'not-an-outbox' });
	if (file.data.version > OUTBOX_FILE_VERSION) return err({ type: 'newer-file' });
	if ((await digestOf(file.data.content)) !== file.data.digest) return err({ type: 'damaged' });
	const content = OutboxContent.safeParse(parsed(file.data.content));
	return content.success ? ok(content.data) : err({ type: 'not-an-outbox' });
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		// A photo, a letter: nothing this app could have written.
		return undefined;
	}
}

/** A contact token counts for the device it was given to, so it names it once it leaves that device. */
function carried(row: OutboxRow, deviceId: string): CarriedMutation {
	const { seq, mutation, judged, contact, contactAt, receipt, snapshot, refusal, refusedAt } = row;
	return {
		mutation: { ...mutation, seq },
		judged,
		...(contact !== undefined && { contact: withDevice(contact, deviceId) }),
		...(contactAt !== undefined && { contactAt }),
		...(receipt && { receipt }),
		...(snapshot && { snapshot }),
		...(refusal && { refusal }),
		...(refusedAt !== undefined && { refusedAt })
	};
}

const withDevice = (contact: string, deviceId: string): string =>
	contact.split('.').length > 2 ? contact : `${contact}.${deviceId}`;

function rowOf({ mutation: { seq: _placedByTheTable, ...mutation }, ...rest }: CarriedMutation) {
	const { id, documentId } = mutation;
	const state = rest.refusal ? 'refused' : 'waiting';
	const { contact, contactAt, receipt, snapshot, refusal, refusedAt } = rest;
	return {
		id,
		documentId,
		state,
		mutation,
		judged: rest.judged,
		...(contact !== undefined && { contact }),
		...(contactAt !== undefined && { contactAt }),
		...(receipt && { receipt }),
		...(snapshot && { snapshot }),
		...(refusal && { refusal }),
		...(refusedAt !== undefined && { refusedAt })
	} satisfies NewOutboxRow;
}

/** Ids that are waiting here, were sent from here, or stand in a document the server gave. */
async function knownOf(
	db: Database,
	items: readonly CarriedMutation[]
): Promise<ReadonlySet<MutationId>> {
	const ids = items.map(({ mutation }) => mutation.id);
	const documentIds = [...new Set(items.map(({ mutation }) => mutation.documentId))];
	const [waiting, sent, shown] = await Promise.all([
		db.outbox.where('id').anyOf(ids).toArray(),
		db.sent.bulkGet(ids),
		db.entries.bulkGet(documentIds)
	]);
	const entries = new Map<DocumentId, Entry>(
		shown.flatMap((row) => (row ? [[row.id, row.entry]] : []))
	);
	const delivered = items.filter(({ mutation }) =>
		hasMutation(entries.get(mutation.documentId), mutation.id)
	);
	return new Set([
		...waiting.map(({ id }) => id),
		...sent.flatMap((row) => (row ? [row.id] : [])),
		...delivered.map(({ mutation }) => mutation.id)
	]);
}

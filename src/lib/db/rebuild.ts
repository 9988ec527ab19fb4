/**
 * What a screen shows of an entry, made again (I2): the server's last word with this device's waiting
 * mutations applied on top, in order, each judged at its own time. Refused ones are not applied, and
 * neither is one that no longer fits; it stays in the outbox for the server to answer.
 */
import { apply } from '../domain/apply.ts';
import {
	type DocumentId,
	isNewer,
	parseEntryId,
	SCHEMA,
	type WorkDocument
} from '../domain/document.ts';
import { Entry } from '../domain/entry.ts';
import { type Directory, factsFor } from '../domain/facts.ts';
import { type Nip } from '../domain/nip.ts';
import { type Database, type EntryRow, type OutboxRow } from './database.ts';
import { directoryFor } from './people.ts';

/** Must run in the transaction that changed what these entries follow from. */
export async function rebuild(db: Database, actor: Nip, ids: readonly DocumentId[]): Promise<void> {
	const entryIds = [...new Set(ids)].filter((id) => parseEntryId(id));
	if (entryIds.length === 0) return;
	const documents = await db.documents.bulkGet(entryIds);
	const waiting = await waitingByDocument(db, entryIds);

	const directories = await directoriesFor(db, actor, waiting);

	const rows: EntryRow[] = [];
	const gone: DocumentId[] = [];
	for (const [index, id] of entryIds.entries()) {
		const word = readEntry(documents[index]?.document);
		// What can't be read is left as it was shown before, until this program is updated.
		if (word === 'unreadable') continue;
		const own = waiting.get(id) ?? [];
		const entry = own.reduce((shown, row) => withWaiting(shown, row, { actor, directories }), word);
		if (entry) rows.push(entryRow(entry, own.length));
		else gone.push(id);
	}
	await db.entries.bulkPut(rows);
	await db.entries.bulkDelete(gone);
}

/** Reads what an older program had to leave unread. Cheap when nothing is new; safe to repeat. */
export async function rebuildAfterUpdate(db: Database, actor: Nip): Promise<void> {
	const readBefore = (await db.meta.get('schema'))?.value;
	if (readBefore === SCHEMA) return;
	await db.transaction('rw', [db.documents, db.entries, db.outbox, db.meta], async () => {
		const ids = await db.documents.toCollection().primaryKeys();
		await rebuild(db, actor, ids);
		await db.meta.put({ key: 'schema', value: SCHEMA });
	});
}

export function entryRow(entry: Entry, waiting: number): EntryRow {
	const key = parseEntryId(entry._id);
	if (!key) throw new Error('an entry must have an entry id');
	const { nip: owner, date } = key;
	const overruledBy = entry.history.flatMap(({ overruled, by }) => (overruled ? [by] : []));
	const lost = overruledBy.length > 0 && { overruledBy };
	return { id: entry._id, owner, date, status: entry.status, entry, waiting, ...lost };
}

function readEntry(document: WorkDocument | undefined): Entry | undefined | 'unreadable' {
	if (!document) return undefined;
	if (isNewer(document)) return 'unreadable';
	const parsed = Entry.safeParse(document);
	return parsed.success ? parsed.data : 'unreadable';
}

async function waitingByDocument(
	db: Database,
	ids: readonly DocumentId[]
): Promise<Map<DocumentId, OutboxRow[]>> {
	const rows = await db.outbox.where('documentId').anyOf(ids).sortBy('seq');
	const byDocument = new Map<DocumentId, OutboxRow[]>();
	for (const row of rows) {
		if (row.state === 'refused') continue;
		byDocument.set(row.documentId, [...(byDocument.get(row.documentId) ?? []), row]);
	}
	return byDocument;
}

/** All reading is done here: a long loop of awaits without a request would end the transaction. */
async function directoriesFor(
	db: Database,
	actor: Nip,
	waiting: ReadonlyMap<DocumentId, unknown>
): Promise<Map<Nip, Directory>> {
	const owners = new Set([...waiting.keys()].flatMap((id) => parseEntryId(id)?.nip ?? []));
	const directories = new Map<Nip, Directory>();
	for (const owner of owners) directories.set(owner, await directoryFor(db, { actor, owner }));
	return directories;
}

function withWaiting(
	shown: Entry | undefined,
	{ seq, mutation, judged, contactAt, documentId }: OutboxRow,
	{ actor, directories }: { actor: Nip; directories: ReadonlyMap<Nip, Directory> }
): Entry | undefined {
	const key = parseEntryId(documentId);
	const directory = key && directories.get(key.nip);
	if (!directory) return shown;
	const { nip: owner, date } = key;
	const question = { actor, owner, date, judged, contactAt, receivedAt: null };
	const applied = apply(shown, { ...mutation, seq }, factsFor(directory, question));
	return applied.ok ? applied.value : shown;
}

/**
 * What every work document has in common, and how its id is read.
 *
 *     p198609262015051001.2026:entry:2026-11-24:01kazn...
 *     └──────── feed ────────┘ └kind┘ └─ rest of the key ─┘
 *
 * One feed is one id range, so no secondary index is needed to read it. The feed also decides who
 * may read a document (see scope.ts).
 */
import * as z from 'zod/mini';
import { isDay } from './day.ts';

export const FEED = /^(?:p\d{18}\.\d{4}|r\d{18}\.\d{4}|t\d{18}|j[a-z0-9-]{1,40}|all)$/;
export const Feed = z.string().check(z.regex(FEED));
export type Feed = z.infer<typeof Feed>;

export const DOCUMENT_ID =
	/^(?:p\d{18}\.\d{4}|r\d{18}\.\d{4}|t\d{18}|j[a-z0-9-]{1,40}|all):[a-zA-Z]{1,30}(?::[a-zA-Z0-9-]{1,40}){0,3}$/;
export const DocumentId = z.string().check(z.regex(DOCUMENT_ID));
export type DocumentId = z.infer<typeof DocumentId>;

/** A stored document of any kind and any schema version; keys this version doesn't know are kept. */
export const WorkDocument = z.looseObject({
	_id: DocumentId,
	_rev: z.string().check(z.regex(/^\d+-[0-9a-f]{32}$/)),
	schema: z.int().check(z.positive())
});
export type WorkDocument = z.infer<typeof WorkDocument>;

/** The newest schema version this program can rewrite; a document above it is kept verbatim. */
export const SCHEMA = 1;

export const isNewer = (document: { schema: number }): boolean => document.schema > SCHEMA;

export function feedOf(id: DocumentId): Feed {
	return id.slice(0, id.indexOf(':'));
}

export function kindOf(id: DocumentId): string {
	return id.split(':', 2)[1] ?? '';
}

/** The kind, and the month for dated kinds: `entry:2026-11`, `person`. Feeds are compared by these. */
export function bucketOf(id: DocumentId): string {
	const [, kind = '', date = ''] = id.split(':', 3);
	return /^\d{4}-\d{2}/.test(date) ? `${kind}:${date.slice(0, 7)}` : kind;
}

export const workFeed = (nip: string, year: number | string): Feed => `p${nip}.${year}`;
export const reviewFeed = (nip: string, year: number | string): Feed => `r${nip}.${year}`;
export const cardFeed = (nip: string): Feed => `t${nip}`;
export const positionFeed = (position: string): Feed => `j${position}`;
export const COMMON_FEED: Feed = 'all';

export const personId = (nip: string): DocumentId => `${cardFeed(nip)}:person`;
export const supervisionId = (nip: string): DocumentId => `${cardFeed(nip)}:supervision`;
export const positionId = (position: string): DocumentId => `${positionFeed(position)}:position`;
export const unitId = (unit: string): DocumentId => `all:unit:${unit}`;
export const SETTINGS_ID: DocumentId = 'all:settings';
export const CALENDAR_ID: DocumentId = 'all:calendar';

/** The id of a new entry: its date leads, so a feed read by id is read by date. */
export function entryId(nip: string, date: string, ulid: string): DocumentId {
	return `${workFeed(nip, date.slice(0, 4))}:entry:${date}:${ulid}`;
}

export type EntryKey = { readonly nip: string; readonly date: string };

/** Owner and date of an entry's id, or nothing when the id names something else or contradicts itself. */
export function parseEntryId(id: DocumentId): EntryKey | undefined {
	const match = /^p(\d{18})\.(\d{4}):entry:((\d{4})-\d{2}-\d{2}):[0-9a-z]{26}$/.exec(id);
	const [, nip = '', year, date = '', yearOfDate] = match ?? [];
	return match && year === yearOfDate && isDay(date) ? { nip, date } : undefined;
}

/**
 * What a CouchDB database needs before use: that it exists, isn't public, and has the views that
 * totals and branches are read from. Safe to repeat, and to run in several processes at once.
 */
import * as z from 'zod/mini';
import { type CouchConnection } from './couch-connection.ts';

const DESIGN_PATH = '_design/feeds';
export const TOTALS_VIEW_PATH = `${DESIGN_PATH}/_view/totals`;
export const FORKED_VIEW_PATH = `${DESIGN_PATH}/_view/forked`;

/** Emits the feed of each document with `[1, weight of its revision]`, as weightOf() of the domain has it. */
const TOTALS_MAP = `function (doc) {
	var end = doc._id.indexOf(':');
	if (end < 1) return;
	var hash = doc._rev.slice(doc._rev.indexOf('-') + 1);
	emit(doc._id.slice(0, end), [1, parseInt(hash.slice(0, 8), 16)]);
}`;

const FORKED_MAP = `function (doc) {
	if (doc._conflicts) emit(doc._id, null);
}`;

/**
 * Maps may run on SpiderMonkey 78: no `?.`, `??` or spread. One design document, so one pass over the
 * changes; couch-index.ts says when it is made.
 */
const DESIGN = {
	language: 'javascript',
	autoupdate: false,
	views: { totals: { map: TOTALS_MAP, reduce: '_sum' }, forked: { map: FORKED_MAP } }
};

const Anything = z.looseObject({});
const Names = z.optional(z.array(z.string()));
const Security = z.looseObject({
	members: z.optional(z.looseObject({ names: Names, roles: Names }))
});
const StoredDesign = z.looseObject({
	_rev: z.string(),
	language: z.optional(z.unknown()),
	autoupdate: z.optional(z.unknown()),
	views: z.optional(z.unknown())
});

export async function prepareDatabase(couch: CouchConnection): Promise<void> {
	await createDatabase(couch);
	await closeToPublic(couch);
	await installDesign(couch);
}

async function createDatabase(couch: CouchConnection): Promise<void> {
	const existing = await couch.requestUnless(404, Anything, {});
	// 412: another process created it in between.
	if (!existing) await couch.requestUnless(412, Anything, { method: 'PUT' });
}

/** A database without members is open to everyone; members that someone set are left alone. */
async function closeToPublic(couch: CouchConnection): Promise<void> {
	const security = await couch.request(Security, { path: '_security' });
	const { names = [], roles = [] } = security.members ?? {};
	if (names.length + roles.length > 0) return;
	const body = { ...security, members: { names: [], roles: ['_admin'] } };
	await couch.request(Anything, { method: 'PUT', path: '_security', body });
}

async function installDesign(couch: CouchConnection): Promise<void> {
	const stored = await couch.requestUnless(404, StoredDesign, { path: DESIGN_PATH });
	if (stored && isCurrent(stored)) return;
	const body = { ...DESIGN, ...(stored && { _rev: stored._rev }) };
	const request = { method: 'PUT', path: DESIGN_PATH, body } as const;
	const installed = await couch.requestUnless(409, Anything, request);
	// 409: another process installed one in between, perhaps of another release.
	if (!installed) await installDesign(couch);
}

function isCurrent({ language, autoupdate, views }: z.infer<typeof StoredDesign>): boolean {
	return JSON.stringify({ language, autoupdate, views }) === JSON.stringify(DESIGN);
}

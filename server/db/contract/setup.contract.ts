/** What the parts of the contract share: a database for each test, and documents to put in it. */
import { afterEach, beforeEach } from 'vitest';
import { type Feed, workFeed, type WorkDocument } from '#lib/domain/document.ts';
import { type Database, type Draft } from '../database.ts';

/** A new, empty database as the suite needs it. */
export type Opened = {
	readonly db: Database;
	/** Another writer on the same database; `db` itself where one process owns it. */
	readonly other: Database;
	/** Adds a leaf revision as replication does, that is, with `new_edits: false`. */
	readonly fork: (document: WorkDocument) => Promise<void>;
	/** Closes and removes everything. */
	readonly dispose: () => Promise<void>;
};

export type Open = () => Promise<Opened>;
export type Current = () => Opened;

/** Gives each test a database of its own. */
export function openEach(open: Open): Current {
	let opened: Opened | undefined;
	beforeEach(async () => {
		opened = await open();
	});
	afterEach(async () => {
		await opened?.dispose();
		opened = undefined;
	});
	return () => {
		if (!opened) throw new Error('No database is open.');
		return opened;
	};
}

export const FEED = workFeed('198609262015051001', 2026);
export const OTHER_FEED = workFeed('198609262015051001', 2025);
export const LOWEST_REV = '1-00000000000000000000000000000000';
export const HIGHEST_REV = '1-ffffffffffffffffffffffffffffffff';

/** The id of the `index`th entry of a feed; ids ascend with it. */
export function idOf(index: number, feed: Feed = FEED): string {
	return `${feed}:entry:2026-11-24:01kazn${String(index).padStart(20, '0')}`;
}

export function aDraft(content: Partial<Draft> & Record<string, unknown> = {}): Draft {
	return { _id: idOf(1), schema: 1, ...content };
}

/** Writes one document that must not conflict, and returns it as stored. */
export async function put(db: Database, draft: Draft): Promise<WorkDocument> {
	const [outcome] = await db.write([draft]);
	if (!outcome?.ok) throw new Error(`${draft._id} conflicts.`);
	return { ...draft, _rev: outcome.rev };
}

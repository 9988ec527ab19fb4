/**
 * Every revision of a database that counts, in one order on both back ends, so that two databases can be
 * compared without either being held in memory. Deleted documents are none; a document that branched is
 * several.
 */
import { createHash } from 'node:crypto';
import { type PouchDB, type Stored } from 'pouchdb-core';
import { firstIdAfter, isReserved } from './ids.ts';

/** Documents of one request. */
const PAGE_DOCUMENTS = 500;
const MAX_NAMED = 10;

export type Leaf = {
	readonly id: string;
	readonly rev: string;
	/** All that the document says, its keys in order. */
	readonly content: string;
};

/** What one database holds: how many documents, and a digest over id, revision and content of each. */
export type Holding = { readonly documents: number; readonly digest: string };
export type Comparison = {
	readonly source: Holding;
	readonly target: Holding;
	/** How many revisions are not the same on both sides, and the documents of the first of them. */
	readonly differences: number;
	readonly different: readonly string[];
};

/** Pages of leaves by ascending id, the revisions of one document by their text. */
export async function* pagesOfLeaves(pouch: PouchDB): AsyncGenerator<readonly Leaf[]> {
	for (let startkey = ''; ;) {
		const query = { startkey, limit: PAGE_DOCUMENTS, include_docs: true, conflicts: true };
		const { rows } = await pouch.allDocs(query);
		const leaves: Leaf[] = [];
		for (const { id, doc } of rows) {
			if (doc && !isReserved(id)) leaves.push(...(await leavesOf(pouch, doc)));
		}
		yield leaves;
		const last = rows.at(-1);
		if (!last || rows.length < PAGE_DOCUMENTS) return;
		startkey = firstIdAfter(last.id);
	}
}

/** Reads both databases once, side by side. */
export async function compareLeaves(source: PouchDB, target: PouchDB): Promise<Comparison> {
	const [left, right] = [createTally(), createTally()];
	const different = new Set<string>();
	let differences = 0;
	for await (const [mine, theirs] of pairs(source, target)) {
		if (mine) left.add(mine);
		if (theirs) right.add(theirs);
		if (mine && theirs && mine.content === theirs.content) continue;
		differences += 1;
		if (different.size < MAX_NAMED) different.add((mine ?? theirs)?.id ?? '');
	}
	return {
		source: left.holding(),
		target: right.holding(),
		differences,
		different: [...different]
	};
}

async function leavesOf(pouch: PouchDB, winner: Stored): Promise<Leaf[]> {
	const { _id: id, _conflicts = [] } = winner;
	const others = await Promise.all(_conflicts.map((rev) => pouch.get(id, { rev })));
	const leaves = [winner, ...others].map(leafOf);
	return leaves.sort((a, b) => (a.rev < b.rev ? -1 : 1));
}

function leafOf({ _id: id, _rev: rev, _conflicts, ...said }: Stored): Leaf {
	return { id, rev, content: JSON.stringify(said, withSortedKeys) };
}

function withSortedKeys(_key: string, value: unknown): unknown {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

type Pair = readonly [Leaf | undefined, Leaf | undefined];

/** The same revision on both sides, or one that only one side has. */
async function* pairs(source: PouchDB, target: PouchDB): AsyncGenerator<Pair> {
	const [left, right] = [oneByOne(source), oneByOne(target)];
	let [mine, theirs] = await Promise.all([left.next(), right.next()]);
	while (!mine.done || !theirs.done) {
		const order = orderOf(mine.value ?? undefined, theirs.value ?? undefined);
		yield [
			order <= 0 ? (mine.value ?? undefined) : undefined,
			order >= 0 ? (theirs.value ?? undefined) : undefined
		];
		if (order <= 0) mine = await left.next();
		if (order >= 0) theirs = await right.next();
	}
}

async function* oneByOne(pouch: PouchDB): AsyncGenerator<Leaf, undefined> {
	for await (const page of pagesOfLeaves(pouch)) yield* page;
	return undefined;
}

/** Which comes first; a side that has ended comes last. */
function orderOf(a: Leaf | undefined, b: Leaf | undefined): number {
	if (!a || !b) return a ? -1 : 1;
	if (a.id !== b.id) return a.id < b.id ? -1 : 1;
	if (a.rev !== b.rev) return a.rev < b.rev ? -1 : 1;
	return 0;
}

function createTally() {
	const hash = createHash('sha256');
	let [documents, lastId] = [0, ''];
	return {
		add({ id, rev, content }: Leaf) {
			if (id !== lastId) documents += 1;
			lastId = id;
			hash.update(`${id} ${rev} ${content}\n`);
		},
		holding: (): Holding => ({ documents, digest: hash.digest('hex') })
	};
}

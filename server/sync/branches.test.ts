import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply } from '#lib/domain/apply.ts';
import { personId, type WorkDocument } from '#lib/domain/document.ts';
import { Entry } from '#lib/domain/entry.ts';
import { type Mutation } from '#lib/domain/mutation.ts';
import {
	aContent,
	aMutation,
	anEntry,
	aPerson,
	BUDI,
	SITI,
	someFacts
} from '#tests/support/factories.ts';
import { memoryDatabase, type MemoryDatabase } from '#tests/support/memory-database.ts';
import { watchDatabase } from '#tests/support/watched-database.ts';
import { healBranches } from './branches.ts';

const hashOf = (value: unknown) => createHash('md5').update(JSON.stringify(value)).digest('hex');

/** The entry after these steps, as a leaf revision another node could hold. */
function branch(from: Entry, ...steps: ((entry: Entry) => [string, Mutation])[]): WorkDocument {
	let entry = from;
	for (const step of steps) {
		const [actor, mutation] = step(entry);
		const next = apply(entry, mutation, someFacts({}, { actor }));
		if (!next.ok) throw new Error(JSON.stringify(next.error));
		entry = next.value;
	}
	return { ...entry, _rev: `${entry.history.length}-${hashOf(entry)}` };
}

const edit =
	(note: string) =>
	(entry: Entry): [string, Mutation] => [
		SITI,
		aMutation('entry.submit', {
			documentId: entry._id,
			base: entry.version,
			content: aContent({ note })
		})
	];
const approve = (entry: Entry): [string, Mutation] => [
	BUDI,
	aMutation('review.approve', { documentId: entry._id, base: entry.version })
];

function forked(...branches: WorkDocument[]): MemoryDatabase {
	const database = memoryDatabase();
	for (const each of branches) database.fork(each);
	return database;
}

async function onlyBranch(database: MemoryDatabase, id: string): Promise<Entry> {
	const branches = await database.branches(id);
	expect(branches).toHaveLength(1);
	return Entry.parse(branches[0]);
}

describe('healBranches', () => {
	test('two branches become one that holds every item (I14)', async () => {
		const first = anEntry();
		const database = forked(branch(first, edit('kiri')), branch(first, approve));
		expect(await healBranches(database, first._id)).toBe(true);
		const healed = await onlyBranch(database, first._id);
		expect(healed.history).toHaveLength(3);
		expect(healed.history.filter(({ overruled }) => overruled)).toHaveLength(1);
	});

	test('a winner that lacks nothing is not written, only the losing leaf goes', async () => {
		const first = anEntry();
		const longer = branch(first, edit('satu'), edit('dua'));
		const database = forked(longer, { ...first, _rev: `1-${hashOf('old')}` });
		const { database: watched, calls } = watchDatabase(database);
		expect(await healBranches(watched, first._id)).toBe(true);
		expect(calls).not.toContain('write');
		expect((await onlyBranch(database, first._id))._rev).toBe(longer._rev);
	});

	test('a healed document is left in peace', async () => {
		const first = anEntry();
		const database = forked(branch(first, edit('kiri')), branch(first, edit('kanan')));
		await healBranches(database, first._id);
		const { _rev } = await onlyBranch(database, first._id);
		expect(await healBranches(database, first._id)).toBe(false);
		expect((await onlyBranch(database, first._id))._rev).toBe(_rev);
	});

	test('a branch of a newer program is left to it', async () => {
		const first = anEntry();
		const newer = { ...branch(first, edit('kanan')), schema: 2 };
		const database = forked(branch(first, edit('kiri')), newer);
		expect(await healBranches(database, first._id)).toBe(false);
		expect(await database.branches(first._id)).toHaveLength(2);
	});

	test('a branch that can not be read is not thrown away', async () => {
		const first = anEntry();
		const damaged = { ...branch(first, edit('kanan')), history: 'gone' } as unknown as WorkDocument;
		const database = forked(branch(first, edit('kiri')), damaged);
		expect(await healBranches(database, first._id)).toBe(false);
		expect(await database.branches(first._id)).toHaveLength(2);
	});

	test('of other kinds the database’s winner stays', async () => {
		const cards = ['1', '2'].map((n) => ({ ...aPerson(SITI), _rev: `${n}-${hashOf(n)}` }));
		const database = forked(...cards);
		await healBranches(database, personId(SITI));
		const branches = await database.branches(personId(SITI));
		expect(branches.map(({ _rev }) => _rev)).toEqual([`2-${hashOf('2')}`]);
	});

	test('a commit that comes between is not overwritten', async () => {
		const first = anEntry();
		const branches = [branch(first, edit('kiri')), branch(first, edit('kanan'))];
		const database = forked(...branches);
		const { database: watched, replace } = watchDatabase(database);
		replace({
			write: async (drafts) => {
				const [winner] = await database.branches(first._id);
				const moved = branch(Entry.parse(winner), approve);
				await database.write([{ ...moved, _rev: winner?._rev }]);
				return database.write(drafts);
			}
		});
		expect(await healBranches(watched, first._id)).toBe(false);
		// Its change comes round again, and with it the second attempt.
		expect(await healBranches(database, first._id)).toBe(true);
		const healed = await onlyBranch(database, first._id);
		expect(healed.history).toHaveLength(4);
	});

	test('two processes that heal at once end with the same document', async () => {
		const first = anEntry();
		const database = forked(branch(first, edit('kiri')), branch(first, edit('kanan')));
		await Promise.all([1, 2, 3].map(() => healBranches(database.attach(), first._id)));
		while (await healBranches(database, first._id));
		expect((await onlyBranch(database, first._id)).history).toHaveLength(3);
	});

	test('two sites that heal on their own and then meet come to rest on the same document (I14)', async () => {
		const step = fc.constantFrom('edit', 'approve');
		const story = fc.array(step, { minLength: 1, maxLength: 4 });
		await fc.assert(
			fc.asyncProperty(fc.array(story, { minLength: 2, maxLength: 4 }), async (stories) => {
				const first = anEntry();
				const leaves = stories.map((steps) => {
					const isOpen = (index: number) => !steps.slice(0, index).includes('approve');
					const taken = steps.filter((_, index) => isOpen(index));
					return branch(first, ...taken.map((name) => (name === 'edit' ? edit(name) : approve)));
				});
				const [east, west] = [forked(...leaves.slice(1)), forked(...leaves.slice(0, -1))];
				await healBranches(east, first._id);
				await healBranches(west, first._id);
				for (let round = 0; round < 3; round += 1) {
					for (const leaf of await east.branches(first._id)) west.fork(leaf);
					for (const leaf of await west.branches(first._id)) east.fork(leaf);
					await healBranches(east, first._id);
					await healBranches(west, first._id);
				}
				const healed = await onlyBranch(east, first._id);
				expect(await onlyBranch(west, first._id)).toEqual(healed);
				const items = new Set(
					leaves.flatMap((leaf) => Entry.parse(leaf).history.map(({ id }) => id))
				);
				expect(new Set(healed.history.map(({ id }) => id))).toEqual(items);
			})
		);
	});
});

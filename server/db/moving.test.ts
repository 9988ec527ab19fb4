import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { idOf } from './contract/setup.contract.ts';
import { DatabaseUnavailable } from './database.ts';
import { openPouch } from './embedded.ts';
import { compareLeaves } from './leaves.ts';
import { countStrange, move } from './moving.ts';

type Pouch = Awaited<ReturnType<typeof openPouch>>;

/** A few batches. */
const DOCUMENTS = 1_750;
const HIGHEST = '1-ffffffffffffffffffffffffffffffff';

let source: Pouch;
let target: Pouch;

beforeEach(async () => {
	const directory = await mkdtemp(join(tmpdir(), 'moving-'));
	const opened = [await openPouch(directory, 'source'), await openPouch(directory, 'target')];
	[source, target] = opened as [Pouch, Pouch];
	onTestFinished(async () => {
		for (const pouch of opened) await pouch.close();
		await rm(directory, { recursive: true });
	});
});

const documents = (count: number, said = 'kerja') =>
	Array.from({ length: count }, (_, index) => ({ _id: idOf(index), schema: 1, said, index }));
const addBranch = (to: Pouch, rev: string, said = 'cabang') =>
	to.bulkDocs([{ _id: idOf(0), _rev: rev, schema: 1, said }], { new_edits: false });
const nobody = () => {};

async function moveCounting(to: Pouch): Promise<number> {
	let moved = 0;
	await move(source, to, (count) => (moved += count));
	return moved;
}

/** The line breaks when this many batches have arrived. */
function breakingAfter(batches: number): Pouch {
	let arrived = 0;
	return new Proxy(target, {
		get(pouch, key) {
			const value: unknown = Reflect.get(pouch, key, pouch);
			if (typeof value !== 'function') return value;
			return (...args: unknown[]): unknown => {
				if (key === 'bulkDocs' && (arrived += 1) > batches) throw new Error('the line broke');
				return Reflect.apply(value, pouch, args);
			};
		}
	});
}

describe('move', () => {
	test('every revision arrives as it is, branches too', async () => {
		await source.bulkDocs(documents(20));
		await addBranch(source, HIGHEST);
		expect(await moveCounting(target)).toBe(21);
		const { differences, ...sides } = await compareLeaves(source, target);
		expect(differences).toBe(0);
		expect(sides.source).toEqual(sides.target);
		expect(sides.target.documents).toBe(20);
		const moved = await target.get(idOf(0), { conflicts: true });
		expect(moved).toMatchObject({ _rev: HIGHEST, said: 'cabang' });
		expect(moved._conflicts).toHaveLength(1);
	});

	test('what was interrupted goes on where it stopped', async () => {
		await source.bulkDocs(documents(DOCUMENTS));
		await expect(move(source, breakingAfter(2), nobody)).rejects.toThrow(DatabaseUnavailable);
		const { doc_count: arrived } = await target.info();
		expect(arrived).toBeGreaterThan(0);
		expect(await countStrange(source, target)).toBe(0);
		expect(await moveCounting(target)).toBe(DOCUMENTS - arrived);
		expect((await compareLeaves(source, target)).differences).toBe(0);
	});

	test('what was written since is brought by another move', async () => {
		await source.bulkDocs(documents(3));
		await move(source, target, nobody);
		const { _rev } = await source.get(idOf(1), {});
		await source.bulkDocs([{ _id: idOf(1), _rev, schema: 1, said: 'lain' }]);
		expect(await countStrange(source, target)).toBe(0);
		expect(await moveCounting(target)).toBe(1);
		expect((await compareLeaves(source, target)).differences).toBe(0);
	});
});

describe('compareLeaves', () => {
	beforeEach(async () => {
		await source.bulkDocs(documents(DOCUMENTS));
	});

	const compared = async () => {
		const { differences, different, ...sides } = await compareLeaves(source, target);
		expect(sides.source.digest).not.toBe(sides.target.digest);
		return { differences, different, sides };
	};

	test('another content under the same revision is found', async () => {
		const { _rev } = await source.get(idOf(700), {});
		const broken = { _id: idOf(700), _rev, schema: 1, said: 'rusak', index: 700 };
		await target.bulkDocs([broken], { new_edits: false });
		await move(source, target, nobody);
		expect(await compared()).toMatchObject({
			differences: 1,
			different: [idOf(700)],
			sides: { source: { documents: DOCUMENTS }, target: { documents: DOCUMENTS } }
		});
	});

	test('a document too many, one too few, and a lost branch are found', async () => {
		await move(source, target, nobody);
		await addBranch(source, HIGHEST);
		await target.bulkDocs([{ _id: 'all:settings', schema: 1 }]);
		const { _rev } = await target.get(idOf(DOCUMENTS - 1), {});
		await target.bulkDocs([{ _id: idOf(DOCUMENTS - 1), _rev, _deleted: true }]);
		expect(await compared()).toMatchObject({
			differences: 3,
			different: ['all:settings', idOf(0), idOf(DOCUMENTS - 1)]
		});
	});
});

describe('countStrange', () => {
	beforeEach(async () => {
		await source.bulkDocs(documents(3));
		await move(source, target, nobody);
	});

	test('other documents, and work done there since, are strange', async () => {
		await target.bulkDocs([{ _id: 'all:settings', schema: 1 }]);
		const { _rev } = await target.get(idOf(1), {});
		await target.bulkDocs([{ _id: idOf(1), _rev, schema: 1, said: 'di sana' }]);
		expect(await countStrange(source, target)).toBe(2);
	});

	test('what came from here is not, nor what the database keeps for itself', async () => {
		await target.bulkDocs([{ _id: '_design/feeds', views: {} }]);
		expect(await countStrange(source, target)).toBe(0);
	});
});

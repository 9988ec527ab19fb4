import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { totalOf } from '#lib/domain/total.ts';
import { type Revision } from '#server/db/database.ts';
import { openEmbedded } from '#server/db/embedded.ts';

const WRITER = 'tests/support/crash-writer.ts';
const TEST_TIMEOUT_MS = 60_000;

/** Batches acknowledged before each kill; different, to hit different moments of a write. */
const BATCHES_BEFORE_KILL = [1, 3, 8, 20, 45];

test(
	'I4: what was acknowledged is there after the process was killed, five times',
	async () => {
		const directory = await mkdtemp(join(tmpdir(), 'crash-'));
		onTestFinished(() => rm(directory, { recursive: true }));
		const acknowledged: Revision[] = [];
		for (const batches of BATCHES_BEFORE_KILL) {
			acknowledged.push(...(await writeUntilKilled(directory, batches)));
			expect(await lostOf(directory, acknowledged)).toEqual([]);
		}
		expect(acknowledged.length).toBeGreaterThan(0);
	},
	TEST_TIMEOUT_MS
);

/** Kills the writer in the middle of its work; returns everything it had acknowledged by then. */
async function writeUntilKilled(directory: string, batches: number): Promise<Revision[]> {
	const args = ['--import', 'tsx', WRITER, directory, String(batches)];
	const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
	const exited = once(child, 'exit');
	const acknowledged: Revision[] = [];
	let lines = 0;
	for await (const line of createInterface({ input: child.stdout })) {
		lines += 1;
		if (lines === batches) child.kill('SIGKILL');
		if (line.endsWith(']')) acknowledged.push(...(JSON.parse(line) as Revision[]));
	}
	expect(await exited).toEqual([null, 'SIGKILL']);
	return acknowledged;
}

/** The acknowledged revisions that are missing, and whatever no longer adds up. */
async function lostOf(directory: string, acknowledged: readonly Revision[]): Promise<unknown[]> {
	const db = await openEmbedded(directory, 'work');
	const found = await db.read(acknowledged.map(({ id }) => id));
	const revisions = await db.revisions('all');
	const totals = await db.totals(['all']);
	await db.close();
	expect(totals.get('all')).toEqual(totalOf(revisions.map(({ rev }) => rev)));
	return acknowledged.filter(({ id, rev }) => found.get(id)?._rev !== rev);
}

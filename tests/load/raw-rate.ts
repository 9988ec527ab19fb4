/** What the database takes of the same documents with nothing around it. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { NODE_FLAGS } from '../../server/prepare.mjs';
import { median } from './figures.ts';
import { type Place } from './place.ts';

const RUNS = 3;

const runFile = promisify(execFile);

/** Documents a second, median of a few runs, each in a fresh process on a fresh database. */
export async function measureRaw(place: Place, file: string): Promise<number> {
	const rates: number[] = [];
	const { DATA_DIR = '', COUCHDB_URL = DATA_DIR } = place.environment;
	for (let run = 0; run < RUNS; run += 1) {
		const args = [...NODE_FLAGS, 'tests/load/raw-writes.ts', file, place.freshName()];
		const { stdout } = await runFile(process.execPath, [...args, COUCHDB_URL]);
		rates.push(Number(stdout));
	}
	return median(rates);
}

/** A fresh pair of databases for one bench, of the kind asked for, removed afterwards without a trace. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newUlid } from '#lib/domain/ulid.ts';
import { type Databases, openDatabases, type Tools } from '#server/app.ts';
import { type Config, parseConfig } from '#server/config.ts';
import { requestCouch } from './couch-request.ts';

export type DatabaseKind = 'embedded' | 'couchdb';

export type Place = {
	readonly kind: DatabaseKind;
	/** Where files may be put; removed with everything else. */
	readonly directory: string;
	/** What the server must be started with to find the databases. */
	readonly environment: Readonly<Record<string, string>>;
	/** Opens them in this process; the embedded ones only while no server has them. */
	open(): Promise<Databases>;
	/** The name of one more database, for writes that have nothing to do with the server. */
	freshName(): string;
	remove(): Promise<void>;
};

export const tools: Tools = {
	now: () => Date.now(),
	random: () => Math.random(),
	newId: () => newUlid(Date.now(), Math.random),
	sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms))
};

export async function createPlace(couchUrl: string | undefined): Promise<Place> {
	const directory = await mkdtemp(join(tmpdir(), 'ekinerja-bench-'));
	const prefix = `bench-${tools.newId().slice(-10)}`;
	const environment = {
		DATABASE_PREFIX: prefix,
		DATA_DIR: join(directory, 'data'),
		...(couchUrl !== undefined && { COUCHDB_URL: couchUrl })
	};
	let names = 0;
	return {
		kind: couchUrl === undefined ? 'embedded' : 'couchdb',
		directory,
		environment,
		open: () => openDatabases(configOf(environment), tools),
		freshName() {
			names += 1;
			return `${prefix}-fresh-${names}`;
		},
		async remove() {
			if (couchUrl !== undefined) await dropDatabases(couchUrl, prefix);
			await rm(directory, { recursive: true, force: true });
		}
	};
}

export function configOf(environment: Readonly<Record<string, string>>): Config {
	const config = parseConfig(environment);
	if (config.ok) return config.value;
	throw new Error(`a bench must know its configuration: ${config.error.variables.join(', ')}`);
}

async function dropDatabases(url: string, prefix: string): Promise<void> {
	const all = (await requestCouch(url, 'GET', '_all_dbs')) as string[];
	for (const name of all.filter((each) => each.startsWith(prefix))) {
		await requestCouch(url, 'DELETE', name);
	}
}

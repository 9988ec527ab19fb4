/**
 * The real server as a process of its own, on a database of its own that is gone afterwards:
 * embedded in a temporary directory, or on the CouchDB of COUCHDB_URL.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { loadDemonstration } from '#server/admin/demonstration.ts';
import { openDatabases, type Databases } from '#server/app.ts';
import { parseConfig } from '#server/config.ts';

export type DatabaseKind = 'embedded' | 'couchdb';

/** Both where a CouchDB is given, else the embedded one. */
export const DATABASE_KINDS: readonly DatabaseKind[] = process.env.COUCHDB_URL
	? ['embedded', 'couchdb']
	: ['embedded'];

const tools = {
	now: () => Date.now(),
	random: () => Math.random(),
	newId: () => crypto.randomUUID(),
	sleep: async (ms: number) => void (await delay(ms))
};

const DIRECTLY = ['--import', 'tsx', 'server/main.ts'];
const BY_NPM_START = ['server/start.mjs'];

export class ServerProcess {
	#command = DIRECTLY;
	#environment: Record<string, string>;
	#directory: string;
	#child: ChildProcess | undefined;
	#port = 0;
	output = '';

	private constructor(environment: Record<string, string>, directory: string) {
		this.#environment = environment;
		this.#directory = directory;
	}

	/** Makes a place for its data and loads the demonstration office; nothing runs yet. */
	static async create(
		kind: DatabaseKind,
		settings: Record<string, string> = {}
	): Promise<ServerProcess> {
		const server = await ServerProcess.createEmpty(kind, settings);
		await server.withDatabases((databases) => loadDemonstration(databases, tools));
		return server;
	}

	/** Makes a place for its data; nothing is in it, and nothing runs yet. */
	static async createEmpty(
		kind: DatabaseKind,
		settings: Record<string, string> = {}
	): Promise<ServerProcess> {
		const directory = await mkdtemp(join(tmpdir(), 'ekinerja-test-'));
		const environment = {
			PORT: '0',
			DATA_DIR: join(directory, 'data'),
			BUILD_DIR: directory,
			LOG_LEVEL: 'error',
			NODE_ENV: 'test',
			DATABASE_PREFIX: `ekinerja-test-${tools.newId().slice(0, 8)}`,
			COUCHDB_URL: kind === 'couchdb' ? (process.env.COUCHDB_URL ?? '') : '',
			...settings
		};
		await writeFile(join(directory, 'shell.html'), '<!doctype html><title>E-Kinerja</title>');
		return new ServerProcess(environment, directory);
	}

	/** What `npm start` runs, which fills an empty embedded database by itself; nothing runs yet. */
	static async byNpmStart(kind: DatabaseKind): Promise<ServerProcess> {
		const directory = await mkdtemp(join(tmpdir(), 'ekinerja-test-'));
		const environment = { PORT: '0', DATA_DIR: join(directory, 'data') };
		const couch = {
			DATABASE_PREFIX: `ekinerja-test-${tools.newId().slice(0, 8)}`,
			COUCHDB_URL: process.env.COUCHDB_URL ?? ''
		};
		const own = kind === 'couchdb' ? { ...environment, ...couch } : environment;
		const server = new ServerProcess(own, directory);
		server.#command = BY_NPM_START;
		if (kind === 'couchdb')
			await server.withDatabases((databases) => loadDemonstration(databases, tools));
		return server;
	}

	/** A second process, not started yet, on the same CouchDB databases. To be disposed of before this one. */
	async another(settings: Record<string, string> = {}): Promise<ServerProcess> {
		const directory = await mkdtemp(join(tmpdir(), 'ekinerja-test-'));
		const own = { DATA_DIR: join(directory, 'data'), ...settings };
		const environment = { ...this.#environment, ...own };
		return new ServerProcess(environment, directory);
	}

	get url(): string {
		return `http://127.0.0.1:${this.#port}`;
	}

	get pid(): number {
		if (this.#child?.pid === undefined) throw new Error('the server is not running');
		return this.#child.pid;
	}

	/** Starts the process and waits until it says its address. Keeps the port of its first start. */
	async start(): Promise<void> {
		const env = { ...process.env, ...this.#environment, PORT: String(this.#port) };
		const child = spawn(process.execPath, this.#command, { env });
		this.#child = child;
		this.output = '';
		await new Promise<void>((resolve, reject) => {
			const hear = (chunk: Buffer) => {
				this.output += chunk.toString();
				const port = /E-Kinerja: http:\/\/[^:\s]+:(\d+)/.exec(this.output)?.[1];
				if (port === undefined) return;
				this.#port = Number(port);
				resolve();
			};
			child.stdout.on('data', hear);
			child.stderr.on('data', hear);
			child.once('exit', (code) => reject(new Error(`it ended with ${code}: ${this.output}`)));
		});
	}

	/** Sends a signal; for one that ends the process, resolves with its exit code when it is gone. */
	async signal(name: 'SIGKILL' | 'SIGTERM' | 'SIGSTOP' | 'SIGCONT'): Promise<number | null> {
		const child = this.#child;
		if (!child) throw new Error('the server is not running');
		const isEnding = name === 'SIGKILL' || name === 'SIGTERM';
		const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
		child.kill(name);
		if (!isEnding) return null;
		this.#child = undefined;
		return ended;
	}

	/** Opens the databases here, while no server has the embedded one open. */
	async withDatabases<T>(use: (databases: Databases) => Promise<T>): Promise<T> {
		const config = parseConfig(this.#environment);
		if (!config.ok) throw new Error(config.error.variables.join());
		const databases = await openDatabases(config.value, tools);
		try {
			return await use(databases);
		} finally {
			await Promise.all([databases.work.close(), databases.accounts.close()]);
		}
	}

	/** Resolves when the next bytes of work reach the log of the embedded database. */
	nextWrite(): Promise<void> {
		const directory = join(this.dataDirectory, this.#environment.DATABASE_PREFIX ?? '');
		return new Promise((resolve) => {
			const watcher = watch(directory, (_event, file) => {
				if (!file?.endsWith('.log')) return;
				watcher.close();
				resolve();
			});
		});
	}

	/** Where the embedded database lies, for copies of it. */
	get dataDirectory(): string {
		return join(this.#directory, 'data');
	}

	/** Ends what runs and removes all data. */
	async dispose(): Promise<void> {
		// Behind `npm start` the server is a process of its own, which is told only of a wish to end.
		if (this.#child) await this.signal(this.#command === BY_NPM_START ? 'SIGTERM' : 'SIGKILL');
		await rm(this.#directory, { recursive: true, force: true });
		const { COUCHDB_URL: url = '', DATABASE_PREFIX: name = '' } = this.#environment;
		if (url === '') return;
		for (const database of [name, `${name}-accounts`]) {
			const { username, password, origin } = new URL(url);
			const authorization = `Basic ${btoa(`${username}:${password}`)}`;
			await fetch(`${origin}/${database}`, { method: 'DELETE', headers: { authorization } });
		}
	}
}

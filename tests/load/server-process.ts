/** The real server in a process of its own, started as in production, watched from outside. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { NODE_FLAGS } from '../../server/prepare.mjs';
import { type Place } from './place.ts';

export type BenchServer = {
	readonly origin: string;
	/** When it was started, by performance.now() of this process. */
	readonly startedAt: number;
	/** The sum of a metric over its series, and each by its labels. */
	metric(name: string): Promise<{ sum: number; series: Map<string, number> }>;
	peakRssMb(): Promise<number>;
	stop(): Promise<void>;
};

export type ServerOptions = {
	/** Writes a processor profile of the server here when it stops. */
	readonly profileDirectory?: string | undefined;
};

const START_MS = 60_000;
const BUILD = 'build';

export async function startServerProcess(
	place: Place,
	{ profileDirectory }: ServerOptions = {}
): Promise<BenchServer> {
	const environment = {
		...process.env,
		COUCHDB_URL: '',
		...place.environment,
		NODE_ENV: 'production',
		PORT: '0',
		HOST: '127.0.0.1',
		BUILD_DIR: await buildDirectory(place)
	};
	const profiling =
		profileDirectory === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir', profileDirectory];
	const args = [...profiling, ...NODE_FLAGS, 'server/main.ts'];
	const startedAt = performance.now();
	const child = spawn(process.execPath, args, {
		env: environment,
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const kill = () => child.kill('SIGKILL');
	process.once('exit', kill);
	const origin = await addressOf(child);
	return {
		origin,
		startedAt,
		metric: async (name) => seriesOf(await readMetrics(origin), name),
		peakRssMb: () => peakRssMb(child.pid ?? 0),
		async stop() {
			process.off('exit', kill);
			if (child.exitCode !== null) return;
			const exited = once(child, 'exit');
			child.kill('SIGTERM');
			await exited;
		}
	};
}

/** The built app, or a page in its place where only `/api` is measured. */
async function buildDirectory({ directory }: Place): Promise<string> {
	if (existsSync(join(BUILD, 'shell.html'))) return BUILD;
	const empty = join(directory, 'build');
	await mkdir(empty, { recursive: true });
	await writeFile(join(empty, 'shell.html'), '<!doctype html><title>E-Kinerja</title>');
	return empty;
}

/** Reads the address it prints, and lets what follows run off, or its log would fill the pipe. */
async function addressOf(child: ChildProcess): Promise<string> {
	if (!child.stdout) throw new Error('the server must have an output');
	const lines = createInterface({ input: child.stdout });
	return new Promise((resolve, reject) => {
		const fail = () => reject(new Error('the server did not start'));
		const timer = setTimeout(fail, START_MS);
		child.once('exit', fail);
		lines.on('line', (line) => {
			const address = /^E-Kinerja: (http:\S+)/.exec(line)?.[1];
			if (address === undefined) return;
			clearTimeout(timer);
			child.off('exit', fail);
			lines.close();
			child.stdout?.resume();
			resolve(address);
		});
	});
}

async function readMetrics(origin: string): Promise<string> {
	const response = await fetch(`${origin}/metrics`);
	return response.text();
}

function seriesOf(text: string, name: string) {
	const series = new Map<string, number>();
	for (const line of text.split('\n')) {
		const [, found, labels = '', value] = /^(\w+)(\{.*\})? (\S+)$/.exec(line) ?? [];
		if (found === name) series.set(labels, Number(value));
	}
	return { sum: [...series.values()].reduce((sum, each) => sum + each, 0), series };
}

/** What the kernel remembers of the process; 0 where it doesn't tell. */
async function peakRssMb(pid: number): Promise<number> {
	return peakRssMbOf(await readFile(`/proc/${pid}/status`, 'utf8').catch(() => ''));
}

/** The peak in MB by what `/proc/PID/status` says; 0 where it doesn't. */
export function peakRssMbOf(status: string): number {
	const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(status) ?? [];
	return Number(kilobytes) / 1_024;
}

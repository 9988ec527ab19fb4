/** A processor profile as a short table: which module and which function the main thread spent itself in. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

type Frame = { readonly functionName: string; readonly url: string };
type Profile = {
	readonly nodes: readonly { readonly id: number; readonly callFrame: Frame }[];
	readonly samples: readonly number[];
	readonly timeDeltas: readonly number[];
	readonly startTime: number;
};

const ROWS = 22;

/**
 * The main thread's time between two instants (ms since the profile began), as lines of text. Time of
 * other threads (gzip, LevelDB) isn't in it.
 */
export async function summariseProfile(
	directory: string,
	window: { readonly fromMs: number; readonly toMs: number }
): Promise<string[]> {
	const main = (await readdir(directory)).find((file) => /\.0\.\d+\.cpuprofile$/.test(file));
	if (main === undefined) throw new Error('the server must have left a profile');
	const profile = JSON.parse(await readFile(join(directory, main), 'utf8')) as Profile;
	const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]));
	const modules = new Map<string, number>();
	const functions = new Map<string, number>();
	let totalMs = 0;
	let atMs = 0;
	profile.samples.forEach((id, index) => {
		const ms = (profile.timeDeltas[index] ?? 0) / 1_000;
		atMs += ms;
		const frame = frames.get(id);
		if (!frame || atMs < window.fromMs || atMs > window.toMs) return;
		const module = moduleOf(frame);
		totalMs += ms;
		add(modules, module, ms);
		add(functions, `${frame.functionName || '(anonymous)'}  ${module}`, ms);
	});
	const table = (title: string, rows: Map<string, number>) => [
		title,
		...[...rows]
			.sort(([, a], [, b]) => b - a)
			.slice(0, ROWS)
			.map(([name, ms]) => `  ${((100 * ms) / totalMs).toFixed(1).padStart(5)} %  ${name}`)
	];
	return [
		`main thread, ${Math.round(totalMs)} ms sampled`,
		...table('by module (self time)', modules),
		...table('by function (self time)', functions)
	];
}

function moduleOf({ url, functionName }: Frame): string {
	if (url === '') return functionName.startsWith('(') ? functionName : 'native';
	const parts = url.split('node_modules/').at(-1)?.split('/') ?? [];
	if (url.includes('node_modules/')) {
		return parts.slice(0, url.includes('node_modules/@') ? 2 : 1).join('/');
	}
	return url.startsWith('node:') ? url : url.replace(/^.*\/(?=(?:server|src)\/)/, '');
}

function add(sums: Map<string, number>, name: string, ms: number): void {
	sums.set(name, (sums.get(name) ?? 0) + ms);
}

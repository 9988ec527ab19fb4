/**
 * `bench -- import`: `npm run import -- FOLDER --write` of a city's staff beside the running server, each
 * in a process of its own; then the same documents in bare bulk writes. With COUCHDB_URL on CouchDB.
 */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CITY_PEOPLE, cityFiles, writeCity } from './city.ts';
import { round } from './figures.ts';
import { createPlace, type Place } from './place.ts';
import { measureRaw } from './raw-rate.ts';
import { peakRssMbOf, startServerProcess } from './server-process.ts';

export type ImportOptions = {
	readonly couchUrl: string | undefined;
	readonly say: (line: string) => void;
};

const runFile = promisify(execFile);

export async function measureImport({
	couchUrl,
	say
}: ImportOptions): Promise<Record<string, unknown>> {
	const place = await createPlace(couchUrl);
	try {
		const folder = join(place.directory, 'berkas');
		await writeCity(folder, cityFiles());
		const server = await startServerProcess(place);
		const startedAt = performance.now();
		const command = await importFrom(folder, place);
		const wallMs = performance.now() - startedAt;
		const peakRssMb = await server.peakRssMb();
		await server.stop();
		say(command.told.trim().split('\n').at(-1) ?? '');
		const { file, documents } = await writtenDocuments(place);
		const perSecond = (documents * 1_000) / wallMs;
		const rawPerSecond = await measureRaw(place, file);
		return {
			database: place.kind,
			people: CITY_PEOPLE,
			documents,
			wallMs: round(wallMs),
			peakRssMb: round(peakRssMb),
			commandPeakRssMb: round(command.peakRssMb),
			documentsPerSecond: round(perSecond),
			rawDocumentsPerSecond: round(rawPerSecond),
			ratioToRaw: round(perSecond / rawPerSecond, 3)
		};
	} finally {
		await place.remove();
	}
}

/** Run within the command: when it ends, what the kernel remembers of its memory goes after what it said. */
const TELL_PEAK =
	`data:text/javascript,import{readFileSync as read}from'node:fs';process.on('exit',()=>{
	try{process.stderr.write(read('/proc/self/status','utf8'))}catch{}})`.replace(/\s+/g, ' ');

/** What the command said, and its own peak, 0 where the system doesn't tell; rejects when it did not do everything. */
async function importFrom(
	folder: string,
	{ environment }: Place
): Promise<{ told: string; peakRssMb: number }> {
	const env = { ...process.env, COUCHDB_URL: '', ...environment, NODE_ENV: 'production' };
	const modules = ['--import', 'tsx', '--import', TELL_PEAK];
	const args = [...modules, 'server/command.ts', 'import', folder, '--write'];
	const { stdout, stderr } = await runFile(process.execPath, args, { env });
	return { told: stdout, peakRssMb: peakRssMbOf(stderr) };
}

/** Work and accounts, asked of the databases themselves; checks that everybody arrived. */
async function writtenDocuments(place: Place): Promise<{ file: string; documents: number }> {
	const { work, accounts } = await place.open();
	const [documents, people] = [await work.withPrefix(''), await accounts.withPrefix('account:')];
	await Promise.all([work.close(), accounts.close()]);
	if (people.length !== CITY_PEOPLE) throw new Error(`${people.length} accounts were written`);
	const bare = [...documents, ...people].map(({ _rev: _made, ...each }) => JSON.stringify(each));
	const file = join(place.directory, 'documents.jsonl');
	await writeFile(file, bare.join('\n'));
	return { file, documents: bare.length };
}

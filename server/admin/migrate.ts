/**
 * `npm run migrate -- URL`: moves everything from the embedded database to CouchDB, and then proves that
 * both hold the same. See docs/decisions/010.
 */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseUnavailable } from '#server/db/database.ts';
import { openPouch } from '#server/db/embedded.ts';
import { compareLeaves, type Comparison, type Holding } from '#server/db/leaves.ts';
import { countStrange, move, type Target } from '#server/db/moving.ts';
import { knockAtDoor } from './door-client.ts';
import { type Progress } from './import.ts';

export type MigrateParts = {
	readonly dataDirectory: string;
	/** Of the databases, the same on both sides. */
	readonly names: readonly string[];
	readonly targetOf: (name: string) => Target;
	readonly say: (line: string) => void;
	readonly progress: Progress;
};

type Move = {
	readonly name: string;
	readonly source: Awaited<ReturnType<typeof openPouch>>;
	readonly target: Target;
};

/** Whether everything is there now, and proven to be the same. */
export async function runMigration(parts: MigrateParts): Promise<boolean> {
	const { dataDirectory, names, targetOf, say } = parts;
	const refused = await refusal(dataDirectory, names);
	if (refused !== undefined) {
		say(refused);
		return false;
	}
	const moves: Move[] = [];
	try {
		for (const name of names) {
			const source = await openPouch(dataDirectory, name).catch(toNothing);
			if (!source) {
				say(IN_USE);
				return false;
			}
			moves.push({ name, source, target: targetOf(name) });
		}
		return await migrate(moves, parts);
	} catch (error) {
		if (!(error instanceof DatabaseUnavailable)) throw error;
		say(`Terputus: ${reasonOf(error)}`);
		say('Jalankan perintah ini sekali lagi; yang sudah pindah tidak diulang.');
		return false;
	} finally {
		for (const { source, target } of moves) await Promise.all([source.close(), target.close()]);
	}
}

const IN_USE = 'Server sedang berjalan dengan data ini. Hentikan dulu, lalu ulangi.';

/** A database that can't be opened is one that another process has open. */
function toNothing(error: unknown): undefined {
	if (!(error instanceof DatabaseUnavailable)) throw error;
}

/** Work that arrives while it is copied would stay behind, so no server may run. */
async function refusal(directory: string, names: readonly string[]): Promise<string | undefined> {
	for (const name of names) {
		const path = join(directory, name);
		const isThere = await stat(path).then(
			(found) => found.isDirectory(),
			// Nothing is there, or nothing that can be read.
			() => false
		);
		if (!isThere) return `Tidak ada basis data di ${path}.`;
	}
	const running = await knockAtDoor(directory);
	await running?.close();
	return running && IN_USE;
}

async function migrate(moves: readonly Move[], parts: MigrateParts): Promise<boolean> {
	const { say, progress } = parts;
	if (!(await areFree(moves, say))) return false;
	for (const { name, source, target } of moves) {
		await target.prepare();
		const [all, before] = await Promise.all([source.info(), heldBy(target)]);
		say(`${name}: ${count(all.doc_count)} data dipindahkan; ${count(before)} sudah ada di sana.`);
		progress.start(all.doc_count);
		progress.add(before);
		await move(source, target.pouch, progress.add).finally(progress.stop);
	}
	say('Membandingkan setiap data di kedua tempat …');
	let isSame = true;
	for (const { name, source, target } of moves) {
		const compared = await compareLeaves(source, target.pouch);
		for (const line of describe(name, compared)) say(line);
		isSame &&= compared.differences === 0;
	}
	say(isSame ? DONE : DIFFERENT);
	return isSame;
}

const DONE =
	'Semua sudah pindah dan sama. Jalankan server dengan COUCHDB_URL mulai sekarang; simpan data lama sebagai cadangan dan jangan pakai lagi.';
const DIFFERENT = 'TIDAK SAMA. Tetap pakai data lama; jangan jalankan server dengan CouchDB ini.';

/** Looks at all of them before anything is written or made in one of them. */
async function areFree(moves: readonly Move[], say: (line: string) => void): Promise<boolean> {
	let areFree = true;
	for (const { name, source, target } of moves) {
		const strange = (await target.exists()) ? await countStrange(source, target.pouch) : 0;
		if (strange === 0) continue;
		areFree = false;
		say(`${name}: di sana sudah ada ${count(strange)} data lain, yang tidak berasal dari sini.`);
	}
	if (!areFree) {
		say('Tidak ada yang dipindahkan. Pakai CouchDB yang kosong, atau hapus dulu basis data itu.');
	}
	return areFree;
}

/** Without what the database keeps for itself. */
async function heldBy({ pouch }: Target): Promise<number> {
	const { doc_count: all } = await pouch.info();
	const { rows } = await pouch.allDocs({ startkey: '_', endkey: '_\uffff' });
	return all - rows.length;
}

function describe(name: string, { source, target, ...found }: Comparison): string[] {
	const side = (label: string, { documents, digest }: Holding) =>
		`  ${label.padEnd(6)} ${count(documents)} data, sidik ${digest}`;
	const isSame = found.differences === 0;
	return [
		`${name}: ${isSame ? 'sama' : `BERBEDA dalam ${count(found.differences)} versi data`}`,
		side('asal', source),
		side('tujuan', target),
		...found.different.map((id) => `  berbeda: ${id}`)
	];
}

const count = (value: number): string => value.toLocaleString('id-ID');

/** What is behind it; neither carries a document. */
function reasonOf({ message, cause }: Error): string {
	return cause instanceof Error ? `${message} (${cause.message})` : message;
}

/**
 * `npm run import -- FOLDER [--write] [--partial]`: people, posts, units, supervision, calendar and
 * settings from files. Says what it would do; writes only when told to, and only when every row is
 * good or the good ones alone are wanted.
 */
import { newAccount } from '#server/auth/account.ts';
import { type Draft } from '#server/db/database.ts';
import { type Store, type Stores } from './door-client.ts';
import { isBelievable, readExisting } from './existing.ts';
import { type Bad, readFolder } from './folder.ts';
import { type Newcomer, type Plan, planImport } from './plan.ts';
import {
	ABOUT_CODES,
	handOut,
	keepPendingCodes,
	loadSigner,
	newStartCode,
	readPendingCodes
} from './start-codes.ts';

/** Small enough that the server's other writes get their turn. */
const BATCH_DOCUMENTS = 500;

export type Progress = {
	readonly start: (total: number) => void;
	readonly add: (count: number) => void;
	readonly stop: () => void;
};

export type ImportParts = {
	readonly stores: Stores;
	readonly folder: string;
	readonly isWriting: boolean;
	readonly isPartial: boolean;
	/** Where the start codes of new accounts go. */
	readonly codesDirectory: string;
	readonly now: () => number;
	readonly say: (line: string) => void;
	readonly progress: Progress;
};

/** Whether all that was asked for was done. */
export async function runImport(parts: ImportParts): Promise<boolean> {
	const { say, stores, isPartial, isWriting } = parts;
	const { folder, bad: unreadable } = await readFolder(parts.folder);
	const plan = planImport(folder, await readExisting(stores), parts.now());
	const bad = [...unreadable, ...plan.bad];
	tellBad(bad, say);
	tellPlan(plan, say);
	if (bad.length > 0 && !isPartial) {
		say(
			'Tidak ada yang ditulis. Perbaiki baris di atas, atau pakai --partial untuk menulis sisanya.'
		);
		return false;
	}
	if (!isWriting) {
		say('Ini baru percobaan: tidak ada yang ditulis. Tambahkan --write untuk menulis.');
		return bad.length === 0;
	}
	return write(parts, plan);
}

/** All of them, however many: with --partial they are the only word on what was left out. */
function tellBad(bad: readonly Bad[], say: (line: string) => void): void {
	for (const { file, line, field, reason } of bad) {
		say(`${file} baris ${line}, kolom ${field}: ${reason}`);
	}
	if (bad.length > 0) say(`${bad.length} kesalahan.`);
}

function tellPlan({ documents, newcomers }: Plan, say: (line: string) => void): void {
	const isNew = ({ _rev }: Draft) => _rev === undefined;
	const created = documents.filter(isNew).length;
	say(
		`${created} data baru, ${documents.length - created} data berubah, ${newcomers.length} akun baru.`
	);
}

async function write(parts: ImportParts, plan: Plan): Promise<boolean> {
	const { stores, progress, say } = parts;
	const strange = plan.documents.find((draft) => !isBelievable({ ...draft, _rev: REV_TO_COME }));
	if (strange) throw new Error(`${strange._id} must have the shape the rules expect`);
	progress.start(plan.documents.length + plan.newcomers.length);
	const lost = await writeAll(stores.work, plan.documents, progress);
	const lostAccounts = await addAccounts(parts, plan.newcomers);
	progress.stop();
	say(
		`Ditulis: ${plan.documents.length - lost} data, ${plan.newcomers.length - lostAccounts} akun.`
	);
	if (lost + lostAccounts === 0) return true;
	say(
		`${lost + lostAccounts} data diubah orang lain sementara ini; jalankan perintah ini sekali lagi.`
	);
	return false;
}

/** Stands for the revision a document gets when it is written. */
const REV_TO_COME = `1-${'0'.repeat(32)}`;

/** Returns how many were not written, because somebody else changed them meanwhile. */
async function writeAll(
	store: Store,
	documents: readonly Draft[],
	{ add }: Progress
): Promise<number> {
	let lost = 0;
	for (let from = 0; from < documents.length; from += BATCH_DOCUMENTS) {
		const batch = documents.slice(from, from + BATCH_DOCUMENTS);
		const outcomes = await store.write(batch);
		lost += outcomes.filter(({ ok }) => !ok).length;
		add(batch.length);
	}
	return lost;
}

/**
 * The codes are on disk before any account has one: an interrupted import locks nobody out, and the next one
 * gives out its codes too. Returns how many accounts somebody else made meanwhile.
 */
async function addAccounts(
	{ stores, codesDirectory: directory, now, say, progress }: ImportParts,
	newcomers: readonly Newcomer[]
): Promise<number> {
	const pending = new Map((await readPendingCodes(directory)).map((each) => [each.nip, each]));
	if (newcomers.length + pending.size === 0) return 0;
	const signer = await loadSigner(stores.accounts);
	const added = newcomers.map((each) => ({ ...each, code: newStartCode() }));
	const all = new Map([...pending, ...added.map((each) => [each.nip, each] as const)]);
	const codes = [...all.values()];
	await keepPendingCodes(directory, codes);
	const accounts = added.map(({ nip, code }) =>
		newAccount(nip, { hash: signer.sealStartCode(nip, code), startCode: true })
	);
	const lost = await writeAll(stores.accounts, accounts, progress);
	const path = await handOut(codes, stores.accounts, { directory, now: now() });
	if (path !== undefined) say(`Kode awal: ${path} (${ABOUT_CODES})`);
	return lost;
}

/** New start codes, and the one file in which they are handed over. */
import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import Papa from 'papaparse';
import * as z from 'zod/mini';
import { Nip } from '#lib/domain/nip.ts';
import { Account, accountId } from '#server/auth/account.ts';
import { loadSecret } from '#server/auth/secret.ts';
import { createSigner, type Signer } from '#server/auth/signer.ts';
import { START_CODE_BYTES, startCodeOf } from '#server/auth/start-code.ts';
import { type Store } from './door-client.ts';

const OWNER_ONLY = { file: 0o600, directory: 0o700 };

const HandedOut = z.object({ nip: Nip, name: z.string(), code: z.string() });
export type HandedOut = Readonly<z.infer<typeof HandedOut>>;

/** Said with the path of every file of codes. */
export const ABOUT_CODES =
	'hanya bisa dibaca oleh pengguna ini; hapus setelah dibagikan. Kode berlaku sampai diganti dengan kata sandi sendiri';

/** The file of codes made at `now`, epoch ms. */
export const codesPath = (directory: string, now: number): string =>
	join(directory, `kode-awal-${new Date(now).toISOString().replace(/[:.]/g, '-')}.csv`);

export const newStartCode = (): string => startCodeOf(randomBytes(START_CODE_BYTES));

/** The signer of this installation, for a command that runs beside its server or without it. */
export async function loadSigner(accounts: Store): Promise<Signer> {
	return createSigner(await loadSecret(accounts));
}

/** Writes the codes where only this user can read them, on disk before this returns; never over another file. */
export async function writeStartCodes(path: string, codes: readonly HandedOut[]): Promise<void> {
	await mkdir(dirname(path), { recursive: true, mode: OWNER_ONLY.directory });
	const file = await open(path, 'wx', OWNER_ONLY.file);
	try {
		const rows = codes.map(({ nip, name, code }) => ({ nip, name, code }));
		await file.writeFile(`${Papa.unparse(rows, { escapeFormulae: true })}\r\n`);
		await file.sync();
	} finally {
		await file.close();
	}
}

/** Codes whose accounts are perhaps not all written yet. */
const pendingPath = (directory: string): string => join(directory, 'belum-selesai.csv');

/** The codes an interrupted import had made; none where none was interrupted. */
export async function readPendingCodes(directory: string): Promise<HandedOut[]> {
	const text = await readFile(pendingPath(directory), 'utf8').catch(toNothing);
	const { data } = Papa.parse<unknown>(text, { header: true, skipEmptyLines: true });
	return data.flatMap((row) => HandedOut.safeParse(row).data ?? []);
}

/** Keeps the codes until {@link handOut}; in place of the pending ones, whole or not at all. */
export async function keepPendingCodes(
	directory: string,
	codes: readonly HandedOut[]
): Promise<void> {
	const path = pendingPath(directory);
	await rm(`${path}.baru`, { force: true });
	await writeStartCodes(`${path}.baru`, codes);
	await rename(`${path}.baru`, path);
}

type HandingOut = { readonly directory: string; readonly now: number };

/**
 * Writes those of the codes that open an account now, so that each code in the file works, and keeps none
 * pending. Returns the file's path, or nothing where no code opens anything. Interrupted, it is repeated by
 * the next import.
 */
export async function handOut(
	codes: readonly HandedOut[],
	accounts: Store,
	{ directory, now }: HandingOut
): Promise<string | undefined> {
	const signer = await loadSigner(accounts);
	const stored = await accounts.read(codes.map(({ nip }) => accountId(nip)));
	const working = codes.filter(({ nip, code }) => {
		const account = Account.safeParse(stored.get(accountId(nip)));
		return account.data?.hash === signer.sealStartCode(nip, code);
	});
	const path = codesPath(directory, now);
	if (working.length > 0) await writeStartCodes(path, working);
	await rm(pendingPath(directory), { force: true });
	return working.length > 0 ? path : undefined;
}

function toNothing(error: unknown): string {
	if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
	throw error;
}

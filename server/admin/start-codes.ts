/** New start codes, and the one file in which they are handed over. */
import { randomBytes } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import Papa from 'papaparse';
import { type Nip } from '#lib/domain/nip.ts';
import { loadSecret } from '#server/auth/secret.ts';
import { createSigner, type Signer } from '#server/auth/signer.ts';
import { START_CODE_BYTES, startCodeOf } from '#server/auth/start-code.ts';
import { type Store } from './door-client.ts';

const OWNER_ONLY = { file: 0o600, directory: 0o700 };

export type HandedOut = { readonly nip: Nip; readonly name: string; readonly code: string };

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
		await file.writeFile(`${Papa.unparse(rows, { escapeFormulae: true })}\n`);
		await file.sync();
	} finally {
		await file.close();
	}
}

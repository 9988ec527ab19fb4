/** Puts people into fresh databases before a server starts on them. */
import { randomBytes } from 'node:crypto';
import { type Nip } from '#lib/domain/nip.ts';
import { Passwords } from '#server/auth/passwords.ts';
import { loadSecret } from '#server/auth/secret.ts';
import { newSessionId, sessionName } from '#server/auth/session.ts';
import { createSigner, type Signer } from '#server/auth/signer.ts';
import { type Database, type Draft } from '#server/db/database.ts';
import { accountsOf, officeOf } from './office.ts';
import { type Place, tools } from './place.ts';

/** Everybody's. */
export const PASSWORD = 'kata-sandi-contoh';

const BATCH_DOCUMENTS = 1_000;

/**
 * Writes `people` persons with accounts, and `more` documents. Returns the signer the server will
 * have, so that sessions can be made without hashing thousands of passwords.
 */
export async function fill(
	place: Place,
	people: number,
	more: readonly Draft[] = []
): Promise<Signer> {
	const { work, accounts } = await place.open();
	const hash = await new Passwords(tools).hash(PASSWORD);
	if (!hash.ok) throw new Error('one password can always be hashed');
	await writeAll(work, [...officeOf(people), ...more]);
	await writeAll(accounts, accountsOf(people, hash.value));
	const signer = createSigner(await loadSecret(accounts));
	await Promise.all([work.close(), accounts.close()]);
	return signer;
}

async function writeAll(database: Database, documents: readonly Draft[]): Promise<void> {
	for (let from = 0; from < documents.length; from += BATCH_DOCUMENTS) {
		const outcomes = await database.write(documents.slice(from, from + BATCH_DOCUMENTS));
		if (!outcomes.every(({ ok }) => ok)) throw new Error('a fresh database takes everything');
	}
}

/** The cookie a sign-in would have left on the person's device. */
export function cookieOf(signer: Signer, person: Nip): string {
	const id = newSessionId(tools.now(), randomBytes(9));
	return `${sessionName(person)}=${signer.issueSession(person, { id, epoch: 0 })}`;
}

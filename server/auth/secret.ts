/** The one secret all signatures come from, kept in the accounts database, made once. */
import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { type Database } from '#server/db/database.ts';

const SECRET_ID = 'secret:1';
const SECRET_BYTES = 32;
const SecretDocument = z.object({
	value: z.string().check(z.minLength(40))
});

/** The secret of this installation. When two processes start at once, both use the one that was written first. */
export async function loadSecret(accounts: Pick<Database, 'read' | 'write'>): Promise<Buffer> {
	const known = await readSecret(accounts);
	if (known) return known;
	const value = randomBytes(SECRET_BYTES).toString('base64url');
	const draft = { _id: SECRET_ID, schema: 1, value };
	await accounts.write([draft]);
	const written = await readSecret(accounts);
	if (!written) throw new Error('the secret must exist after it was written');
	return written;
}

async function readSecret(accounts: Pick<Database, 'read'>): Promise<Buffer | undefined> {
	const document = (await accounts.read([SECRET_ID])).get(SECRET_ID);
	return document && Buffer.from(SecretDocument.parse(document).value, 'base64url');
}

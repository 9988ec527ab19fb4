/**
 * The accounts database. What decides whether a session counts is held in memory for everybody, about
 * 150 bytes a person, so that verifying a session reads nothing; the change feed keeps it current
 * when another process writes. Password hashes are read when somebody signs in.
 */
import { type Nip } from '#lib/domain/nip.ts';
import { type WorkDocument } from '#lib/domain/document.ts';
import { type Change, type Database, DatabaseUnavailable } from '#server/db/database.ts';
import { Account, ACCOUNT_PREFIX, accountId } from './account.ts';

export type AccountState = {
	readonly epoch: number;
	readonly disabled: boolean;
	readonly startCode: boolean;
	readonly revoked: ReadonlySet<string>;
	readonly only: Account['only'];
};

type Kept = AccountState & { readonly rev: string | undefined };

const RETRY_MS = 1_000;
const MAX_WRITE_ATTEMPTS = 8;

export class Accounts {
	readonly #database: Database;
	readonly #sleep: (ms: number) => Promise<void>;
	readonly #states = new Map<Nip, Kept>();
	#stopChanges: () => void = () => undefined;
	#isOpen = true;
	/** Stored accounts that can't be read; nobody can sign in with them. */
	unreadableCount = 0;

	constructor(database: Database, sleep: (ms: number) => Promise<void>) {
		this.#database = database;
		this.#sleep = sleep;
	}

	/** Loads what is kept in memory. Listens first, so that nothing falls between the two. */
	async open(): Promise<void> {
		this.#stopChanges = await this.#database.changes(
			(change) => void this.#refresh(change),
			() => void this.#untilAvailable(() => this.#load())
		);
		await this.#load();
	}

	close(): void {
		this.#isOpen = false;
		this.#stopChanges();
	}

	stateOf(nip: Nip): AccountState | undefined {
		return this.#states.get(nip);
	}

	/** Reads again when more was learnt of the account meanwhile, because that may be the newer state. */
	async read(nip: Nip): Promise<Account | undefined> {
		const id = accountId(nip);
		for (;;) {
			const known = this.#states.get(nip);
			const document = (await this.#database.read([id])).get(id);
			if (this.#states.get(nip) === known) return this.#keep(document);
		}
	}

	/** Adds accounts; those that exist already are left as they are. */
	async add(accounts: readonly Account[]): Promise<void> {
		const outcomes = await this.#database.write(accounts);
		outcomes.forEach((outcome, index) => {
			const account = accounts[index];
			if (outcome.ok && account) this.#remember({ ...account, _rev: outcome.rev });
		});
	}

	/** See {@link updateAccount}; what was written counts at once. */
	async update(
		nip: Nip,
		change: (account: Account) => Account | undefined
	): Promise<Account | undefined> {
		const known = this.#states.get(nip);
		const written = await updateAccount(this.#database, nip, change);
		if (!written) return undefined;
		const heard = this.#states.get(nip);
		this.#remember(written);
		// Another state that was heard of may have been made of what was written here.
		if (heard !== known && heard?.rev !== written._rev)
			void this.#untilAvailable(async () => void (await this.read(nip)));
		return written;
	}

	async #load(): Promise<void> {
		const before = new Map(this.#states);
		const documents = await this.#database.withPrefix(ACCOUNT_PREFIX);
		// What was heard meanwhile is newer than what was read.
		const heard = [...this.#states].filter(([nip, kept]) => before.get(nip) !== kept);
		this.#states.clear();
		this.unreadableCount = documents.filter((document) => !this.#keep(document)).length;
		for (const [nip, kept] of heard) this.#states.set(nip, kept);
	}

	async #refresh({ id, rev }: Change): Promise<void> {
		if (!id.startsWith(ACCOUNT_PREFIX)) return;
		const nip = id.slice(ACCOUNT_PREFIX.length);
		if (this.#states.get(nip)?.rev === rev) return;
		await this.#untilAvailable(async () => {
			if (!(await this.read(nip))) this.#states.delete(nip);
		});
	}

	/** The database may be away while it tells of changes; until it is back, the last known state counts. */
	async #untilAvailable(work: () => Promise<void>): Promise<void> {
		while (this.#isOpen) {
			try {
				return await work();
			} catch (error) {
				if (!(error instanceof DatabaseUnavailable)) throw error;
				await this.#sleep(RETRY_MS);
			}
		}
	}

	#keep(document: WorkDocument | undefined): Account | undefined {
		const account = Account.safeParse(document);
		if (!account.success) return undefined;
		this.#remember(account.data);
		return account.data;
	}

	#remember({ nip, epoch, disabled, startCode, revoked, only, _rev }: Account): void {
		if (_rev !== undefined && this.#states.get(nip)?.rev === _rev) return;
		const state = { epoch, disabled, startCode, revoked: new Set(revoked), only, rev: _rev };
		this.#states.set(nip, state);
	}
}

/**
 * Replaces an account by what `change` makes of it, again on the newer state when somebody else was
 * faster. Nothing is written when there is no account or `change` gives nothing.
 */
export async function updateAccount(
	database: Pick<Database, 'read' | 'write'>,
	nip: Nip,
	change: (account: Account) => Account | undefined
): Promise<Account | undefined> {
	const id = accountId(nip);
	for (let attempt = 0; attempt < MAX_WRITE_ATTEMPTS; attempt += 1) {
		const before = Account.safeParse((await database.read([id])).get(id));
		const after = before.success ? change(before.data) : undefined;
		if (!after) return undefined;
		const [outcome] = await database.write([after]);
		if (outcome?.ok) return { ...after, _rev: outcome.rev };
	}
	throw new Error('an account must be writable within a few attempts');
}

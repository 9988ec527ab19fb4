/** Starts everything the sync call needs, in order, and follows the database's changes. */
import { personId } from '#lib/domain/document.ts';
import { type Nip } from '#lib/domain/nip.ts';
import { type Database, DatabaseUnavailable } from '#server/db/database.ts';
import { type Signer } from '#server/auth/signer.ts';
import { healBranches } from './branches.ts';
import { Committer } from './committer.ts';
import { fill, isReference, refresh, ServerDirectory } from './directory.ts';
import { Documents } from './documents.ts';
import { createSyncEndpoint, type EndpointParts, type SyncEndpoint } from './endpoint.ts';
import { Feeds } from './feeds.ts';

const MAX_ATTEMPTS = 10;
const RETRY_DELAY_MS = 1_000;

export type SyncParts = Pick<EndpointParts, 'now' | 'nextSync'> & {
	readonly database: Database;
	readonly signer: Signer;
	readonly sleep: (ms: number) => Promise<void>;
	/** Told of failures in what runs behind the requests. */
	readonly onError: (error: unknown) => void;
	readonly onBatch?: (documents: number) => void;
};

export type RunningSync = {
	readonly endpoint: SyncEndpoint;
	readonly directory: ServerDirectory;
	/** As his card says, also when it is so new that no change has told of it. Throws DatabaseUnavailable. */
	readonly nameOf: (person: Nip) => Promise<string | undefined>;
	/** Waits for the commits under way, then stops listening. */
	readonly stop: () => Promise<void>;
};

export async function startSync(parts: SyncParts): Promise<RunningSync> {
	const { database } = parts;
	const feeds = new Feeds(database);
	const documents = new Documents(database);
	const directory = new ServerDirectory();
	const committer = new Committer({ ...parts, feeds, documents });
	const attempt = (work: () => Promise<unknown>) => void persist(work, parts);

	// Listening begins before loading, so that no change falls between the two.
	const stopListening = await database.changes(
		(change) => {
			if (feeds.hear(change) === 'foreign') documents.forget(change.id);
			if (isReference(change.id)) attempt(() => refresh(directory, database, change.id));
			if (change.branches > 1) attempt(() => healBranches(database, change.id));
		},
		() => {
			documents.clear();
			attempt(() => reload(feeds, directory, database));
		}
	);
	await reload(feeds, directory, database);
	for (const id of await database.forked()) attempt(() => healBranches(database, id));

	return {
		endpoint: createSyncEndpoint({ ...parts, feeds, documents, directory, committer }),
		directory,
		nameOf: async (person) => {
			if (!directory.person(person)) await refresh(directory, database, personId(person));
			return directory.person(person)?.name;
		},
		stop: async () => {
			await committer.idle();
			stopListening();
		}
	};
}

/** Repeats work behind the requests while the database is away; each piece of it is safe to repeat. */
async function persist(
	work: () => Promise<unknown>,
	{ sleep, onError }: Pick<SyncParts, 'sleep' | 'onError'>
): Promise<void> {
	for (let attempt = 1; ; attempt += 1) {
		try {
			await work();
			return;
		} catch (error) {
			if (!(error instanceof DatabaseUnavailable) || attempt === MAX_ATTEMPTS) {
				onError(error);
				return;
			}
			await sleep(RETRY_DELAY_MS * attempt);
		}
	}
}

async function reload(feeds: Feeds, directory: ServerDirectory, database: Database): Promise<void> {
	await feeds.load();
	await fill(directory, database);
}

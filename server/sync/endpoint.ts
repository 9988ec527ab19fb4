/**
 * `POST /api/sync`: one round trip that takes a device's mutations and gives it the news. It never
 * sees a request or a response; server/http has checked who asks and what the body looks like.
 */
import { dayOf } from '#lib/domain/day.ts';
import { type Feed, feedOf } from '#lib/domain/document.ts';
import { zoneOf } from '#lib/domain/facts.ts';
import { type Nip } from '#lib/domain/nip.ts';
import { err, ok, type Result } from '#lib/domain/result.ts';
import { createProblem, type Problem } from '#lib/protocol/problem.ts';
import { digestOfFeeds, type SyncRequest, type SyncResponse } from '#lib/protocol/sync.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts';
import { DatabaseUnavailable } from '#server/db/database.ts';
import { deliver, type Delivered, type DeliverParts } from './deliver.ts';
import { type ServerDirectory } from './directory.ts';
import { collectNews, type News, type NewsParts } from './news.ts';
import { scopeOf } from './scope.ts';

const RETRY_AFTER_MS = 10_000;

export type EndpointParts = DeliverParts &
	NewsParts & {
		readonly directory: ServerDirectory;
		readonly now: () => number;
		/** When a device should come back; widens under load. */
		readonly nextSync: () => SyncResponse['nextSync'];
	};

/** Refused only as a whole when the database stays silent; everything else is inside the answer. */
export type SyncEndpoint = (
	request: SyncRequest,
	context: { readonly person: Nip }
) => Promise<Result<SyncResponse, Problem>>;

export function createSyncEndpoint(parts: EndpointParts): SyncEndpoint {
	const scopes = new ScopeCache(parts.directory);
	return async (request, { person }) => {
		if (request.person !== person) throw new Error('http must pass the person who signed in');
		const receivedAt = parts.now();
		try {
			const delivered = await deliver(parts, request, receivedAt);
			const scope = scopes.of(person, receivedAt);
			const allowed = new Set(scope);
			const own = delivered.documents.filter(({ _id }) => allowed.has(feedOf(_id)));
			const news = await collectNews(parts, request, { scope, own: latest(own) });
			return ok(answer(parts, request, { delivered, news, scope }));
		} catch (error) {
			if (!(error instanceof DatabaseUnavailable)) throw error;
			return err(createProblem('database-unavailable', { retryAfterMs: RETRY_AFTER_MS }));
		}
	};
}

/** One document may be named by several results: the last word of it counts. */
function latest<T extends { _id: string }>(documents: readonly T[]): T[] {
	return [...new Map(documents.map((document) => [document._id, document])).values()];
}

type Parts = { delivered: Delivered; news: News; scope: readonly Feed[] };

/** Lists that are empty are left out, to keep the idle answer small. */
function answer(parts: EndpointParts, request: SyncRequest, found: Parts): SyncResponse {
	const { delivered, news, scope } = found;
	const at = parts.now();
	const isScopeKnown = request.scope === digestOfFeeds(scope);
	return {
		protocol: PROTOCOL_VERSION,
		requestId: request.requestId,
		serverTime: at,
		contact: parts.signer.issueContact({ person: request.person, deviceId: request.deviceId, at }),
		...(delivered.results.length > 0 && { results: delivered.results }),
		...(news.documents.length > 0 && { documents: news.documents }),
		...(news.drop.length > 0 && { drop: news.drop }),
		...(!isScopeKnown && { scope: [...scope] }),
		...(Object.keys(news.resume).length > 0 && { resume: news.resume }),
		...(Object.keys(news.compare).length > 0 && { compare: news.compare }),
		nextSync: parts.nextSync()
	};
}

/** A scope changes only with the directory and the day. */
class ScopeCache {
	#directory: ServerDirectory;
	#scopes = new Map<Nip, readonly Feed[]>();
	#state = '';

	constructor(directory: ServerDirectory) {
		this.#directory = directory;
	}

	of(person: Nip, at: number): readonly Feed[] {
		const today = dayOf(at, zoneOf(this.#directory, person));
		// All three zones, so that the cache empties at each midnight.
		const state = `${this.#directory.revision} ${dayOf(at, 'WIB')} ${dayOf(at, 'WIT')} ${dayOf(at, 'WITA')}`;
		if (state !== this.#state) {
			this.#scopes.clear();
			this.#state = state;
		}
		const known = this.#scopes.get(person);
		if (known) return known;
		const scope = scopeOf(this.#directory, person, today);
		this.#scopes.set(person, scope);
		return scope;
	}
}

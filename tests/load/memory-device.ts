/**
 * A device whose storage is this process' memory, for thousands of them at once. It speaks the whole
 * protocol through the real transport: feeds by totals, pages, comparison, results, receipts, contact
 * tokens, retries with the real backoff never below what the server asked for. What it holds of a
 * document is its revision, which is all the protocol needs; the bodies are parsed and let go.
 */
import { bucketOf, type DocumentId, type Feed, feedOf } from '#lib/domain/document.ts';
import { type Mutation } from '#lib/domain/mutation.ts';
import { type Nip } from '#lib/domain/nip.ts';
import { adjust, EMPTY_TOTAL, sameTotal, type Total } from '#lib/domain/total.ts';
import {
	digestOfFeeds,
	MAX_MUTATIONS,
	type SyncRequest,
	type SyncResponse
} from '#lib/protocol/sync.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts';
import { retryDelayMs } from '#lib/sync/backoff.ts';
import { type Transport } from '#lib/sync/transport.ts';

export type DeviceParts = {
	readonly nip: Nip;
	readonly deviceId: string;
	/** The contact token of the sign-in. */
	readonly contact: string;
	readonly transport: Transport;
	readonly newId: () => string;
	readonly random: () => number;
	readonly sleep: (ms: number) => Promise<void>;
};

/** A device that can't get through within so many attempts in a row ends the bench. */
const MAX_ATTEMPTS = 40;
const MAX_ROUNDS = 100;

export class MemoryDevice {
	readonly nip: Nip;
	/** What this device holds of each feed. */
	readonly held = new Map<Feed, Total>();
	/** Mutations the server said are applied. */
	readonly acked: string[] = [];
	readonly refused: string[] = [];
	/** Ways in which requests failed before they got through, counted. */
	readonly failures = new Map<string, number>();
	#parts: DeviceParts;
	#contact: string;
	/** The tokens mutations were recorded under, by mutation. */
	#outbox: { readonly mutation: Mutation; readonly contact: string }[] = [];
	#revisions = new Map<DocumentId, string>();
	#resume: Record<Feed, DocumentId> = {};
	#compare: Record<Feed, string[]> = {};

	constructor(parts: DeviceParts) {
		this.#parts = parts;
		this.#contact = parts.contact;
		this.nip = parts.nip;
	}

	get revisions(): ReadonlyMap<DocumentId, string> {
		return this.#revisions;
	}

	record(mutation: Mutation): void {
		this.#outbox.push({ mutation, contact: this.#contact });
	}

	/** One sync to its end, retried as a device would. `onDelivered` is called when nothing waits any more. */
	async sync(onDelivered: () => void = () => undefined): Promise<void> {
		for (let round = 0; round < MAX_ROUNDS; round += 1) {
			const waiting = this.#outbox.length;
			const isOver = this.#take(await this.#ask());
			if (waiting > 0 && this.#outbox.length === 0) onDelivered();
			if (isOver && this.#outbox.length === 0) return;
		}
		throw new Error('a sync must come to an end');
	}

	async #ask(): Promise<SyncResponse> {
		for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
			const answer = await this.#parts.transport.sync(this.#request());
			if (answer.ok) return answer.value;
			const { error } = answer;
			this.failures.set(error.type, (this.failures.get(error.type) ?? 0) + 1);
			const floorMs = error.type === 'busy' ? error.retryAfterMs : 0;
			await this.#parts.sleep(floorMs + retryDelayMs(attempt, this.#parts.random));
		}
		throw new Error(`no answer: ${[...this.failures.keys()].join(', ')}`);
	}

	#request(): SyncRequest {
		const batch = this.#outbox.slice(0, MAX_MUTATIONS);
		const contacts = [...new Set([this.#contact, ...batch.map(({ contact }) => contact)])];
		const compared = Object.entries(this.#compare);
		const asked = compared.filter(([, buckets]) => buckets.length === 0);
		const told = compared.filter(([, buckets]) => buckets.length > 0);
		return {
			protocol: PROTOCOL_VERSION,
			requestId: this.#parts.newId().slice(-8),
			person: this.nip,
			deviceId: this.#parts.deviceId,
			contacts,
			held: Object.fromEntries(
				[...this.held].filter(([, total]) => !sameTotal(total, EMPTY_TOTAL))
			),
			...(this.held.size > 0 && { scope: digestOfFeeds(this.held.keys()) }),
			...(batch.length > 0 && {
				mutations: batch.map(({ mutation, contact }) => ({
					...mutation,
					contact: contacts.indexOf(contact)
				}))
			}),
			...(Object.keys(this.#resume).length > 0 && { resume: this.#resume }),
			...(asked.length > 0 && {
				buckets: Object.fromEntries(asked.map(([feed]) => [feed, this.#bucketTotals(feed)]))
			}),
			...(told.length > 0 && {
				revisions: Object.fromEntries(
					told.map(([feed, buckets]) => [feed, this.#bucketRevisions(feed, buckets)])
				)
			})
		};
	}

	/** Takes in an answer as docs/protocol.md says; true when there is nothing more to ask. */
	#take(answer: SyncResponse): boolean {
		const hasNewFeeds = answer.scope ? this.#setScope(answer.scope) : false;
		for (const { _id, _rev } of answer.documents ?? []) this.#put(_id, _rev);
		for (const id of answer.drop ?? []) this.#put(id, undefined);
		this.#settle(answer);
		this.#contact = answer.contact;
		const wasPaging = Object.keys(this.#resume).length > 0;
		this.#resume = answer.resume ?? {};
		this.#compare = answer.compare ?? {};
		return !hasNewFeeds && !wasPaging && !answer.resume && !answer.compare;
	}

	#setScope(scope: readonly Feed[]): boolean {
		const wanted = new Set(scope);
		const added = scope.filter((feed) => !this.held.has(feed));
		for (const feed of added) this.held.set(feed, EMPTY_TOTAL);
		for (const feed of this.held.keys()) {
			if (wanted.has(feed)) continue;
			this.held.delete(feed);
			for (const id of this.#revisions.keys()) {
				if (feedOf(id) === feed) this.#revisions.delete(id);
			}
		}
		return added.length > 0;
	}

	#put(id: DocumentId, rev: string | undefined): void {
		const feed = feedOf(id);
		const before = this.#revisions.get(id);
		this.held.set(feed, adjust(this.held.get(feed) ?? EMPTY_TOTAL, before, rev));
		if (rev === undefined) this.#revisions.delete(id);
		else this.#revisions.set(id, rev);
	}

	#settle({ results = [] }: SyncResponse): void {
		for (const { id, outcome } of results) {
			if (outcome === 'deferred') continue;
			const index = this.#outbox.findIndex(({ mutation }) => mutation.id === id);
			if (index < 0) continue;
			this.#outbox.splice(index, 1);
			(outcome === 'refused' ? this.refused : this.acked).push(id);
		}
	}

	#bucketTotals(feed: Feed): Record<string, Total> {
		const totals: Record<string, Total> = {};
		for (const [id, rev] of this.#revisions) {
			if (feedOf(id) !== feed) continue;
			const bucket = bucketOf(id);
			totals[bucket] = adjust(totals[bucket] ?? EMPTY_TOTAL, undefined, rev);
		}
		return totals;
	}

	#bucketRevisions(feed: Feed, buckets: readonly string[]) {
		const revisions: Record<string, Record<DocumentId, string>> = {};
		for (const bucket of buckets) revisions[bucket] = {};
		for (const [id, rev] of this.#revisions) {
			const found = feedOf(id) === feed ? revisions[bucketOf(id)] : undefined;
			if (found) found[id] = rev;
		}
		return revisions;
	}
}

/**
 * The line between a device and the server of a simulation, with everything a real one does: loses
 * requests, loses answers, delivers late or twice, shows a captive portal's page, kills the tab.
 * What travels goes through JSON and the schemas at both ends, as it does over HTTP.
 */
import { err, ok, type Result } from '#lib/domain/result.ts';
import { SyncRequest, SyncResponse } from '#lib/protocol/sync.ts';
import { type Transport, type TransportFailure } from '#lib/sync/transport.ts';

export type Serve = (request: SyncRequest) => Promise<Result<SyncResponse, { type: string }>>;

/** Thrown where a killed tab would just have stopped. */
export class TabKilled extends Error {}

export type LinkFault =
	| 'none'
	| 'request-lost'
	| 'request-late'
	| 'answer-lost'
	| 'twice'
	| 'portal'
	| 'killed-before'
	| 'killed-after';

const FAULTS: readonly LinkFault[] = [
	'request-lost',
	'request-late',
	'answer-lost',
	'twice',
	'portal',
	'killed-before',
	'killed-after'
];

export class Link implements Pick<Transport, 'sync'> {
	/** Share of requests that meet a fault, 0 to 1. */
	faultRate = 0;
	/** Requests the device gave up on that are still under way. */
	readonly late: SyncRequest[] = [];
	/** Told while a portal answers in the server's place. */
	onPortal: () => Promise<void> = () => Promise.resolve();
	#serve: Serve;
	#random: () => number;

	constructor(serve: Serve, random: () => number) {
		this.#serve = serve;
		this.#random = random;
	}

	async sync(request: SyncRequest): Promise<Result<SyncResponse, TransportFailure>> {
		const sent = throughJson(SyncRequest, request);
		switch (this.#pickFault()) {
			case 'request-lost':
				return err({ type: 'offline' });
			case 'request-late':
				this.late.push(sent);
				return err({ type: 'timeout', answering: false });
			case 'portal':
				await this.onPortal();
				return err({ type: 'not-ours', status: 200 });
			case 'killed-before':
				throw new TabKilled();
			case 'answer-lost':
				await this.#serve(sent);
				return err({ type: 'cut' });
			case 'killed-after':
				await this.#serve(sent);
				throw new TabKilled();
			case 'twice': {
				const [first] = await Promise.all([this.#serve(sent), this.#serve(sent)]);
				return this.#answer(first);
			}
			case 'none':
				return this.#answer(await this.#serve(sent));
		}
	}

	/** A request of long ago arrives; nobody hears the answer. */
	async arriveLate(): Promise<void> {
		const index = Math.floor(this.#random() * this.late.length);
		const [request] = this.late.splice(index, 1);
		if (request) await this.#serve(request);
	}

	#answer(answer: Result<SyncResponse, { type: string }>): Result<SyncResponse, TransportFailure> {
		if (!answer.ok) return err({ type: 'busy', retryAfterMs: 1_000 });
		return ok(throughJson(SyncResponse, answer.value));
	}

	#pickFault(): LinkFault {
		if (this.#random() >= this.faultRate) return 'none';
		return FAULTS[Math.floor(this.#random() * FAULTS.length)] ?? 'none';
	}
}

interface Schema<T> {
	parse(value: unknown): T;
}

/** What arrives is what the schema lets through of the JSON that was sent; it throws on a wrong shape. */
function throughJson<T>(schema: Schema<T>, value: T): T {
	return schema.parse(JSON.parse(JSON.stringify(value)));
}

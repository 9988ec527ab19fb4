/**
 * Requests to one CouchDB database that end by themselves and whose answers are checked. The only
 * importer of nano, which has no time-out of its own, takes a truncated answer for an empty one, and
 * puts whole documents into its errors; none of that leaves this file.
 */
import nano from 'nano';
import { Agent } from 'undici';
import * as z from 'zod/mini';
import { DatabaseUnavailable } from './database.ts';

export type CouchLimits = {
	/** A request is given up after so long, whatever it is doing. */
	readonly requestTimeoutMs: number;
	/** Requests on their way at one time; more wait in this process. */
	readonly connections: number;
};

export type CouchRequest = {
	readonly method?: 'GET' | 'POST' | 'PUT';
	/** Below the database, without a leading slash; absent for the database itself. */
	readonly path?: string;
	readonly query?: Readonly<Record<string, string | number | boolean>>;
	readonly body?: object;
	/** Ends the request early. */
	readonly signal?: AbortSignal;
};

/** Says that the request itself was wrong: a bug, or a document CouchDB will never take. */
export class CouchRefused extends Error {
	override name = 'CouchRefused';
	readonly status: number;

	constructor(message: string, status: number) {
		super(message);
		this.status = status;
	}
}

/** Statuses that blame the request. Any other failure may pass, so it counts as unavailable. */
const REFUSALS: ReadonlySet<number> = new Set([400, 405, 406, 409, 412, 413, 414, 415]);

const Failure = z.object({
	message: z.string(),
	statusCode: z.optional(z.number()),
	error: z.optional(z.string())
});
type Failure = z.infer<typeof Failure>;

export class CouchConnection {
	readonly #agent: Agent;
	readonly #server: nano.ServerScope;
	readonly #name: string;
	readonly #requestTimeoutMs: number;
	#closing: Promise<void> | undefined;

	constructor(url: string, name: string, limits: CouchLimits) {
		this.#agent = new Agent({
			connections: limits.connections,
			connect: { timeout: limits.requestTimeoutMs },
			headersTimeout: limits.requestTimeoutMs,
			bodyTimeout: limits.requestTimeoutMs
		});
		// nano's types ask for the class where its code takes an instance.
		const agentOptions = this.#agent as unknown as typeof Agent;
		// parseUrl would take a path in front of CouchDB for the name of a database.
		const configuration = { url, agentOptions, parseUrl: false };
		this.#server = nano(configuration);
		this.#name = name;
		this.#requestTimeoutMs = limits.requestTimeoutMs;
	}

	/**
	 * Asks and checks the answer. Throws {@link DatabaseUnavailable} when no usable answer came, so
	 * that the outcome is unknown; {@link CouchRefused} when CouchDB blames the request.
	 */
	async request<T>(answer: z.ZodMiniType<T>, request: CouchRequest): Promise<T> {
		const what = describe(request);
		const received = await this.#send(request).catch((error: unknown) => {
			throw translate(what, Failure.parse(error));
		});
		return parseAnswer(what, answer, received);
	}

	/** Like {@link request}, but nothing is the result when CouchDB answers `status`. */
	async requestUnless<T>(
		status: number,
		answer: z.ZodMiniType<T>,
		request: CouchRequest
	): Promise<T | undefined> {
		const what = describe(request);
		const received = await this.#send(request).catch((error: unknown) => {
			const failure = Failure.parse(error);
			if (failure.statusCode === status) return undefined;
			throw translate(what, failure);
		});
		return received === undefined ? undefined : parseAnswer(what, answer, received);
	}

	/** Waits for the requests under way; safe to repeat. */
	close(): Promise<void> {
		this.#closing ??= this.#agent.close();
		return this.#closing;
	}

	#send({ method = 'GET', path, query, body, signal }: CouchRequest): Promise<unknown> {
		const timeout = AbortSignal.timeout(this.#requestTimeoutMs);
		const options = {
			db: this.#name,
			method,
			...(path !== undefined && { path }),
			...(query && { qs: query }),
			...(body && { body }),
			// Missing in nano's types.
			signal: signal ? AbortSignal.any([signal, timeout]) : timeout
		};
		return this.#server.request(options);
	}
}

function describe({ method = 'GET', path = 'database' }: CouchRequest): string {
	return `CouchDB, ${method} ${path}`;
}

/** Leaves nano's error behind: it carries the request, that is, people's documents. */
function translate(what: string, { message, statusCode, error }: Failure): Error {
	if (statusCode !== undefined && REFUSALS.has(statusCode)) {
		return new CouchRefused(`${what}: ${statusCode} ${error ?? message}`, statusCode);
	}
	const cause = new Error(message);
	return new DatabaseUnavailable(`${what}: ${statusCode ?? 'no answer'}`, { cause });
}

function parseAnswer<T>(what: string, answer: z.ZodMiniType<T>, received: unknown): T {
	const parsed = answer.safeParse(received);
	if (parsed.success) return parsed.data;
	const cause = new Error(z.prettifyError(parsed.error));
	throw new DatabaseUnavailable(`${what}: the answer is cut off or not CouchDB's.`, { cause });
}

/** For questions that are asked again anyway: an outage and a refusal are no answer, anything else is thrown. */
export async function answerOrNothing<T>(answer: Promise<T>): Promise<T | undefined> {
	try {
		return await answer;
	} catch (error) {
		if (error instanceof DatabaseUnavailable || error instanceof CouchRefused) return undefined;
		throw error;
	}
}

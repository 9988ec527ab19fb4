/**
 * The only place that knows Fastify: limits, admission, routes, pages, and problems as answers. What
 * the calls do is handed in.
 */
import { type IncomingMessage } from 'node:http';
import fastifyCookie from '@fastify/cookie';
import {
	fastify,
	type FastifyError,
	type FastifyInstance,
	type FastifyReply,
	type FastifyRequest
} from 'fastify';
import { createProblem, type Problem } from '#lib/protocol/problem.ts';
import { type Metrics } from '#server/metrics/metrics.ts';
import { type Admission, type Ticket } from './admission.ts';
import { answerJson, answerProblem, send } from './answer.ts';
import {
	type BodyLimits,
	DEFAULT_BODY_LIMITS,
	type PackedBody,
	readBody,
	unpackBody
} from './body.ts';
import { HeldBytes, type Share } from './held-bytes.ts';
import { type Log } from './log.ts';
import { isOwnOrigin } from './origin.ts';
import { type Pages, servePages } from './pages.ts';
import { ProblemError } from './problem-error.ts';
import { type Call, createCalls, type Handlers, type SessionCookie } from './routes.ts';
import { type StatusParts, addStatusRoutes } from './status.ts';

export type Timeouts = {
	/** A request must have arrived whole within this; a slow body ends here. */
	readonly requestMs: number;
	readonly keepAliveMs: number;
	readonly checkEveryMs: number;
};

const DEFAULT_TIMEOUTS: Timeouts = { requestMs: 60_000, keepAliveMs: 20_000, checkEveryMs: 5_000 };
const MAX_CONNECTIONS = 20_000;
/** Connections the system may hold ready while a batch is being worked on; the usual 511 is a second of a rush. */
const BACKLOG = 4_096;
const DRAIN_RETRY_MS = 5_000;

export type ServerParts = {
	readonly handlers: Handlers;
	readonly status: StatusParts;
	readonly admission: Admission;
	readonly pages: Pages;
	readonly metrics: Metrics;
	readonly log: Log;
	readonly newId: () => string;
	readonly sleep: (ms: number) => Promise<void>;
	/** Origins of our pages besides the address a request was sent to. */
	readonly publicOrigins: readonly string[];
	readonly trustProxy: boolean | string[];
	readonly limits?: BodyLimits;
	readonly timeouts?: Timeouts;
};

export type HttpServer = {
	/** Begins to listen; resolves with the port. */
	readonly listen: (address: { readonly host: string; readonly port: number }) => Promise<number>;
	/** Takes no more requests, finishes those under way, and cuts what isn't finished within `ms`. */
	readonly drain: (ms: number) => Promise<void>;
};

declare module 'fastify' {
	interface FastifyRequest {
		ticket: Ticket | undefined;
		startedAt: number;
		/** The memory its body takes; absent where there is no body. */
		share: Share | undefined;
	}
}

type Running = ServerParts & {
	readonly limits: BodyLimits;
	readonly held: HeldBytes;
	isDraining: boolean;
};

export async function createHttpServer(parts: ServerParts): Promise<HttpServer> {
	const limits = parts.limits ?? DEFAULT_BODY_LIMITS;
	const running: Running = {
		...parts,
		limits,
		held: new HeldBytes(limits.maxHeldBytes, () => parts.admission.slotMs()),
		isDraining: false
	};
	const app = createApp(running);
	// First, so that what is refused by a later hook has its start too.
	watch(app, running);
	addBodyParser(app, running);
	await app.register(fastifyCookie);
	for (const call of createCalls(parts.handlers)) addCall(app, running, call);
	addStatusRoutes(app, parts.status);
	await servePages(app, parts.pages, (reply) =>
		send(reply, answerProblem(createProblem('not-found')))
	);
	return {
		listen: async (address) => {
			await app.listen({ ...address, backlog: BACKLOG });
			app.server.maxConnections = MAX_CONNECTIONS;
			const bound = app.server.address();
			return typeof bound === 'object' && bound ? bound.port : address.port;
		},
		drain: async (ms) => {
			running.isDraining = true;
			const deadline = parts.sleep(ms).then(() => app.server.closeAllConnections());
			await Promise.race([app.close(), deadline]);
		}
	};
}

function createApp({ trustProxy, newId, log, timeouts = DEFAULT_TIMEOUTS }: Running) {
	const app = fastify({
		logger: false,
		genReqId: newId,
		trustProxy,
		return503OnClosing: false,
		requestTimeout: timeouts.requestMs,
		keepAliveTimeout: timeouts.keepAliveMs,
		// Node takes the longer of two limits for the whole request: left alone, the headers' minute.
		http: {
			connectionsCheckingInterval: timeouts.checkEveryMs,
			headersTimeout: timeouts.requestMs
		},
		frameworkErrors: (_error, _request, reply) =>
			void send(reply, answerProblem(createProblem('bad-request')))
	});
	app.decorateRequest('ticket', undefined);
	app.decorateRequest('share', undefined);
	app.decorateRequest('startedAt', 0);
	app.setErrorHandler((error: FastifyError, request, reply) => {
		const problem = problemOf(error);
		if (problem.type === 'internal') log.error('failure', error, { requestId: request.id });
		return send(reply, answerProblem(problem));
	});
	return app;
}

/** Fastify's own refusals in our words; what isn't one of them is a fault of ours. */
function problemOf(error: Error & { statusCode?: number }): Problem {
	if (error instanceof ProblemError) return error.problem;
	if (error.statusCode === 415) return createProblem('wrong-content-type');
	if (error.statusCode === 413) return createProblem('too-large');
	if (error.statusCode === 404) return createProblem('not-found');
	const isTheirs = error.statusCode !== undefined && error.statusCode < 500;
	// The connection broke while the body was being read: nobody hears the answer.
	const isCut = 'code' in error && error.code === 'ECONNRESET';
	return createProblem(isTheirs || isCut ? 'bad-request' : 'internal');
}

/** Bodies stay packed until their turn: thousands may wait, and parsed they would be ten times as large. */
function addBodyParser(app: FastifyInstance, running: Running): void {
	const { held, limits } = running;
	app.removeAllContentTypeParsers();
	app.addContentTypeParser(
		'application/json',
		(request: FastifyRequest, stream: IncomingMessage) => {
			const share = held.open();
			request.share = share;
			const encoding = request.headers['content-encoding']?.toLowerCase();
			return readBody({ stream, encoding, hold: share.add }, limits.maxBytes);
		}
	);
	app.addHook('onRequest', (request, reply, done) => {
		// Here and not with the calls: a body sent to an address that is none is read too.
		reply.raw.once('close', () => {
			request.share?.release();
			leave(running, request);
		});
		const announced = Number(request.headers['content-length'] ?? 0);
		done(announced > limits.maxBytes ? new ProblemError('too-large') : undefined);
	});
}

function addCall(app: FastifyInstance, running: Running, call: Call): void {
	app.post(call.path, {
		onRequest: (request, reply, done) => {
			done(refuseEarly(running, request, call));
		},
		handler: async (request, reply) => {
			const { admission } = running;
			if (request.ticket && !(await admission.ready(request.ticket))) return reply.hijack();
			try {
				return await answerCall(running, call, { request, reply });
			} finally {
				if (request.ticket) admission.leave(request.ticket);
			}
		}
	});
}

/** What can be refused before the body is read, cheapest first. */
function refuseEarly(running: Running, request: FastifyRequest, call: Call): Error | undefined {
	const { headers, host } = request;
	if (running.isDraining) return new ProblemError('overloaded', { retryAfterMs: DRAIN_RETRY_MS });
	const fetchSite = headers['sec-fetch-site']; // never a list
	if (!isOwnOrigin({ origin: headers.origin, fetchSite, host }, running.publicOrigins)) {
		return new ProblemError('foreign-origin');
	}
	if (!call.isAdmitted) return undefined;
	const entered = running.admission.enter();
	if ('retryAfterMs' in entered) return new ProblemError('overloaded', entered);
	request.ticket = entered;
	return undefined;
}

/** The connection is done with, or gone. Work under way keeps its place until it ends. */
function leave({ admission }: Running, { ticket }: FastifyRequest): void {
	if (ticket && ticket.state !== 'in-flight') admission.leave(ticket);
}

async function answerCall(
	{ limits }: Running,
	call: Call,
	{ request, reply }: { request: FastifyRequest; reply: FastifyReply }
): Promise<FastifyReply> {
	const body = await takeBody(request, limits);
	const tokenOf = (name: string) => request.cookies[name];
	const answered = await call.answer(body, tokenOf, request.headers['user-agent']);
	if (!answered.ok) return send(reply, answerProblem(answered.error));
	const { body: said, session } = answered.value;
	if (session) setSession(request, reply, session);
	return send(reply, await answerJson(said, request.headers['accept-encoding']));
}

/** The body as a value; the request lets go of its bytes. */
function takeBody(request: FastifyRequest, limits: BodyLimits): Promise<unknown> {
	const { share } = request;
	const packed = request.body as PackedBody | undefined; // the only parser gives nothing else
	request.body = undefined;
	if (!packed || !share) return Promise.resolve(undefined);
	return unpackBody(packed, share.add, limits);
}

function setSession(request: FastifyRequest, reply: FastifyReply, session: SessionCookie): void {
	// Behind a proxy that isn't trusted, the browser's own word on how it came is the better one.
	const isSecure = request.protocol === 'https' || request.headers.origin?.startsWith('https:');
	reply.setCookie(session.name, session.token, {
		path: '/api',
		httpOnly: true,
		sameSite: 'strict',
		secure: isSecure === true,
		maxAge: session.lifetimeSeconds
	});
}

function watch(app: FastifyInstance, running: Running): void {
	const { log, metrics, status } = running;
	const labels = ['route', 'status'];
	const help = 'Time from the first byte of a request to the last of its answer';
	const observe = metrics.histogram({ name: 'http_request_duration_seconds', help, labels });
	app.addHook('onRequest', (request, _reply, done) => {
		request.startedAt = status.now();
		done();
	});
	app.addHook('onSend', (_request, reply, _payload, done) => {
		if (running.isDraining) void reply.header('connection', 'close');
		done();
	});
	app.addHook('onResponse', (request, reply, done) => {
		const durationMs = Math.round(status.now() - request.startedAt);
		const route = request.routeOptions.url ?? 'none';
		observe(durationMs / 1_000, { route, status: reply.statusCode });
		const { method } = request;
		log.info('request', {
			requestId: request.id,
			method,
			route,
			status: reply.statusCode,
			durationMs
		});
		done();
	});
}

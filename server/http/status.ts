/** What operators ask: is it up, and how is it doing. */
import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { createProblem } from '#lib/protocol/problem.ts';
import { type Metrics } from '#server/metrics/metrics.ts';
import { answerProblem, send } from './answer.ts';

export type StatusParts = {
	/** Whether the database answers. */
	readonly isDatabaseUp: () => Promise<boolean>;
	readonly metrics: Metrics;
	/** Who knows it may read the metrics from anywhere; without one only this machine may. */
	readonly metricsToken: string | undefined;
	readonly now: () => number;
};

export function addStatusRoutes(app: FastifyInstance, parts: StatusParts): void {
	app.get('/api/health', async (_request, reply) => {
		const isUp = await parts.isDatabaseUp();
		const database = isUp ? 'up' : 'down';
		const body = { status: isUp ? 'ok' : 'failing', database };
		const headers = { 'content-type': 'application/json' };
		const bytes = Buffer.from(JSON.stringify(body));
		return send(reply, { status: isUp ? 200 : 503, headers, bytes });
	});
	app.get('/metrics', async (request, reply) => {
		if (!mayRead(request, parts.metricsToken)) {
			return send(reply, answerProblem(createProblem('not-found')));
		}
		const { metrics } = parts;
		const headers = { 'content-type': metrics.contentType };
		return send(reply, { status: 200, headers, bytes: Buffer.from(await metrics.text()) });
	});
}

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

function mayRead({ headers, raw }: FastifyRequest, token: string | undefined): boolean {
	if (token !== undefined) return headers.authorization === `Bearer ${token}`;
	const isForwarded = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
	return LOOPBACK.test(raw.socket.remoteAddress ?? '') && !isForwarded;
}

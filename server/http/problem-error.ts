import { createProblem, type Problem, type ProblemType } from '#lib/protocol/problem.ts';

/** A problem on its way out of Fastify's hooks and parsers, which know no other way than to throw. */
export class ProblemError extends Error {
	override name = 'ProblemError';
	readonly problem: Problem;

	constructor(type: ProblemType, more?: Parameters<typeof createProblem>[1]) {
		super(type);
		this.problem = createProblem(type, more);
	}
}

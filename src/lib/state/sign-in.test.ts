import { expect, test } from 'vitest';
import { createProblem, type ProblemType } from '#lib/protocol/problem.ts';
import { type TransportFailure } from '#lib/sync/failure.ts';
import { changePasswordRefused, signInRefused } from './sign-in.ts';

const refused = (type: ProblemType, more = {}): TransportFailure => ({
	type: 'refused',
	problem: createProblem(type, more)
});

test.each<[TransportFailure, object]>([
	[{ type: 'offline' }, { type: 'offline-unknown-person' }],
	[{ type: 'not-ours', status: 502 }, { type: 'offline-unknown-person' }],
	[
		{ type: 'busy', retryAfterMs: 5 },
		{ type: 'busy', retryAfterMs: 5 }
	],
	[{ type: 'outdated' }, { type: 'outdated' }],
	[refused('wrong-credentials'), { type: 'wrong-credentials' }],
	[refused('account-disabled'), { type: 'account-disabled' }],
	[
		refused('too-many-attempts', { retryAfterMs: 9 }),
		{ type: 'too-many-attempts', retryAfterMs: 9 }
	],
	[refused('foreign-origin'), { type: 'failed' }],
	[{ type: 'signed-out' }, { type: 'failed' }]
])('a sign-in that failed with %o', (failure, told) => {
	expect(signInRefused(failure)).toEqual(told);
});

test.each<[TransportFailure, object]>([
	[{ type: 'timeout', answering: false }, { type: 'no-connection' }],
	[{ type: 'signed-out' }, { type: 'signed-out' }],
	[refused('wrong-credentials'), { type: 'wrong-credentials' }],
	[
		refused('password-refused', { detail: 'too-short' }),
		{ type: 'password-refused', detail: 'too-short' }
	],
	[refused('internal'), { type: 'failed' }]
])('a change of password that failed with %o', (failure, told) => {
	expect(changePasswordRefused(failure)).toEqual(told);
});

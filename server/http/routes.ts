/** The calls under `/api`: what each accepts, who may make it, and who answers. */
import * as z from 'zod/mini';
import { err, type Result } from '#lib/domain/result.ts';
import { createProblem, type Problem } from '#lib/protocol/problem.ts';
import {
	ChangePasswordRequest,
	EndOthersRequest,
	EndSessionRequest,
	SessionsRequest,
	SignInRequest,
	type SignInResponse,
	SignOutRequest
} from '#lib/protocol/session.ts';
import { MAX_HELD_FEEDS, SyncRequest, type SyncResponse } from '#lib/protocol/sync.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts';

/** The value of a named cookie of the request. */
export type TokenOf = (name: string) => string | undefined;

/** A cookie for the device that asked; an empty token takes it away. */
export type SessionCookie = {
	readonly name: string;
	readonly token: string;
	readonly lifetimeSeconds: number;
};

export type Reply<T> = { readonly body: T; readonly session?: SessionCookie };
type Answering<T> = Promise<Result<Reply<T>, Problem>>;

/** What stands behind the calls; main.ts hands it in. */
export type Handlers = {
	/** Also notes that the session is in use. */
	readonly authenticate: (
		person: string,
		tokenOf: TokenOf,
		device: { readonly deviceId: string; readonly userAgent: string | undefined }
	) => Result<unknown, Problem>;
	readonly sync: (
		input: SyncRequest,
		context: { readonly person: string }
	) => Promise<Result<SyncResponse, Problem>>;
	readonly signIn: (input: SignInRequest, userAgent?: string) => Answering<SignInResponse>;
	readonly signOut: (input: SignOutRequest, tokenOf: TokenOf) => Answering<unknown>;
	readonly endOthers: (input: EndOthersRequest, tokenOf: TokenOf) => Answering<unknown>;
	readonly listDevices: (
		input: SessionsRequest,
		tokenOf: TokenOf,
		userAgent?: string
	) => Answering<unknown>;
	readonly endSession: (input: EndSessionRequest, tokenOf: TokenOf) => Answering<unknown>;
	readonly changePassword: (
		input: ChangePasswordRequest,
		tokenOf: TokenOf,
		userAgent?: string
	) => Answering<SignInResponse>;
};

export type Call = {
	readonly path: string;
	/** Whether it waits for its turn under load. Signing out doesn't: it ends something. */
	readonly isAdmitted: boolean;
	readonly answer: (body: unknown, tokenOf: TokenOf, userAgent?: string) => Answering<unknown>;
};

export function createCalls(handlers: Handlers): Call[] {
	const { signIn, signOut, endOthers, listDevices, endSession, changePassword } = handlers;
	return [
		{ path: '/api/sync', isAdmitted: true, answer: createSyncCall(handlers) },
		{
			path: '/api/session',
			isAdmitted: true,
			answer: parsed(SignInRequest, (input, _tokenOf, userAgent) => signIn(input, userAgent))
		},
		{ path: '/api/session/end', isAdmitted: false, answer: parsed(SignOutRequest, signOut) },
		{
			path: '/api/session/end-others',
			isAdmitted: false,
			answer: parsed(EndOthersRequest, endOthers)
		},
		{ path: '/api/sessions', isAdmitted: true, answer: parsed(SessionsRequest, listDevices) },
		{
			path: '/api/sessions/end',
			isAdmitted: false,
			answer: parsed(EndSessionRequest, endSession)
		},
		{
			path: '/api/password',
			isAdmitted: false,
			answer: parsed(ChangePasswordRequest, changePassword)
		}
	];
}

const Envelope = z.object({ protocol: z.int() });

function createSyncCall({ authenticate, sync }: Handlers): Call['answer'] {
	const answer = parsed(SyncRequest, async (input, tokenOf, userAgent) => {
		const { deviceId } = input;
		const session = authenticate(input.person, tokenOf, { deviceId, userAgent });
		if (!session.ok) return session;
		if (Object.keys(input.held).length > MAX_HELD_FEEDS) return badRequest(['held']);
		const answered = await sync(input, { person: input.person });
		return answered.ok ? { ok: true, value: { body: answered.value } } : answered;
	});
	return (body, tokenOf, userAgent) => {
		// Before the whole shape, which another version may have changed.
		const envelope = Envelope.safeParse(body);
		if (envelope.success && envelope.data.protocol !== PROTOCOL_VERSION) {
			const detail = `Spoken here: ${PROTOCOL_VERSION}`;
			return Promise.resolve(err(createProblem('protocol-unsupported', { detail })));
		}
		return answer(body, tokenOf, userAgent);
	};
}

const MAX_PATHS = 20;

function parsed<S extends z.core.$ZodType>(
	schema: S,
	handle: (input: z.infer<S>, tokenOf: TokenOf, userAgent?: string) => Answering<unknown>
): Call['answer'] {
	return (body, tokenOf, userAgent) => {
		const input = z.safeParse(schema, body);
		if (input.success) return handle(input.data, tokenOf, userAgent);
		const paths = input.error.issues.map(({ path }) => path.map(String).join('.'));
		return Promise.resolve(badRequest(paths.slice(0, MAX_PATHS)));
	};
}

const badRequest = (paths: string[]): Result<never, Problem> =>
	err(createProblem('bad-request', { paths }));

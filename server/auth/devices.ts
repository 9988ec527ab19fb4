/** The devices on which a person is signed in: noted when they ask, listed, ended one by one. */
import { type Day } from '#lib/domain/day.ts';
import { type Nip } from '#lib/domain/nip.ts';
import { ok, type Result } from '#lib/domain/result.ts';
import { type Problem } from '#lib/protocol/problem.ts';
import {
	type EndSessionRequest,
	type SessionsRequest,
	type SessionsResponse
} from '#lib/protocol/session.ts';
import { type Accounts } from './accounts.ts';
import { type Authenticate, counts, type Session, type TokenOf } from './authenticate.ts';
import { deviceKindOf } from './device-kind.ts';
import { type ListedSession, signedInDevices } from './session-list.ts';
import { type SessionLists } from './session-lists.ts';
import { SESSION_MS, sessionBeganAt } from './session.ts';

/** What a request says of the device it comes from. */
export type AskingDevice = { readonly deviceId: string; readonly userAgent: string | undefined };

export type DeviceParts = {
	readonly accounts: Accounts;
	readonly lists: SessionLists;
	/** Of whoever has a password of his own; see {@link requireOwnPassword}. */
	readonly authenticate: Authenticate;
	readonly now: () => number;
	/** The day it is where the person works. */
	readonly todayOf: (person: Nip) => Day;
};

/** As `authenticate`, and the session is noted as in use. */
export function createNotingAuthenticate({ authenticate, ...parts }: DeviceParts) {
	return (person: Nip, tokenOf: TokenOf, device: AskingDevice): Result<Session, Problem> => {
		const session = authenticate(person, tokenOf);
		if (session.ok) noteUse(parts, session.value, device);
		return session;
	};
}

export function noteUse(
	{ lists, todayOf }: Pick<DeviceParts, 'lists' | 'todayOf'>,
	{ person, id, epoch }: Pick<Session, 'person' | 'id' | 'epoch'>,
	{ deviceId, userAgent }: AskingDevice
): void {
	const kind = deviceKindOf(userAgent);
	lists.note(person, { id, epoch, deviceId, kind, seenOn: todayOf(person) });
}

export async function listDevices(
	parts: DeviceParts,
	{ person, deviceId }: SessionsRequest,
	asking: { readonly tokenOf: TokenOf; readonly userAgent: string | undefined }
): Promise<Result<{ readonly body: SessionsResponse }, Problem>> {
	const session = parts.authenticate(person, asking.tokenOf);
	if (!session.ok) return session;
	noteUse(parts, session.value, { deviceId, userAgent: asking.userAgent });
	const sessions = await countingSessions(parts, person);
	const devices = signedInDevices(sessions, { id: session.value.id, deviceId });
	return ok({ body: { person, devices } });
}

/** Ends every session on the device with this one. Safe to repeat; a session that is none ends nothing. */
export async function endSession(
	parts: DeviceParts,
	{ person, session: asked }: EndSessionRequest,
	tokenOf: TokenOf
): Promise<Result<{ readonly body: { readonly person: Nip } }, Problem>> {
	const session = parts.authenticate(person, tokenOf);
	if (!session.ok) return session;
	const sessions = await countingSessions(parts, person);
	const target = sessions.find(({ id }) => id === asked);
	const same = sessions.filter(({ deviceId }) => deviceId === target?.deviceId);
	const ended = same.map(({ id }) => id);
	if (ended.length > 0) await revoke(parts, person, ended);
	return ok({ body: { person } });
}

async function countingSessions(
	{ accounts, lists, now }: DeviceParts,
	person: Nip
): Promise<readonly ListedSession[]> {
	const account = accounts.stateOf(person);
	if (!account) return [];
	return (await lists.read(person)).filter(({ id, epoch }) =>
		counts({ id, epoch, signedInAt: sessionBeganAt(id) }, account, now())
	);
}

async function revoke(
	{ accounts, now }: Pick<DeviceParts, 'accounts' | 'now'>,
	person: Nip,
	ids: readonly string[]
): Promise<void> {
	const oldest = now() - SESSION_MS;
	await accounts.update(person, (account) => {
		const fresh = ids.filter((id) => !account.revoked.includes(id));
		if (fresh.length === 0) return undefined;
		const revoked = account.revoked.filter((id) => sessionBeganAt(id) > oldest);
		return { ...account, revoked: [...revoked, ...fresh] };
	});
}

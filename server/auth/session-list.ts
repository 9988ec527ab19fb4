/**
 * On which devices a person is signed in, as one document beside his account: to look at, and to choose
 * what to end. Whether a session counts is the account's to say, so nothing depends on this list.
 */
import * as z from 'zod/mini';
import { Day } from '#lib/domain/day.ts';
import { Nip } from '#lib/domain/nip.ts';
import { DeviceKind, SessionId, type SignedInDevice } from '#lib/protocol/session.ts';
import { DeviceId } from '#lib/protocol/sync.ts';
import { sessionBeganAt } from './session.ts';

export const sessionListId = (nip: Nip): string => `sessions:${nip}`;

const ListedSession = z.looseObject({
	id: SessionId,
	epoch: z.int(),
	/** Made by the app; two sessions with one are the same device, signed in twice. */
	deviceId: DeviceId,
	kind: DeviceKind,
	seenOn: Day
});
export type ListedSession = z.infer<typeof ListedSession>;

export const SessionList = z.looseObject({
	_id: z.string(),
	_rev: z.optional(z.string()),
	schema: z.int(),
	nip: Nip,
	sessions: z.readonly(z.array(ListedSession))
});
export type SessionList = z.infer<typeof SessionList>;

export const emptySessionList = (nip: Nip): SessionList => ({
	_id: sessionListId(nip),
	schema: 1,
	nip,
	sessions: []
});

/** More devices than anybody has; the least lately begun are left out first. */
const MAX_SESSIONS = 50;

/** The list with a session that was begun, or is in use. */
export function withSession(
	sessions: readonly ListedSession[],
	seen: ListedSession
): readonly ListedSession[] {
	return [...sessions.filter(({ id }) => id !== seen.id), seen]
		.sort((a, b) => sessionBeganAt(a.id) - sessionBeganAt(b.id))
		.slice(-MAX_SESSIONS);
}

type Own = Pick<ListedSession, 'id' | 'deviceId'>;

/** One line for each device, this one first, then the newest; `sessions` are those that count. */
export function signedInDevices(sessions: readonly ListedSession[], own: Own): SignedInDevice[] {
	const deviceIds = new Set(sessions.map(({ deviceId }) => deviceId));
	return [...deviceIds]
		.map((id) => sessions.filter(({ deviceId }) => deviceId === id))
		.map((same) => deviceOf(same, own))
		.sort((a, b) => Number(b.isThis) - Number(a.isThis) || b.signedInAt - a.signedInAt);
}

function deviceOf(same: readonly ListedSession[], own: Own): SignedInDevice {
	const newest = same.reduce((a, b) => (sessionBeganAt(b.id) > sessionBeganAt(a.id) ? b : a));
	const seenOn = same.map((each) => each.seenOn).reduce((a, b) => (b > a ? b : a));
	return {
		session: newest.id,
		kind: newest.kind,
		signedInAt: sessionBeganAt(newest.id),
		seenOn,
		isThis: same.some(({ id, deviceId }) => id === own.id || deviceId === own.deviceId)
	};
}

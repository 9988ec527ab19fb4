/** What travels to sign in, sign out and change a password. */
import * as z from 'zod/mini';
import { Day } from '../domain/day.ts';
import { Nip } from '../domain/nip.ts';
import { DeviceId } from './sync.ts';

/** NIST SP 800-63B-4: length counts, composition rules don't. */
export const MIN_PASSWORD_CHARACTERS = 8;
const Password = z.string().check(z.minLength(1), z.maxLength(200));

export const SignInRequest = z.object({ person: Nip, password: Password, deviceId: DeviceId });
export type SignInRequest = z.infer<typeof SignInRequest>;

export const SignInResponse = z.object({
	person: Nip,
	name: z.string(),
	serverTime: z.int(),
	contact: z.string(),
	/** The password used was a start code: only `POST /api/password` is open until it is replaced. */
	mustChangePassword: z.boolean()
});
export type SignInResponse = z.infer<typeof SignInResponse>;

export const SignOutRequest = z.object({ person: Nip, deviceId: DeviceId });
export type SignOutRequest = z.infer<typeof SignOutRequest>;

/** Signs the person out on every device but the one that asks. */
export const EndOthersRequest = z.object({ person: Nip, deviceId: DeviceId });
export type EndOthersRequest = z.infer<typeof EndOthersRequest>;

/** What a person may recognise a device by; never more than this is kept of a user agent. */
export const DeviceKind = z.object({
	browser: z.enum(['chrome', 'edge', 'firefox', 'opera', 'safari', 'samsung', 'other']),
	system: z.enum(['android', 'chromeos', 'ios', 'linux', 'mac', 'windows', 'other'])
});
export type DeviceKind = z.infer<typeof DeviceKind>;

/** Names a session, and opens nothing. */
export const SessionId = z.string().check(z.regex(/^[0-9a-z]{1,10}\.[\w-]{11}$/));

export const SessionsRequest = z.object({ person: Nip, deviceId: DeviceId });
export type SessionsRequest = z.infer<typeof SessionsRequest>;

/** A device on which the person is signed in. */
export const SignedInDevice = z.object({
	session: SessionId,
	kind: DeviceKind,
	signedInAt: z.int(),
	/** The last day on which it asked for anything. */
	seenOn: Day,
	isThis: z.boolean()
});
export type SignedInDevice = z.infer<typeof SignedInDevice>;

export const SessionsResponse = z.object({ person: Nip, devices: z.array(SignedInDevice) });
export type SessionsResponse = z.infer<typeof SessionsResponse>;

/** Signs the person out on the device with this session. */
export const EndSessionRequest = z.object({ person: Nip, deviceId: DeviceId, session: SessionId });
export type EndSessionRequest = z.infer<typeof EndSessionRequest>;

export const ChangePasswordRequest = z.object({
	person: Nip,
	deviceId: DeviceId,
	current: Password,
	next: Password
});
export type ChangePasswordRequest = z.infer<typeof ChangePasswordRequest>;

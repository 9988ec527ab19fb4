/** What travels to sign in, sign out and change a password. */
import * as z from 'zod/mini';
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

export const ChangePasswordRequest = z.object({
	person: Nip,
	deviceId: DeviceId,
	current: Password,
	next: Password
});
export type ChangePasswordRequest = z.infer<typeof ChangePasswordRequest>;

/**
 * Contact tokens: the server's signed word that it spoke with a person's device at a time, which
 * later proves the device's own word on time (design section 9). `<at in base 36>.<signature>`, and
 * `.<device>` when another device of the same person brings it in a file (docs/decisions/007).
 */
import { type Nip } from '#lib/domain/nip.ts';
import { type Mac, MAC_CHARACTERS, sameMac } from './mac.ts';

export type ContactSubject = { readonly person: Nip; readonly deviceId: string };

const TOKEN = new RegExp(
	`^([0-9a-z]{1,10})\\.([\\w-]{${MAC_CHARACTERS}})(?:\\.([0-9a-z]{8,32}))?$`
);

export function issueContact(mac: Mac, subject: ContactSubject & { readonly at: number }): string {
	return `${subject.at.toString(36)}.${mac(subject.person, subject.deviceId, subject.at)}`;
}

/** With which device the server spoke, and when. */
export type Contact = { readonly at: number; readonly deviceId: string };

/** What the token proves; nothing when it is not ours or was given to another person, or to another device than it names. */
export function readContact(mac: Mac, token: string, subject: ContactSubject): Contact | undefined {
	const [, time, signature, deviceId = subject.deviceId] = TOKEN.exec(token) ?? [];
	if (time === undefined || signature === undefined) return undefined;
	const at = Number.parseInt(time, 36);
	return sameMac(signature, mac(subject.person, deviceId, at)) ? { at, deviceId } : undefined;
}

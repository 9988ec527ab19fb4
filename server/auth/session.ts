/**
 * Session tokens: `<signed in at, base 36>.<chance>.<epoch, base 36>.<signature>`. The first two
 * parts are the session's id. The signature covers the person too, whose number is not in the token:
 * a request names its person, and only that person's token can be read for him.
 *
 * A token says who signed in and when; whether it still counts (epoch, revoked, disabled) is the
 * account's to say, see accounts.ts.
 */
import { createHash } from 'node:crypto';
import { DAY_MS } from '#lib/domain/day.ts';
import { type Nip } from '#lib/domain/nip.ts';
import { type Mac, MAC_CHARACTERS, sameMac } from './mac.ts';

/** Long, because whoever works without a signal for months still delivers without a password. */
const SESSION_DAYS = 180;
export const SESSION_MS = SESSION_DAYS * DAY_MS;

export type SessionToken = {
	readonly id: string;
	readonly signedInAt: number;
	readonly epoch: number;
};

const TOKEN = new RegExp(
	`^(([0-9a-z]{1,10})\\.[\\w-]{11})\\.([0-9a-z]{1,8})\\.([\\w-]{${MAC_CHARACTERS}})$`
);

/** The cookie that holds a person's session, so that several people can be signed in on one computer. */
export function sessionName(person: Nip): string {
	return `ek_${createHash('sha256').update(person).digest('hex').slice(0, 10)}`;
}

export function newSessionId(at: number, chance: Buffer): string {
	return `${at.toString(36)}.${chance.toString('base64url').slice(0, 11)}`;
}

export function issueSession(mac: Mac, person: Nip, session: Omit<SessionToken, 'signedInAt'>) {
	const epoch = session.epoch.toString(36);
	return `${session.id}.${epoch}.${mac(person, session.id, session.epoch)}`;
}

/** What the token says of this person, whatever its age; nothing when it isn't his or isn't ours. */
export function readSession(mac: Mac, person: Nip, token: string): SessionToken | undefined {
	const [, id, time, epochText, signature] = TOKEN.exec(token) ?? [];
	if (!id || !time || !epochText || !signature) return undefined;
	const epoch = Number.parseInt(epochText, 36);
	if (!sameMac(signature, mac(person, id, epoch))) return undefined;
	return { id, signedInAt: Number.parseInt(time, 36), epoch };
}

/** When the session with this id was begun. */
export const sessionBeganAt = (id: string): number =>
	Number.parseInt(id.slice(0, id.indexOf('.')), 36);

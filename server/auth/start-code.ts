/**
 * Start codes: what a person signs in with until he has replaced it by a password of his own, which is all it opens.
 *
 * A code is 80 bits of chance, so nobody guesses it even from a stolen database, and a keyed hash is
 * enough: argon2id would only slow down guessing, and costs minutes for a whole city. The password a
 * person chooses himself is hashed by argon2id as ever. See docs/decisions/008.
 */
import { type Nip } from '#lib/domain/nip.ts';
import { type Mac, sameMac } from './mac.ts';

/** Without i, l, o, u: nothing in it is taken for something else. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const CHARACTERS = 16;
const GROUP = 4;
/** Apart from argon2's own `$argon2id$`. */
const SEAL = 'start:';

export const START_CODE_BYTES = CHARACTERS;

/** Sixteen characters of five bits each, in groups: `k7m2-9qxd-0a1b-zz3t`. */
export function startCodeOf(chance: Uint8Array): string {
	if (chance.length !== CHARACTERS) throw new Error('a start code needs a byte for each character');
	const text = Array.from(chance, (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
	return (text.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
}

/** What is stored of a code; worth nothing for another person or without the server's secret. */
export function sealStartCode(mac: Mac, person: Nip, code: string): string {
	return SEAL + mac(person, canonical(code));
}

export const isStartCodeSeal = (stored: string): boolean => stored.startsWith(SEAL);

export function isStartCode(
	mac: Mac,
	person: Nip,
	{ code, seal }: { readonly code: string; readonly seal: string }
): boolean {
	return sameMac(seal, sealStartCode(mac, person, code));
}

/** The code however it was typed: large letters, blanks, and the letters that stand for digits. */
function canonical(code: string): string {
	const plain = code.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '');
	return plain.replace(/o/g, '0').replace(/[il]/g, '1');
}

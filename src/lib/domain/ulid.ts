const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const TIME_LENGTH = 10;
const RANDOM_LENGTH = 16;

/** A ULID in lower case: 10 characters of time (ms), 16 of chance. Sorts by time of making. */
export function newUlid(now: number, random: () => number): string {
	let rest = now;
	let time = '';
	for (let digit = 0; digit < TIME_LENGTH; digit += 1) {
		time = ALPHABET.charAt(rest % 32) + time;
		rest = Math.floor(rest / 32);
	}
	const chance = Array.from({ length: RANDOM_LENGTH }, () =>
		ALPHABET.charAt(Math.floor(random() * 32))
	);
	return time + chance.join('');
}

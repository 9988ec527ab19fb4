/**
 * Password hashing (argon2id) in a queue of its own: it costs milliseconds of processor and
 * megabytes of memory by design, so only a few run at once and only so many wait. Whoever finds the
 * queue full is told when to come back.
 */
import { hash, verify } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';
import { type Nip } from '#lib/domain/nip.ts';
import { err, ok, type Result } from '#lib/domain/result.ts';
import { createProblem, type Problem } from '#lib/protocol/problem.ts';
import { MIN_PASSWORD_CHARACTERS } from '#lib/protocol/session.ts';

/** OWASP's first choice for argon2id; the algorithm is the package's default. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** About what one takes on a small server, until measured. */
const EXPECTED_MS = 40;
const JITTER_MS = 2_000;

export type PasswordLimits = { readonly maxRunning: number; readonly maxWaiting: number };
export type PasswordTools = { readonly now: () => number; readonly random: () => number };

const DEFAULT_LIMITS: PasswordLimits = { maxRunning: 2, maxWaiting: 500 };

export class Passwords {
	readonly #tools: PasswordTools;
	readonly #limits: PasswordLimits;
	readonly #waiting: (() => void)[] = [];
	#running = 0;
	#averageMs = EXPECTED_MS;
	#dummyHash: Promise<string> | undefined;

	constructor(tools: PasswordTools, limits = DEFAULT_LIMITS) {
		this.#tools = tools;
		this.#limits = limits;
	}

	hash(password: string): Promise<Result<string, Problem>> {
		return this.#run(() => hash(normalise(password), COST));
	}

	/** Whether the password belongs to the hash. Takes as long without a hash, and says no. */
	verify(password: string, known: string | undefined): Promise<Result<boolean, Problem>> {
		return this.#run(async () => {
			this.#dummyHash ??= hash(randomBytes(16), COST);
			const isRight = await verify(known ?? (await this.#dummyHash), normalise(password));
			return isRight && known !== undefined;
		});
	}

	async #run<T>(work: () => Promise<T>): Promise<Result<T, Problem>> {
		if (this.#running < this.#limits.maxRunning) this.#running += 1;
		else if (this.#waiting.length >= this.#limits.maxWaiting) return err(this.#overloaded());
		// Whoever finishes hands his place on, so the count stays as it is.
		else await new Promise<void>((resolve) => this.#waiting.push(resolve));
		const startedAt = this.#tools.now();
		try {
			return ok(await work());
		} finally {
			this.#averageMs += (this.#tools.now() - startedAt - this.#averageMs) / 10;
			const next = this.#waiting.shift();
			if (next) next();
			else this.#running -= 1;
		}
	}

	#overloaded(): Problem {
		const emptyInMs = (this.#waiting.length * this.#averageMs) / this.#limits.maxRunning;
		const retryAfterMs = Math.ceil(emptyInMs + this.#tools.random() * JITTER_MS);
		return createProblem('overloaded', { retryAfterMs });
	}
}

/** The same text typed on two keyboards gives the same bytes. */
const normalise = (password: string): string => password.normalize('NFKC');

/** The first to be tried by anybody; compared in lower case without blanks. */
const TOO_COMMON = new Set(
	`12345678 123456789 1234567890 0123456789 87654321 11111111 00000000 88888888 12341234 password
	password1 passw0rd qwertyui qwerty123 asdfghjkl abcd1234 admin123 administrator rahasia123
	katasandi indonesia indonesia1 bismillah bismillah1 ekinerja ekinerja123 e-kinerja contoh-2026`
		.trim()
		.split(/\s+/)
);

export type PasswordRefused =
	'too-short' | 'too-common' | 'from-number' | 'from-name' | 'same-as-current';

/** Why `next` can't be the password of `person`, or nothing. Length counts, composition doesn't. */
export function refusePassword(
	next: string,
	{
		person,
		name,
		current
	}: { readonly person: Nip; readonly name: string; readonly current: string }
): PasswordRefused | undefined {
	const plain = normalise(next).toLowerCase().replace(/\s/g, '');
	if ([...normalise(next)].length < MIN_PASSWORD_CHARACTERS) return 'too-short';
	if (normalise(next) === normalise(current)) return 'same-as-current';
	const birthDate = person.slice(6, 8) + person.slice(4, 6) + person.slice(0, 4);
	const isDigits = /^\d+$/.test(plain);
	if (isDigits && (person.includes(plain) || plain.includes(person) || plain === birthDate)) {
		return 'from-number';
	}
	if (isName(lettersOf(plain), name)) return 'from-name';
	const isOneCharacter = new Set(plain).size <= 1;
	return isOneCharacter || TOO_COMMON.has(plain) ? 'too-common' : undefined;
}

const lettersOf = (text: string): string => text.replace(/[^\p{L}]/gu, '');

const MIN_NAME_CHARACTERS = 3;

/** Whether these letters are one of the parts of a name, or all of it without the titles behind it. */
function isName(letters: string, name: string): boolean {
	const [whole = ''] = normalise(name).toLowerCase().split(',');
	if (letters.length < MIN_NAME_CHARACTERS) return false;
	return [lettersOf(whole), ...whole.split(/[^\p{L}]+/u)].includes(letters);
}

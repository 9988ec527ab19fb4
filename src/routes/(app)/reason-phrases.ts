/** Ready sentences in a reason: each on lines of its own, put there and taken away by a tap. */

/** Whether `phrase` stands in `reason` as it was put there. */
export const hasPhrase = (reason: string, phrase: string): boolean =>
	`\n${reason.trim()}\n`.includes(`\n${phrase}\n`);

/** `reason` with `phrase`, or without it where it was there; what the person typed stays. */
export function togglePhrase(reason: string, phrase: string): string {
	if (!hasPhrase(reason, phrase)) return join(reason.trimEnd(), phrase);
	const [before = '', ...after] = `\n${reason.trim()}\n`.split(`\n${phrase}\n`);
	return join(before.trim(), after.join(`\n${phrase}\n`).trim());
}

const join = (...parts: readonly string[]): string =>
	parts.filter((part) => part.trim() !== '').join('\n');

/** Taking decisions back, and the words for what came of it. */
import { online } from 'svelte/reactivity/window';
import { type Entry } from '#lib/domain/entry.ts';
import { type Nip } from '#lib/domain/nip.ts';
import { type Session } from '#lib/state/session.svelte.ts';
import { messages } from '#lib/ui/messages/messages.ts';
import { undo } from './decide.ts';
import { explain } from './explain.ts';
import { whatOf } from './whose.ts';

/** What was done, and that it has not been sent where there is no line. */
export const saidNow = (words: string): string =>
	online.current === false ? messages.team.sentLater(words) : words;

/** `entries` as the decisions left them, all in one transaction; which of them are waiting again. */
export async function takeBack(
	session: Session,
	entries: readonly Entry[],
	nameOf: (nip: Nip) => string
) {
	const { done: back, refused } = await undo(session, entries);
	const [why] = refused;
	if (!why) return { back, said: saidNow(messages.review.undone(whatOf(back, nameOf))) };
	const said =
		entries.length === 1
			? explain(why, session.zone()).why
			: messages.team.someRefused(back.length, refused.length);
	return { back, said };
}

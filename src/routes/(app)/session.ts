import { createContext } from 'svelte';
import { type Session } from '#lib/state/session.svelte.ts';
import { type Reviewing } from './team.ts';

/** The person working here; the layout of this group renders nothing without one. */
export const [getSession, setSession] = createContext<Session>();

/** What waits for him as a reviewer; nothing until it has been read. Reactive. */
export const [getReviewing, setReviewing] = createContext<{
	readonly current: Reviewing | undefined;
}>();

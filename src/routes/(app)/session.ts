import { createContext } from 'svelte';
import { type Session } from '#lib/state/session.svelte.ts';

/** The person working here; the layout of this group renders nothing without one. */
export const [getSession, setSession] = createContext<Session>();

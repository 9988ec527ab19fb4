/** The part of the catalogue in use that every visit needs; `messages.ts` has all of it. */
import { idFirst } from './id-first.ts';

type FirstMessages = typeof idFirst;

export const firstMessages: FirstMessages = idFirst;

/** What a language must have: everything the Indonesian catalogue has, with other words. */
import { type id } from './id.ts';

export type Messages = typeof id;

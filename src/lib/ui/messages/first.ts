/**
 * The part of the catalogue in use that every visit needs; `messages.ts` has all of it. Indonesian comes
 * with the app. Another language is fetched whole and put in its place before the first page is drawn
 * (`language.ts`), which is also before any screen is loaded.
 */
import { type Messages } from './catalogue.ts';
import { idFirst } from './id-first.ts';

export let firstMessages: typeof idFirst = idFirst;

let chosen: Messages | undefined;

/** For pages drawn from now on, and screens loaded from now on. */
export function putInPlace(catalogue: Messages): void {
	firstMessages = catalogue;
	chosen = catalogue;
}

/** None: Indonesian. */
export const chosenCatalogue = (): Messages | undefined => chosen;

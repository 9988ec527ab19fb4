/** The catalogue in use. It comes with the screens, so the language is known when this is read. */
import { type Zone } from '../../domain/day.ts';
import { type Refusal } from '../../domain/refusal.ts';
import { type Messages } from './catalogue.ts';
import { chosenCatalogue } from './first.ts';
import { id } from './id.ts';
import { type Explained } from './id/refusals.ts';

export const messages: Messages = chosenCatalogue() ?? id;

/** Title, reason and way out of a refusal, in the reader's language. */
export function explainRefusal(refusal: Refusal, zone: Zone): Explained {
	// The table is total by its type; the compiler can't pair key and argument by itself.
	const explain = messages.refusal[refusal.type] as (refusal: Refusal, zone: Zone) => Explained;
	return explain(refusal, zone);
}

export type { Explained } from './id/refusals.ts';

/** What the database holds of what an import may write. */
import { Calendar } from '#lib/domain/calendar.ts';
import { CALENDAR_ID, kindOf, SETTINGS_ID, type WorkDocument } from '#lib/domain/document.ts';
import { Person, Position, Unit } from '#lib/domain/organisation.ts';
import { Settings } from '#lib/domain/settings.ts';
import { Supervision } from '#lib/domain/supervision.ts';
import { ACCOUNT_PREFIX } from '#server/auth/account.ts';
import { type Draft } from '#server/db/database.ts';
import { type Stores } from './door-client.ts';

export type Existing = {
	/** By id, of the kinds an import writes. */
	readonly documents: ReadonlyMap<string, WorkDocument>;
	readonly accounts: ReadonlySet<string>;
};

const SHAPES: Readonly<Record<string, { safeParse(document: unknown): { success: boolean } }>> = {
	unit: Unit,
	position: Position,
	person: Person,
	supervision: Supervision,
	settings: Settings,
	calendar: Calendar
};

/** Whether a document is what the rules take it for. */
export function isBelievable(document: Draft): boolean {
	return SHAPES[kindOf(document._id)]?.safeParse(document).success ?? false;
}

export async function readExisting({ work, accounts }: Stores): Promise<Existing> {
	const documents = new Map<string, WorkDocument>();
	for (const prefix of ['t', 'j', 'all:unit:', CALENDAR_ID, SETTINGS_ID]) {
		for (const document of await work.withPrefix(prefix)) {
			if (isBelievable(document)) documents.set(document._id, document);
		}
	}
	const known = await accounts.withPrefix(ACCOUNT_PREFIX);
	return { documents, accounts: new Set(known.map(({ _id }) => _id)) };
}

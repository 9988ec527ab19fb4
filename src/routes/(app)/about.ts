/** Which activity a change is about, also when the entry itself is not on this device any more. */
import { type OutboxRow, type SentRow } from '#lib/db/database.ts';
import { type Day } from '#lib/domain/day.ts';
import { type EntryContent } from '#lib/domain/entry-content.ts';
import { keyOf, type Entry } from '#lib/domain/entry.ts';
import { type Nip } from '#lib/domain/nip.ts';

export type About = {
	readonly activity: string;
	readonly date: Day;
	readonly owner: Nip;
	/** When it was, in minutes of that day, where that is known. */
	readonly span: Pick<EntryContent, 'startMinute' | 'endMinute'> | undefined;
};

type Change = Pick<SentRow, 'documentId'> &
	Pick<OutboxRow, 'snapshot'> & { readonly mutation: OutboxRow['mutation'] };

export function aboutOf(
	{ documentId, mutation, snapshot }: Change,
	entry: Entry | undefined
): About {
	const written = mutation.kind === 'entry.submit' ? mutation.content : undefined;
	const content = written ?? snapshot?.content ?? entry?.content;
	const { nip: owner, date } = keyOf({ _id: documentId });
	return { activity: content?.activity.name ?? '', date, owner, span: content };
}

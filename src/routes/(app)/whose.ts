/** Whose work a decision is about. */
import { parseEntryId } from '#lib/domain/document.ts';
import { type Entry } from '#lib/domain/entry.ts';
import { type Nip } from '#lib/domain/nip.ts';
import { messages } from '#lib/ui/messages/messages.ts';

export type Whose = {
	readonly nip: Nip;
	readonly name: string;
	readonly entries: readonly Entry[];
};

/** Each person once, by name, with those of `entries` that are his. */
export function whoseAre(entries: readonly Entry[], nameOf: (nip: Nip) => string): Whose[] {
	const people = new Map<Nip, Whose>();
	for (const entry of entries) {
		const nip = ownerOf(entry);
		const his = people.get(nip)?.entries ?? [];
		people.set(nip, { nip, name: nameOf(nip), entries: [...his, entry] });
	}
	return [...people.values()].sort((a, b) => a.name.localeCompare(b.name, 'id', { numeric: true }));
}

export const areOfSeveral = (entries: readonly Entry[]): boolean =>
	new Set(entries.map(ownerOf)).size > 1;

/** What a decision was about, in few words: an activity and whose, or how many. */
export function whatOf(entries: readonly Entry[], nameOf: (nip: Nip) => string): string {
	const text = messages.team;
	const [person, ...others] = whoseAre(entries, nameOf);
	const [entry, ...more] = entries;
	if (!person || !entry || others.length > 0) return text.personCount(entries.length);
	return more.length === 0
		? text.oneOf(entry.content.activity.name, person.name)
		: text.entriesOf(entries.length, [person.name]);
}

const ownerOf = ({ _id }: Entry): Nip => parseEntryId(_id)?.nip ?? '';

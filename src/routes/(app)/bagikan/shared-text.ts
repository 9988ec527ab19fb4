/** What another app shared, put into a draft: words into the description, a link into the evidence. Pure. */
import { type Draft } from '../catat/draft.ts';

export type Shared = {
	readonly title: string;
	readonly text: string;
	readonly link: string;
};

/** The names are those in static/manifest.webmanifest. */
export function readShared(query: URLSearchParams): Shared {
	const of = (name: string) => (query.get(name) ?? '').trim();
	return { title: of('judul'), text: of('teks'), link: of('tautan') };
}

const LINK = /https?:\/\/\S+\.\S+/i;

/** Many apps put the link into the text. What is typed already stays; nothing is added twice. */
export function withShared(draft: Draft, { title, text, link }: Shared): Draft {
	const found = link || (LINK.exec(text)?.[0] ?? '');
	const isTaken = draft.evidence !== '' && draft.evidence !== found;
	const rest = link === '' && !isTaken ? text.replace(found, '').trim() : text;
	const parts = [title, rest === title ? '' : rest, isTaken ? link : ''];
	const added = parts.filter((part) => part !== '' && !draft.description.includes(part));
	const description = [draft.description, ...added].filter((part) => part !== '').join('\n');
	return { ...draft, description, evidence: isTaken ? draft.evidence : found };
}

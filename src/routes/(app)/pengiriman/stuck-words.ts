/** A change in words that can be copied out of the app before it is thrown away. */
import { type OutboxRow } from '#lib/db/database.ts';
import { contentLines } from '#lib/ui/content-words.ts';
import { messages } from '#lib/ui/messages/messages.ts';
import { type About } from '../about.ts';

/** `Mengubah kegiatan: Menata rak, 24 Nov` */
export const changeWords = ({ mutation }: Pick<OutboxRow, 'mutation'>, about: About): string =>
	`${messages.change[mutation.kind]}: ${messages.delivery.about(about.activity, about.date)}`;

export function wholeChange(row: Pick<OutboxRow, 'mutation'>, about: About): string {
	const { mutation } = row;
	const lines =
		mutation.kind === 'entry.submit'
			? contentLines(mutation.content)
					.filter(({ value }) => value !== '')
					.map(({ label, value }) => `${label}: ${value}`)
			: [];
	const reason = 'reason' in mutation ? [messages.trust.reason(mutation.reason)] : [];
	return [changeWords(row, about), ...lines, ...reason].join('\n');
}

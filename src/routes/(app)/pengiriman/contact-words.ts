/** Contacts with the server in plain words, for the person and for support. Pure. */
import { type ContactLogRow } from '#lib/db/database.ts';
import { type Day, dayOf, minuteOf, type Zone } from '#lib/domain/day.ts';
import { messages } from '#lib/ui/messages/messages.ts';
import { byDay } from './by-day.ts';

type Contact = Omit<ContactLogRow, 'id'>;

const clock = (at: number, zone: Zone): string => messages.when.clock(minuteOf(at, zone));

/** `07.42: terkirim 3 catatan, 2 perubahan diterima` */
export function contactLine(contact: Contact, zone: Zone): string {
	return `${clock(contact.at, zone)}: ${whatHappened(contact, zone).join(', ')}`;
}

function whatHappened(contact: Contact, zone: Zone): string[] {
	const text = messages.trust;
	const { sent, applied, received, outcome, retryAt } = contact;
	const isOk = outcome === 'ok';
	const brought = [
		...(applied > 0 || (isOk && sent > 0) ? [text.delivered(applied, sent)] : []),
		...(received > 0 ? [text.received(received)] : [])
	];
	if (isOk) return brought.length > 0 ? brought : [text.nothingNew];
	const failed = text.ended[outcome] ?? text.endedOtherwise(outcome);
	const next = retryAt === undefined ? [] : [text.retryAt(clock(retryAt, zone))];
	return [...brought, failed, ...next];
}

/** In the order given, day by day. */
export const contactsByDay = (
	rows: readonly ContactLogRow[],
	zone: Zone
): [Day, ContactLogRow[]][] => byDay(rows, ({ at }) => dayOf(at, zone));

export type Support = {
	readonly rows: readonly ContactLogRow[];
	readonly zone: Zone;
	readonly version: string;
	readonly browser: string;
	readonly waiting: number;
	readonly refused: number;
};

/** For support: counts, times, outcomes and programs, no words and no names of anybody. */
export function supportText({ rows, zone, version, browser, waiting, refused }: Support): string {
	const text = messages.trust.support;
	const head = [
		text.title,
		text.version(version),
		text.browser(browser),
		text.queue(waiting, refused),
		text.zone(zone)
	];
	const days = contactsByDay(rows, zone).flatMap(([day, contacts]) => [
		'',
		messages.when.fullDay(day),
		...contacts.map((contact) => contactLine(contact, zone))
	]);
	return [...head, ...days, ''].join('\n');
}

/** A week as it is shown and read aloud; made when it is read, so that a step to it only puts it on the screen. */
import { type Day } from '#lib/domain/day.ts';
import { type Nip } from '#lib/domain/nip.ts';
import { type IconName } from '#lib/ui/icons.ts';
import { messages } from '#lib/ui/messages/messages.ts';
import { type Cell, type Week } from './week.ts';

export type CellLook = {
	readonly day: Day;
	readonly weekday: string;
	readonly isReviewed: boolean;
	/** Nothing was recorded. */
	readonly isMissing: boolean;
	/** Of the person's day. */
	readonly address: `/tim/hari?pegawai=${Nip}&tanggal=${Day}`;
	readonly said: string;
	/** All that is to be known of it; what asks for something first. */
	readonly icons: readonly [IconName, ...IconName[]];
	/** Nothing where nothing was recorded. */
	readonly minutes: string;
};

export type LineLook = {
	readonly nip: Nip;
	readonly name: string;
	/** As whom the person is reviewed, in words, where it isn't the reviewer's own post. */
	readonly capacity: string;
	readonly cells: readonly CellLook[];
	/** Somebody recorded something on these. */
	readonly recordedOn: ReadonlySet<Day>;
};

export type WeekLook = { readonly days: readonly Day[]; readonly lines: readonly LineLook[] };

const words = messages.review;

export const lookOf = ({ days, lines }: Week): WeekLook => ({
	days,
	lines: lines.map(({ nip, name, acting, cells }) => ({
		nip,
		name,
		capacity: acting ? words.asCapacity(messages.capacities[acting]) : '',
		cells: cells.map((cell) => cellLook(cell, { nip, name })),
		recordedOn: new Set(cells.filter(({ count }) => count > 0).map(({ day }) => day))
	}))
});

/** Who recorded nothing on any day of a week, of those who are reviewed on a day of it that is over; and whether any is. */
export function missingIn({ lines }: WeekLook, today: Day) {
	const expected = lines.filter(({ cells }) =>
		cells.some(({ isReviewed, day }) => isReviewed && day < today)
	);
	const silent = expected.filter(({ recordedOn }) => recordedOn.size === 0);
	return { silent, isOver: expected.length > 0 };
}

function cellLook(cell: Cell, { nip, name }: { nip: Nip; name: string }): CellLook {
	const { day, isReviewed, count, minutes } = cell;
	return {
		day,
		weekday: messages.when.shortWeekday(day),
		isReviewed,
		isMissing: count === 0,
		address: `/tim/hari?pegawai=${nip}&tanggal=${day}`,
		said: `${name}, ${messages.when.weekdayAndDay(day)}: ${wordsOf(cell)}`,
		icons: iconsOf(cell),
		minutes: count === 0 ? '' : messages.when.number(minutes)
	};
}

const NOTHING: CellLook['icons'] = ['minus'];
const DONE: CellLook['icons'] = ['check'];

function iconsOf({ count, waiting, returned, rejected }: Cell): CellLook['icons'] {
	if (count === 0) return NOTHING;
	const [first, ...others] = [
		...(waiting > 0 ? (['hourglass'] as const) : []),
		...(returned > 0 ? (['returned'] as const) : []),
		...(rejected > 0 ? (['cross'] as const) : [])
	];
	return first ? [first, ...others] : DONE;
}

function wordsOf({ count, minutes, waiting, returned, rejected }: Cell): string {
	if (count === 0) return words.cellNothing;
	const states = [
		waiting > 0 ? words.cellWaiting(waiting) : '',
		returned > 0 ? words.cellReturned(returned) : '',
		rejected > 0 ? words.cellRejected(rejected) : '',
		waiting + returned === 0 ? words.cellDone : ''
	];
	return [words.cell(count, minutes), ...states.filter(Boolean)].join(', ');
}

import { expect, test } from 'vitest';
import { BUDI, SITI } from '#tests/support/factories.ts';
import { type Cell } from './week.ts';
import { lookOf, missingIn } from './week-look.ts';

const DAY = '2026-11-24';
const EMPTY: Cell = {
	day: DAY,
	isReviewed: true,
	count: 0,
	minutes: 0,
	waiting: 0,
	returned: 0,
	rejected: 0
};

function lineWith(cell: Partial<Cell>) {
	const cells = [{ ...EMPTY, ...cell }];
	const [line] = lookOf({ days: [DAY], lines: [{ nip: SITI, name: 'Siti', cells }] }).lines;
	if (!line) throw new Error('one line in, one line out');
	return line;
}

const lookWith = (cell: Partial<Cell>) => lineWith(cell).cells[0];

test('a day says whose it is, how much there is and how far it got', () => {
	const look = lookWith({ count: 3, minutes: 1_200, waiting: 1, returned: 1 });
	expect(look).toMatchObject({
		weekday: 'Sel',
		icons: ['hourglass', 'returned'],
		minutes: '1.200',
		isMissing: false
	});
	expect(look?.said).toBe(
		'Siti, Sel, 24 Nov: 3 kegiatan, 1.200 menit, 1 menunggu diperiksa, 1 dikembalikan'
	);
	expect(look?.address).toBe(`/tim/hari?pegawai=${SITI}&tanggal=${DAY}`);
});

test('all signs are shown, what waits first, then what was returned and what was rejected', () => {
	const icons = [
		{ count: 2, waiting: 1, returned: 1 },
		{ count: 2, returned: 1, rejected: 1 },
		{ count: 2, rejected: 1 },
		{ count: 2 },
		{}
	];
	expect(icons.map((cell) => lookWith(cell)?.icons)).toEqual([
		['hourglass', 'returned'],
		['returned', 'cross'],
		['cross'],
		['check'],
		['minus']
	]);
	expect(lookWith({ count: 2, rejected: 1 })?.said).toMatch(/1 ditolak, semua sudah diputuskan$/);
});

test('a day without a record shows no number, and nobody counts as having recorded on it', () => {
	expect(lookWith({})).toMatchObject({ isMissing: true, minutes: '' });
	expect(lookWith({})?.said).toMatch(/belum mencatat$/);
	expect([...lineWith({}).recordedOn]).toEqual([]);
	expect([...lineWith({ count: 1 }).recordedOn]).toEqual([DAY]);
});

test('silent is who recorded nothing in a week of which a day is over', () => {
	const line = (nip: string, count: number) => ({
		nip,
		name: nip,
		cells: [{ ...EMPTY, count }]
	});
	const week = lookOf({ days: [DAY], lines: [line(SITI, 0), line(BUDI, 1)] });
	expect(missingIn(week, DAY)).toEqual({ silent: [], isOver: false });
	const { silent, isOver } = missingIn(week, '2026-11-25');
	expect([silent.map(({ nip }) => nip), isOver]).toEqual([[SITI], true]);
});

import { type Day } from '#lib/domain/day.ts';

/** Where a day is shown. */
export const pathOf = (day: Day, today: Day): '/riwayat' | `/riwayat?tanggal=${Day}` =>
	day === today ? '/riwayat' : `/riwayat?tanggal=${day}`;

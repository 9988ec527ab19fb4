/** National holidays and collective leave of 2026 (SKB 3 Menteri 1497/2025, 2/2025, 5/2025 of 19 September 2025). */
import { type CalendarVersion, type DayOff } from '#lib/domain/calendar.ts';

const holiday = (on: string, name: string): DayOff => ({ on: `2026-${on}`, name, kind: 'holiday' });
const leave = (on: string, name: string): DayOff => ({
	on: `2026-${on}`,
	name: `Cuti bersama ${name}`,
	kind: 'collective-leave'
});

export const CALENDAR_2026: CalendarVersion = {
	validFrom: '2026-01-01',
	publishedAt: Date.UTC(2025, 8, 19),
	daysOff: [
		holiday('01-01', 'Tahun Baru'),
		holiday('01-16', 'Isra Mikraj'),
		leave('02-16', 'Imlek'),
		holiday('02-17', 'Imlek'),
		leave('03-18', 'Nyepi'),
		holiday('03-19', 'Nyepi'),
		leave('03-20', 'Idulfitri'),
		holiday('03-21', 'Idulfitri'),
		holiday('03-22', 'Idulfitri'),
		leave('03-23', 'Idulfitri'),
		leave('03-24', 'Idulfitri'),
		holiday('04-03', 'Wafat Yesus Kristus'),
		holiday('04-05', 'Paskah'),
		holiday('05-01', 'Hari Buruh'),
		holiday('05-14', 'Kenaikan Yesus Kristus'),
		leave('05-15', 'Kenaikan Yesus Kristus'),
		holiday('05-27', 'Iduladha'),
		leave('05-28', 'Iduladha'),
		holiday('05-31', 'Waisak'),
		holiday('06-01', 'Hari Lahir Pancasila'),
		holiday('06-16', 'Tahun Baru Islam'),
		holiday('08-17', 'Hari Kemerdekaan'),
		holiday('08-25', 'Maulid Nabi'),
		leave('12-24', 'Natal'),
		holiday('12-25', 'Natal')
	]
};

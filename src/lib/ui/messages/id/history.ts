import { when } from './when.ts';

const states = {
	full: 'lengkap',
	part: 'belum lengkap',
	none: 'kosong',
	begun: 'belum ada kegiatan',
	returned: 'ada yang dikembalikan',
	off: 'libur',
	ahead: 'belum tiba'
};

/** Riwayat: the month, a day in it, and looking for an entry; also the week strip and the empty days. */
export const history = {
	title: 'Riwayat',
	monthTitle: (day: string) => when.monthOf(day),
	previousMonth: 'Bulan sebelumnya',
	nextMonth: 'Bulan berikutnya',
	thisMonth: 'Ke bulan ini',
	calendar: (day: string) => `Kalender ${when.monthOf(day)}`,
	week: 'Minggu ini',
	states,
	dayName: (day: string) => when.longDay(day),
	dayWords: (mark: { minutes: number; required: number; state: keyof typeof states }) =>
		mark.minutes > 0
			? `${when.number(mark.minutes)} menit, ${states[mark.state]}`
			: states[mark.state],
	dayOff: (name: string) => `Libur: ${name}`,
	legendMinutes: 'angka kecil: menit',
	total: (minutes: number, required: number, isThisMonth: boolean) =>
		`${when.number(minutes)} dari ${when.number(required)} menit ${isThisMonth ? 'bulan ini sampai hari ini' : 'selama bulan itu'}`,
	entriesOn: (day: string) => `Kegiatan ${when.longDay(day)}`,
	recordFor: (day: string) => `Catat untuk ${when.shortDay(day)}`,
	empty: 'Tidak ada kegiatan pada tanggal ini.',
	openUntil: (closesOn: string) => `Masih bisa dicatat sampai ${when.shortDay(closesOn)}.`,
	closed: (closedOn: string) =>
		`Batas mencatat untuk tanggal ini sudah lewat (${when.shortDay(closedOn)}).`,
	search: 'Cari kegiatan',
	searchHint: 'Sebagian kata sudah cukup, misalnya “rapat”.',
	searchStatus: 'Keadaan',
	anyStatus: 'Semua',
	searchButton: 'Cari',
	found: (count: number, isMore: boolean) =>
		isMore ? `${count} kegiatan terbaru yang cocok` : `${count} kegiatan ditemukan`,
	foundSimilar: (count: number, isMore: boolean) =>
		isMore
			? `Tidak ada yang persis begitu. ${count} terbaru yang mirip:`
			: `Tidak ada yang persis begitu. ${count} kegiatan yang mirip:`,
	nothingFoundAtAll: 'Tidak ada kegiatan yang cocok. Coba kata lain.',
	nothingFound: 'Tidak ada kegiatan yang cocok. Coba kata lain atau keadaan “Semua”.',
	more: 'Tampilkan lagi',
	endSearch: 'Tutup pencarian',
	emptyDays: {
		title: (count: number) => `${count} hari kerja masih kosong`,
		line: (day: string, lastDay: string, isLast: boolean) =>
			isLast
				? `${when.weekdayAndDay(day)}: hari ini kesempatan terakhir`
				: `${when.weekdayAndDay(day)}: bisa diisi sampai ${when.weekdayAndDay(lastDay)}`,
		more: (count: number) => `Tampilkan ${count} hari lagi`,
		firstUntil: (lastDay: string, isLast: boolean) =>
			isLast
				? 'Hari ini kesempatan terakhir.'
				: `Bisa diisi sampai ${when.weekdayAndDay(lastDay)}.`,
		all: (count: number) => `Lihat semua (${count})`,
		fill: (day: string) => `Isi ${when.weekdayAndDay(day)}`
	}
};

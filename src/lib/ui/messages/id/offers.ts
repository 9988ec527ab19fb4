import { when } from './when.ts';

/** Recording in seconds: what is usual, favourites, what was used before, and the next empty day. */
export const offers = {
	usual: (day: string) => `Biasanya hari ${when.weekday(day)}`,
	usually: (work: { startMinute: number; endMinute: number; quantity: number; unit: string }) => {
		const span = when.span(work.startMinute, work.endMinute);
		return work.quantity > 1 ? `${span}, ${when.number(work.quantity)} ${work.unit}` : span;
	},
	usualHint: 'Ketuk untuk mengisi. Baru tercatat setelah Anda menekan Simpan.',
	favourites: 'Favorit Anda',
	allFavourites: (count: number) => `Lihat semua ${count} favorit`,
	favourite: 'Favorit',
	isFavourite: 'Favorit: tampil paling dulu saat Anda mencatat.',
	favouriteFailed: {
		'storage-full':
			'Favorit belum tersimpan karena ruang perangkat penuh. Hapus foto atau video yang tidak perlu, lalu ketuk lagi.',
		'storage-failed': 'Favorit belum tersimpan. Tutup aplikasi, buka kembali, lalu ketuk lagi.'
	},
	usedBefore: 'Pernah Anda pakai',
	otherEmptyDays: (count: number) =>
		count === 1
			? 'Masih ada 1 hari kerja yang kosong'
			: `Masih ada ${count} hari kerja yang kosong`,
	fill: (day: string) => `Isi ${when.weekday(day)}, ${when.shortDay(day)}`,
	fillEmpty: (day: string) => `Isi hari kosong: ${when.weekdayAndDay(day)}`,
	fillNext: (day: string) =>
		`Isi hari kosong berikutnya: ${when.weekday(day)}, ${when.shortDay(day)}`
};

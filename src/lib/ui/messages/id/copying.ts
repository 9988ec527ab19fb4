import { when } from './when.ts';

/** Recording the same work again: today, or on several days at once; and what looks like it was recorded already. */
export const copying = {
	again: 'Salin untuk hari ini',
	againToday: 'Catat lagi hari ini',
	replaceTitle: 'Ganti draf yang ada?',
	replaceText: 'Draf yang belum disimpan di layar Catat akan diganti dengan isi kegiatan ini.',
	replace: 'Ganti draf',
	filled: (name: string, day: string) => `Salinan dari “${name}”, ${when.weekdayAndDay(day)}`,
	filledText:
		'Kegiatan baru, di jam kosong berikutnya. Periksa, lalu tekan Simpan. Tautan bukti tidak ikut disalin.',

	toDays: 'Salin ke beberapa hari',
	lead: (span: string) => `Jamnya sama: ${span}. Tautan bukti tidak ikut disalin.`,
	workdays: 'Hari kerja',
	daysOff: 'Hari libur',
	pickEmpty: 'Pilih hari kerja yang kosong',
	noDays: 'Tidak ada hari lain yang masih bisa dicatat.',
	noDaysHint: 'Hari yang batasnya sudah lewat tidak bisa diisi lagi.',
	notYours: 'Hanya kegiatan Anda sendiri yang bisa disalin.',
	overlaps: (name: string, span: string) => `Bertumpuk dengan “${name}” (${span})`,
	repeats: (name: string, span: string) => `Mirip yang sudah ada: “${name}” (${span})`,
	overlapAllowed: 'Yang bertumpuk atau mirip tetap boleh disimpan. Periksa dulu bila keliru.',
	save: (count: number) => (count === 0 ? 'Pilih harinya dulu' : `Simpan ${count} kegiatan`),
	pickFirst: 'Pilih paling sedikit satu hari.',

	saved: (count: number) => `${count} kegiatan tersimpan`,
	someRefused: (saved: number, refused: number) =>
		saved === 0 ? `${refused} hari tidak tersimpan` : `${saved} tersimpan, ${refused} tidak`,
	savedOn: (day: string) => `${when.longDay(day)}: tersimpan`,
	refusedOn: (day: string) => `${when.longDay(day)}: tidak tersimpan`,
	inHistory: 'Lihat di Riwayat',
	moreDays: 'Salin ke hari lain',

	sameWorkTitle: 'Mungkin sudah dicatat',
	sameWork: 'Hari itu sudah ada kegiatan yang mirip. Bila memang dikerjakan lagi, simpan saja.'
};

import { when } from './when.ts';

export const today = {
	title: 'Hari ini',
	yesterday: 'Kemarin',
	titleOn: (day: string) => `${when.weekday(day)}, ${when.fullDay(day)}`,
	previousDay: 'Hari sebelumnya',
	nextDay: 'Hari berikutnya',
	backToToday: 'Kembali ke hari ini',
	record: 'Catat kegiatan',
	recordFor: (day: string) => `Catat kegiatan ${when.shortDay(day)}`,
	ofRequired: (minutes: number, required: number) =>
		`${when.number(minutes)} dari ${when.number(required)} menit`,
	remaining: (minutes: number) => `Kurang ${when.duration(minutes)} lagi`,
	reached: 'Sudah cukup untuk hari ini',
	reachedOn: 'Sudah cukup untuk hari itu',
	noTarget: (minutes: number) => `${when.number(minutes)} menit tercatat`,
	dayOff: (name: string) => `Libur: ${name}`,
	weekend: 'Akhir pekan, tidak ada menit wajib',
	percent: (percent: number) => `${percent}%`,
	minutesUnit: 'menit',
	entries: 'Kegiatan',
	empty: 'Belum ada kegiatan tercatat.',
	emptyHint: 'Tekan tombol Catat kegiatan. Bisa juga tanpa sinyal.',
	savedSent: 'Baru saja disimpan dan sudah terkirim.',
	savedGoing: 'Baru saja disimpan, sedang dikirim.',
	savedPractice: 'Baru saja disimpan. Catatan latihan tidak pernah dikirim.',
	savedHere: 'Baru saja disimpan di perangkat ini, belum terkirim.',
	savedHereHint: 'Terkirim sendiri begitu ada sinyal.',
	savedPracticeHint: 'Latihan ini berpura-pura tanpa sinyal sebentar.',
	windowUntil: (day: string) => `Masih bisa dicatat sampai ${when.shortDay(day)}`,
	windowClosedOn: (day: string) => `Batas mencatat ${when.shortDay(day)} sudah lewat`,
	uncounted: (count: number) => `${count} kegiatan yang dikembalikan atau ditolak tidak dihitung.`,
	reviewer: (name: string) => `Diperiksa oleh ${name}`,
	reviewerActing: (name: string, capacity: string) => `Diperiksa oleh ${name} (${capacity})`,
	reviewerUnknown: 'Atasan belum diatur',
	reviewerUnknownWords: 'Siapkan pesan untuk admin',
	reviewerUnknownHint: 'Anda tetap bisa mencatat. Minta admin OPD mengatur atasan Anda.',
	notOnHomeScreen:
		'Ada catatan yang belum terkirim. Di iPhone dan iPad, Safari menghapusnya setelah 7 hari tidak dibuka, kecuali aplikasi ini dipasang di layar utama.',
	toHomeScreen: 'Cara memasang',
	draft: 'Ada draf yang belum selesai',
	changeDraft: (name: string) => `Perubahan pada “${name}” belum disimpan`,
	continueDraft: 'Lanjutkan',
	returned: (count: number) => `${count} kegiatan dikembalikan untuk diperbaiki`,
	correct: 'Lihat dan perbaiki',
	notCounted: 'tidak dihitung'
};

export const capacities: Record<'ACTING' | 'DAILY_ACTING', string> = {
	ACTING: 'Plt',
	DAILY_ACTING: 'Plh'
};

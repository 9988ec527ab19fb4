import { when } from './when.ts';

/** Units done, minutes for one of them, and the minutes that count in the end. */
type OfNorm = {
	readonly count: number;
	readonly unit: string;
	readonly standardMinutes: number;
	readonly counted: number;
};

export const form = {
	title: 'Catat kegiatan',
	editTitle: 'Ubah kegiatan',
	correctTitle: 'Perbaiki kegiatan',
	returnedReason: (name: string) => `Pesan ${name}:`,

	date: 'Tanggal',
	today: 'Hari ini',
	yesterday: 'Kemarin',
	otherDay: 'Lainnya',
	chooseDay: 'Pilih tanggal',
	windowUntil: (day: string) => `Bisa dicatat sampai ${when.shortDay(day)}.`,
	windowLastDay: 'Bisa dicatat sampai hari ini saja, pukul 23.59.',
	namedDay: (day: string, words: string) => `${when.weekdayAndDay(day)}. ${words}`,
	windowRange: (first: string) =>
		`Yang masih bisa dicatat: ${when.shortDay(first)} sampai hari ini.`,
	windowClosed: (day: string, first: string) =>
		`Batas mencatat ${when.fullDay(day)} sudah lewat. Pilih ${when.shortDay(first)} atau sesudahnya.`,
	dayInFuture: 'Tanggal ini belum tiba. Pilih hari ini atau sebelumnya.',
	dateMissing: 'Pilih tanggalnya.',
	dateFixed: (day: string) =>
		`${when.longDay(day)}. Tanggal tidak bisa diganti. Bila keliru, tarik kembali kegiatannya dan catat lagi.`,
	resubmitUntil: (day: string) =>
		`Perbaiki sampai ${when.shortDay(day)} agar dihitung tepat waktu.`,
	resubmitLate:
		'Waktu perbaikan sudah habis, tetapi masih bisa dikirim. Atasan yang memutuskan dihitung atau tidak.',

	activity: 'Kegiatan',
	recent: 'Baru saja dipakai',
	catalogue: 'Daftar kegiatan jabatan Anda',
	search: 'Cari kegiatan atau tulis sendiri',
	searchHint: 'Tulis beberapa huruf, lalu pilih. Tidak ada di daftar? Pakai tulisan Anda sendiri.',
	useText: (text: string) => `Pakai “${text}”`,
	ownWords: 'Kegiatan sendiri, tidak ada di daftar',
	/** `near` have some of the words, where none has all. */
	found: (count: number, near: number) => {
		if (count > 0) return `${count} kegiatan ditemukan`;
		return near > 0
			? 'Tidak ada yang persis begitu. Mungkin salah satu ini, atau pakai tulisan Anda:'
			: 'Tidak ada di daftar. Boleh, pakai tulisan Anda:';
	},
	showAll: (count: number) => `Lihat semua ${count} kegiatan`,
	chosen: 'Dipilih',
	change: 'Ganti',
	norm: (minutes: number, unit: string) => `${when.number(minutes)} menit per ${unit}`,
	noCatalogue: 'Daftar kegiatan jabatan belum ada di perangkat ini. Tulis kegiatannya sendiri.',

	start: 'Jam mulai',
	end: 'Jam selesai',
	timeMissing: 'Isi jamnya.',
	startMissing: 'Isi jam mulai.',
	endMissing: 'Isi jam selesai.',
	crossesMidnight: 'Selesai pada hari berikutnya (melewati tengah malam)',
	lasts: (minutes: number) => `Lamanya ${when.duration(minutes)}`,
	countsLess: (minutes: number) =>
		`Yang dihitung ${when.number(minutes)} menit. Kalau hasilnya lebih banyak, ubah jumlahnya di bawah.`,
	overlap: (name: string, span: string) =>
		`Jamnya bertumpuk dengan “${name}” (${span}). Boleh disimpan; periksa dulu bila keliru.`,
	/** Beside the hours. */
	overlaps: 'bertumpuk',
	alike: 'mirip yang sudah ada',
	/** Returned work is about to be sent as it was. */
	unchangedTitle: 'Belum ada yang diubah',
	unchangedText: (reason: string) => `Yang diminta: “${reason}” Kirim lagi apa adanya?`,
	changeFirst: 'Perbaiki dulu',
	sendUnchanged: 'Kirim apa adanya',
	endInFuture: 'Jam selesai belum tiba. Bisa disimpan setelah kegiatan selesai.',

	quantity: 'Jumlah hasil',
	quantityWrong: 'Isi jumlah dengan angka 1 sampai 99.999.',
	less: 'Kurangi satu',
	more: 'Tambah satu',
	unit: 'Satuan',
	unitMissing: 'Isi satuannya, misalnya laporan.',
	unitHint: 'Misalnya laporan, surat, kegiatan',
	effective: 'Menit efektif',
	effectiveHint: (minutes: number) =>
		`Dihitung otomatis: ${when.number(minutes)} menit. Boleh dikurangi.`,
	effectiveOfNorm: ({ count, unit, standardMinutes, counted }: OfNorm) => {
		const product = `${when.number(count)} ${unit} × ${when.number(standardMinutes)} menit`;
		return counted < count * standardMinutes
			? `${product}, tetapi jamnya hanya ${when.number(counted)} menit. Periksa jam dan jumlahnya.`
			: `${product} = ${when.number(counted)} menit. Boleh dikurangi.`;
	},
	effectiveWrong: (most: number) => `Isi angka 1 sampai ${when.number(most)}.`,
	effectiveTooMany: (most: number) =>
		`Paling banyak ${when.number(most)} menit untuk kegiatan ini. Hanya boleh dikurangi.`,
	effectiveReset: 'Pakai hitungan otomatis',

	description: 'Uraian',
	descriptionHint: 'Apa yang dikerjakan dan hasilnya. Boleh singkat.',
	characters: (used: number, most: number) =>
		`${when.number(used)} dari ${when.number(most)} huruf`,

	extra: 'Isian lain (tidak wajib)',
	target: 'Target yang dituju',
	targetHint: 'Nama rencana hasil kerja di SKP, bila ada',
	evidence: 'Tautan bukti',
	evidenceHint: 'Alamat lengkap, mulai dengan https://',
	note: 'Catatan tambahan',
	tooLong: (most: number) => `Paling banyak ${when.number(most)} huruf.`,

	save: 'Simpan',
	saveAndNext: 'Simpan dan catat lagi',
	countedMinutes: (minutes: number) => `dihitung ${when.number(minutes)} menit`,
	saving: 'Menyimpan…',
	saved: 'Tersimpan di perangkat ini',
	sent: 'Tersimpan dan sudah terkirim',
	/** `said` of work of another day than today. */
	savedOn: (day: string, said: string) => `${when.weekdayAndDay(day)}: ${said.toLowerCase()}`,
	savedNext: (name: string) => `Tersimpan di perangkat ini: ${name}`,

	summary: (count: number) =>
		count === 1 ? 'Ada 1 isian yang perlu diperbaiki' : `Ada ${count} isian yang perlu diperbaiki`,
	draftRestored: (moment: string, name: string) =>
		`${name === '' ? 'Tulisan Anda' : `“${name}”`} dari ${moment} belum selesai. Isinya ada di bawah, lanjutkan saja.`,
	draftDrop: 'Buang draf',
	draftDropTitle: 'Buang draf ini?',
	draftDropText: 'Yang sudah diketik di layar ini akan dihapus.',
	draftDropped: 'Draf dibuang',
	draftSaved: 'Draf tersimpan otomatis di perangkat ini.',
	draftFailed:
		'Draf tidak bisa disimpan karena ruang perangkat penuh. Jangan tutup layar ini sebelum menekan Simpan.',
	entryMissing:
		'Kegiatan ini tidak ada di perangkat ini. Tekan Kirim sekarang di Pengiriman, lalu buka lagi.',
	notEditable: 'Kegiatan ini tidak bisa diubah lagi. Buka kegiatannya untuk melihat sebabnya.',
	movedTitle: 'Kegiatan ini berubah sejak Anda membukanya',
	movedText: 'Yang Anda ketik tetap ada. Muat isi terbaru, atau simpan tulisan Anda di atasnya.',
	movedTake: 'Muat isi terbaru'
};

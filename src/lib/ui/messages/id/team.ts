import { when } from './when.ts';

export const team = {
	title: 'Tim',
	queue: 'Menunggu Anda periksa',
	queueCount: (count: number) => `${count} kegiatan menunggu Anda periksa`,
	queueHeading: (count: number) => `${count} menunggu diperiksa`,
	reviewNow: 'Periksa di Tim',
	queueEmpty: 'Tidak ada yang menunggu diperiksa.',
	nobody: 'Belum ada orang yang Anda periksa.',
	nobodyHint: 'Bila ini keliru, minta admin OPD memeriksa data atasan.',
	actingFor: (capacity: string) => `Anda memeriksa sebagai ${capacity}`,
	personCount: (count: number) => `${count} kegiatan`,
	select: (name: string, day: string) => `Pilih ${name}, ${when.fullDay(day)}`,
	selectAll: 'Semua',
	selectNone: 'Kosongkan pilihan',
	selected: (count: number) => `${count} dipilih`,
	show: 'Lihat isi',
	open: 'Buka lengkap',
	approve: 'Setujui',
	approveCount: (count: number) => `Setujui ${count}`,
	giveBack: 'Kembalikan',
	giveBackCount: (count: number) => `Kembalikan ${count}`,
	reject: 'Tolak',
	rejectCount: (count: number) => `Tolak ${count}`,
	difference: 'Yang dikembalikan masih bisa diperbaiki pegawai. Yang ditolak tidak bisa lagi.',
	undo: 'Urungkan',
	undoAll: (count: number) => `Urungkan semua (${count})`,
	undoFor: (seconds: number) => `Urungkan (${seconds})`,
	confirmsTime: 'Benarkan waktunya',
	confirmsTimeText: (count: number) =>
		count === 1
			? 'Waktu mencatat kegiatan ini belum terbukti. Apakah memang dicatat tepat waktu?'
			: `Waktu mencatat ${count} kegiatan belum terbukti. Apakah memang dicatat tepat waktu?`,
	confirmYes: 'Ya, setujui dan benarkan waktunya',
	confirmNo: 'Setujui tanpa membenarkan waktunya',
	unproven: 'Waktu belum terbukti',
	late: 'Lewat batas waktu',
	/** Why an entry deserves a second look; nothing of it refuses anything. */
	odd: {
		twice: (name: string, span: string) => `Mungkin tercatat dua kali: “${name}” (${span})`,
		overlap: (minutes: number, name: string, span: string) =>
			`${when.number(minutes)} menit bertumpuk dengan “${name}” (${span})`,
		aboveNorm: (minutes: number, norm: number) =>
			`${when.number(minutes)} menit, jauh di atas norma (${when.number(norm)} menit)`,
		tooMuch: (norm: number, clock: number) =>
			`Menurut norma perlu ${when.number(norm)} menit, jamnya hanya ${when.number(clock)}`,
		longAfter: (days: number) => `Dicatat ${days} hari setelah dikerjakan`,
		night: (clock: string) => `Pukul ${clock}`,
		weekend: (weekday: string) => `Hari ${weekday}`,
		holiday: (name: string) => `Hari libur: ${name}`,
		long: 'Lebih dari 8 jam',
		beyondDay: (duration: string) => `Hari itu tercatat ${duration}`
	},
	approveTitle: (count: number) =>
		count === 1 ? 'Setujui kegiatan' : `Setujui ${count} kegiatan?`,
	approvalLine: (day: string, span: string, activity: string, result: string) =>
		`${when.weekdayAndDay(day)}, ${span} · ${activity} · ${result}`,
	approveMany: (count: number) => `Setujui ${count} kegiatan`,
	returnTitle: (count: number) =>
		count === 1 ? 'Kembalikan untuk diperbaiki' : `Kembalikan ${count} kegiatan untuk diperbaiki`,
	rejectTitle: (count: number) => (count === 1 ? 'Tolak kegiatan' : `Tolak ${count} kegiatan`),
	rejectHint:
		'Kegiatan yang ditolak tidak bisa diperbaiki. Bila hanya kurang lengkap, kembalikan saja.',
	reason: 'Alasan',
	reasonHint: 'Dibaca pegawai. Tulis apa yang harus dilakukan.',
	reasonMissing: 'Tulis alasannya, agar pegawai tahu apa yang harus dilakukan.',
	phrases: 'Kalimat siap pakai',
	returnPhrases: [
		'Mohon lengkapi uraian: apa yang dikerjakan dan hasilnya.',
		'Jumlah hasil tidak sesuai. Mohon periksa lagi.',
		'Jam mulai atau selesai tidak sesuai. Mohon periksa lagi.',
		'Mohon lampirkan tautan bukti.'
	],
	rejectPhrases: [
		'Bukan bagian dari tugas jabatan.',
		'Kegiatan ini sudah dicatat sebelumnya.',
		'Pada waktu itu pegawai tidak bertugas.'
	],
	entriesOf: (count: number, names: readonly string[]) =>
		names.length === 1
			? `${count} kegiatan ${names.join()}`
			: `${count} kegiatan dari ${names.length} pegawai`,
	peopleCount: (count: number) => `${count} pegawai`,
	/** Whose and what a question is about. */
	subject: (name: string, activity: string, day: string, span: string) =>
		`${name} · ${activity} · ${when.weekdayAndDay(day)}, ${span}`,
	oneOf: (activity: string, name: string) => `${activity} (${name})`,
	/** `what` as `personCount`, `oneOf` or `entriesOf` say it. The decision comes first: the end may be cut off. */
	approved: (what: string) => `Disetujui: ${what}`,
	returned: (what: string) => `Dikembalikan: ${what}`,
	rejected: (what: string) => `Ditolak: ${what}`,
	/** `said` of a decision, where there is no line. */
	sentLater: (said: string) => `Belum terkirim. ${said}`,
	undoAllTitle: (count: number) => `Urungkan ${count} keputusan?`,
	undoAllText: 'Semuanya kembali menunggu dan harus diputuskan lagi.',
	someRefused: (done: number, refused: number) =>
		`${done} selesai. ${refused} tidak bisa diproses karena sudah berubah; lihat lagi daftarnya.`,
	showChanged: 'Tampilkan yang terbaru',
	recent: 'Keputusan Anda',
	recentEmpty: 'Belum ada keputusan.',
	decidedAt: (moment: string) => `diputuskan ${moment}`,
	todayAt: (time: string) => `hari ini ${time}`,
	showEach: 'Lihat satu per satu',
	membersRecorded: (done: number, all: number) => `${done} dari ${all} sudah mencatat hari ini`,
	editedAgain: 'Diperbaiki setelah dikembalikan'
};

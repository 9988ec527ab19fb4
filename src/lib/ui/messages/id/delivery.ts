import { when } from './when.ts';

/** Ends of requests as a person may meet them; the keys are those of the transport. */
type Waiting = (what: string, nextTry: string | undefined) => string;

const tryAgain = (nextTry: string | undefined) =>
	nextTry === undefined ? '' : `, dicoba lagi ${nextTry}`;

const waitingBecause = {
	offline: (what) => `${what} tersimpan di perangkat ini, menunggu sinyal`,
	timeout: (what, next) =>
		`${what} tersimpan di perangkat ini. Jawaban server terlalu lama${tryAgain(next)}`,
	cut: (what, next) => `${what} tersimpan di perangkat ini. Sinyal terputus${tryAgain(next)}`,
	'not-ours': (what, next) =>
		`${what} tersimpan di perangkat ini. Jaringan ini belum membuka jalan ke server${tryAgain(next)}`,
	busy: (what, next) => `Server sibuk, ${what} aman di perangkat ini${tryAgain(next)}`,
	'signed-out': (what) => `Masuk lagi agar ${what} terkirim`,
	'password-change-required': (what) => `Ganti kode awal agar ${what} terkirim`,
	outdated: (what) => `Perbarui aplikasi agar ${what} terkirim`,
	refused: (what, next) =>
		`${what} tersimpan di perangkat ini. Server belum mau menerima${tryAgain(next)}`,
	'storage-full': (what) => `Ruang perangkat penuh. ${what} belum bisa dikirim`,
	'storage-failed': (what) => `Perangkat gagal membaca simpanan. ${what} belum bisa dikirim`
} satisfies Record<string, Waiting>;

/** Why the device cannot know of anything newer, while nothing of its own waits. */
const noNewsBecause: Record<keyof typeof waitingBecause | 'no-line', string> = {
	'no-line': 'sedang tanpa sinyal',
	offline: 'belum tersambung ke server',
	timeout: 'server belum menjawab',
	cut: 'sinyal terputus',
	'not-ours': 'jaringan ini belum membuka jalan ke server',
	busy: 'server sedang sibuk',
	'signed-out': 'masuk lagi untuk kabar terbaru',
	'password-change-required': 'ganti kode awal untuk kabar terbaru',
	outdated: 'perbarui aplikasi untuk kabar terbaru',
	refused: 'server belum mau menerima',
	'storage-full': 'ruang perangkat penuh',
	'storage-failed': 'perangkat gagal membaca simpanan'
};

const explained: Record<keyof typeof waitingBecause, string> = {
	offline:
		'Tidak ada sinyal, atau server sedang tidak bisa dihubungi. Catatan terkirim sendiri begitu tersambung.',
	timeout: 'Server terlalu lama menjawab. Aplikasi mencoba lagi sendiri.',
	cut: 'Sinyal terputus di tengah jalan. Aplikasi mencoba lagi sendiri.',
	'not-ours':
		'Jaringan ini menjawab, tetapi bukan server E-Kinerja. Bila memakai Wi-Fi umum, buka halaman masuknya dulu.',
	busy: 'Server sedang sibuk dan meminta kita menunggu giliran. Catatan Anda aman.',
	'signed-out': 'Sesi Anda berakhir. Masuk lagi agar catatan terkirim.',
	'password-change-required': 'Kode awal harus diganti dulu.',
	outdated: 'Versi aplikasi ini terlalu lama untuk server. Perbarui dulu.',
	refused:
		'Server tidak menerima permintaan dari aplikasi ini. Tunjukkan layar ini kepada admin OPD.',
	'storage-full':
		'Ruang perangkat penuh. Hapus foto atau video yang tidak perlu, lalu tekan Kirim sekarang.',
	'storage-failed':
		'Perangkat gagal membaca simpanannya. Tutup aplikasi, buka kembali, lalu coba lagi.'
};

function counted(activities: number, decisions: number): string {
	if (decisions === 0) return `${activities} kegiatan`;
	if (activities === 0) return `${decisions} keputusan`;
	return `${activities} kegiatan dan ${decisions} keputusan`;
}

export const delivery = {
	title: 'Pengiriman',
	counted,
	waitingBecause,
	explained,
	busyUntil: (what: string, next: string) =>
		`Server sibuk, ${what} aman di perangkat ini, buka lagi aplikasi sekitar ${next}`,
	busyWhileOpen: (what: string, next: string) =>
		`Server sibuk, ${what} aman di perangkat ini, dicoba lagi ${next} bila aplikasi terbuka`,
	browserPicks: (next: string) =>
		`Selama aplikasi terbuka, dicoba lagi ${next}. Bila ditutup, peramban yang memilih waktunya; agar pasti, buka lagi sekitar ${next}.`,
	staysOpen: (next: string) =>
		`Selama aplikasi terbuka, aplikasi mencoba lagi sendiri. Bila ditutup, buka lagi sekitar ${next}.`,
	waiting: (what: string) => `${what} tersimpan di perangkat ini, menunggu dikirim`,
	sending: (what: string) => `Sedang mengirim ${what}…`,
	practice: 'Catatan latihan tidak pernah dikirim ke server',
	practised: (asIf: string) => `${asIf} (latihan, tidak sungguh dikirim)`,
	arrivedPractice: 'Seolah-olah sampai di server (latihan)',
	allSent: (moment: string) => `Semua terkirim, ${moment}`,
	allSentButDrafts: (moment: string, drafts: number) =>
		`Semua terkirim, ${moment}. ${drafts} draf belum selesai.`,
	allSentBut: (moment: string, why: string) => `Semua terkirim, ${moment} · ${why}`,
	noNewsBecause,
	andDrafts: (said: string, drafts: number) => `${said}. Ada ${drafts} draf.`,
	allSentNever: 'Belum ada yang perlu dikirim',
	firstLoad: 'Mengambil data Anda untuk pertama kali…',
	signInForNews: 'Semua terkirim. Masuk lagi untuk kabar terbaru',
	refusedCount: (count: number) => `${count} ditolak server`,
	deliveredNow: (what: string, moment: string) => `${what} terkirim, ${moment}`,
	open: 'Lihat pengiriman',

	now: 'Keadaan sekarang',
	sendNow: 'Kirim sekarang',
	sendingNow: 'Sedang mengirim…',
	noSignalNow: 'Tidak ada sinyal sekarang. Catatan terkirim sendiri begitu ada sinyal.',
	noSignalForNews: 'Tidak ada sinyal sekarang. Kabar terbaru diambil sendiri begitu ada sinyal.',
	busyNow: (next: string | undefined) => `Server sibuk. Catatan aman${tryAgain(next)}.`,
	notNow: (next: string | undefined) =>
		`Belum berhasil. Sebabnya tertulis di atas${tryAgain(next)}.`,
	signIn: 'Masuk lagi',
	lastContact: 'Terakhir terhubung',
	never: 'Belum pernah',
	nextTry: 'Dicoba lagi',
	waitingTitle: 'Menunggu dikirim',
	waitingEmpty: 'Tidak ada yang menunggu.',
	onItsWay: 'sedang dikirim',
	deferred: 'Server meminta menunggu sebentar',
	refusedTitle: 'Ditolak server',
	seeAttention: 'Lihat alasan dan pilihannya',
	arrivedTitle: 'Sudah sampai di server hari ini',
	arrivedOf: (arrived: number, all: number) => `${arrived} dari ${all} sampai di server`,
	showAll: (count: number) => `Tampilkan semua (${count})`,
	arrivedNone: 'Hari ini belum ada yang dikirim.',
	storageTitle: 'Ruang simpan',
	storageUsed: (used: string) => `Dipakai ${used}`,
	storageUse: (used: string, free: string) => `Dipakai ${used}, tersisa ${free}`,
	persisted: 'Catatan di perangkat ini dilindungi dari pembersihan otomatis.',
	notPersisted:
		'Peramban belum menjamin catatan ini tidak dibersihkan saat ruang penuh. Pasang aplikasi di layar utama agar lebih aman.',
	iosInstall:
		'Di iPhone dan iPad, pasang aplikasi ini ke layar utama (Bagikan, lalu Tambah ke Layar Utama), lalu masuk di sana. Tanpa itu, Safari menghapus catatan yang belum terkirim setelah 7 hari tidak dibuka.',
	megabytes: (bytes: number) => {
		const megabytes = bytes / 1_048_576;
		return megabytes >= 1_024
			? `${(megabytes / 1_024).toFixed(1).replace('.', ',')} GB`
			: `${when.number(Math.max(1, Math.round(megabytes)))} MB`;
	},
	whose: (
		name: string | undefined,
		day: string,
		span: { startMinute: number; endMinute: number } | undefined
	) =>
		[name, when.shortDay(day), span && when.span(span.startMinute, span.endMinute)]
			.filter(Boolean)
			.join(', '),
	about: (activity: string, day: string) => `${activity}, ${when.shortDay(day)}`,
	recordedAt: (moment: string) => `dicatat ${moment}`
};

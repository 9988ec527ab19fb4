/** Reviewing many: the week of a team, sifting and grouping a queue, keys, deciding for somebody else. */
import { when } from './when.ts';

export const review = {
	asOf: (moment: string) => `Data tim per ${moment}`,
	asOfOffline: (moment: string) => `Data tim per ${moment}, sedang tanpa sinyal`,
	week: 'Siapa sudah mencatat',
	weekOf: (from: string, to: string) => `${when.shortDay(from)} sampai ${when.fullDay(to)}`,
	previousWeek: 'Minggu sebelumnya',
	nextWeek: 'Minggu berikutnya',
	thisWeek: 'Kembali ke minggu ini',
	weekHint: 'Angka adalah menit. Tekan untuk melihat hari itu.',
	silent: (count: number, all: number, isThisWeek: boolean) =>
		`${count} dari ${all} tanpa catatan minggu ${isThisWeek ? 'ini' : 'itu'}`,
	silentNone: (isThisWeek: boolean) => `Semua mencatat minggu ${isThisWeek ? 'ini' : 'itu'}`,
	nobodyThatWeek: 'Tidak ada yang Anda periksa pada minggu ini.',
	noWorkdays: 'Tidak ada hari kerja pada minggu ini.',
	person: 'Pegawai',
	cell: (count: number, minutes: number) => `${count} kegiatan, ${when.number(minutes)} menit`,
	cellNothing: 'belum mencatat',
	cellNotYet: 'hari belum tiba',
	cellOther: 'diperiksa orang lain',
	cellWaiting: (count: number) => `${count} menunggu diperiksa`,
	cellReturned: (count: number) => `${count} dikembalikan`,
	cellRejected: (count: number) => `${count} ditolak`,
	cellDone: 'semua sudah diputuskan',
	legend: 'Tanda',
	legendDone: 'sudah diputuskan',
	legendWaiting: 'menunggu Anda',
	legendReturned: 'ada yang dikembalikan',
	legendRejected: 'ada yang ditolak',
	legendMissed: 'lewat tanpa catatan',
	legendNothing: 'belum mencatat',
	dayOf: (name: string) => `Hari kerja ${name}`,
	dayMinutes: (count: number, minutes: number, uncounted: number) =>
		`${count} kegiatan, ${when.duration(minutes)} tercatat` +
		(uncounted > 0 ? ` (${uncounted} dikembalikan atau ditolak, tidak dihitung)` : ''),
	dayEmpty: 'Tidak ada kegiatan pada tanggal ini.',
	dayUnknown: 'Orang ini tidak ada di perangkat ini',
	dayUnknownHint: 'Mungkin Anda tidak lagi memeriksa orang ini.',
	backToTeam: 'Kembali ke Tim',

	actingAs: (post: string, from: string, to: string | undefined) =>
		to === undefined
			? `Anda memutuskan sebagai ${post}, sejak ${when.fullDay(from)}.`
			: `Anda memutuskan sebagai ${post}, ${when.shortDay(from)} sampai ${when.fullDay(to)}.`,
	postOf: (capacity: string, post: string, unit: string) => `${capacity} ${post}, ${unit}`,
	actingFor: (capacity: string, holder: string) => `${capacity} untuk ${holder}`,
	actingHint: (capacity: string, waiting: number) =>
		waiting === 0
			? `Saat ini tidak ada yang menunggu Anda periksa sebagai ${capacity}.`
			: `${waiting} menunggu Anda periksa sebagai ${capacity}, bertanda “Anda sebagai ${capacity}”. Itu juga tercatat di riwayatnya.`,
	asCapacity: (capacity: string) => `Anda sebagai ${capacity}`,

	groupBy: 'Kelompokkan menurut',
	groupings: { person: 'Orang', day: 'Hari', age: 'Lama menunggu' },
	ages: {
		today: 'Hari ini',
		yesterday: 'Kemarin',
		days: '2 sampai 3 hari lalu',
		old: 'Lebih dari 3 hari lalu'
	},
	arrange: 'Atur',
	arrangeFiltered: 'Atur (disaring)',
	filterPerson: 'Pegawai',
	everybody: 'Semua',
	filterFrom: 'Dari tanggal',
	filterTo: 'Sampai tanggal',
	filterWords: 'Kata dalam kegiatan',
	filterMarked: 'Hanya yang bertanda perlu dilihat',
	showEvery: 'Tampilkan semua lagi',
	lookFirst: (count: number) => `Lihat dulu ${count} bertanda`,
	approveUnmarked: (count: number) => `Setujui ${count} tanpa tanda`,
	markedAmong: (count: number) => `${count} bertanda perlu dilihat`,
	filterClear: 'Hapus saringan',
	filtered: (count: number, all: number) => `${count} dari ${all} kegiatan cocok`,
	noneMarked: (left: number) =>
		`Tidak ada yang bertanda perlu dilihat. ${left} kegiatan lain masih menunggu.`,
	filteredNone: 'Tidak ada kegiatan yang cocok dengan saringan ini.',
	selectShown: (count: number) => `Pilih semua (${count})`,
	selectNoneShown: (count: number) => `Batal pilih (${count})`,
	toWeek: 'Minggu ini',
	selectAllIn: (title: string) => `Pilih semua: ${title}`,
	selectedOf: (count: number, name: string) => `${count} dipilih · ${name}`,
	open: 'Buka',
	more: 'Selengkapnya',
	less: 'Ringkas',
	showMore: (count: number) => `Tampilkan ${count} lagi`,
	leftOut: (count: number) =>
		`${count} kegiatan berubah sejak Anda lihat, jadi tidak ikut dipilih. Periksa dulu.`,
	changed: 'Berubah sejak Anda lihat',
	changedHint: 'Yang tampil di sini isi yang lama.',
	confirmApprove: 'Setujui, waktunya benar',
	/** `what` as of a decision. */
	undone: (what: string) => `Diurungkan: ${what}`,
	ownReasons: 'Alasan terakhir Anda',
	swipeApprove: 'Setujui',
	swipeReturn: 'Kembalikan',

	keys: 'Tombol cepat',
	keysHint:
		'Tekan j untuk mulai dari kegiatan pertama. Tombol lain berlaku untuk kegiatan yang sedang ditandai bingkai. Bila ada yang dipilih, keputusan berlaku untuk semua yang dipilih.',
	keyWords: {
		next: 'Kegiatan berikutnya',
		previous: 'Kegiatan sebelumnya',
		below: 'Kegiatan di bawahnya',
		above: 'Kegiatan di atasnya',
		right: 'Kegiatan di kanannya, bila ada beberapa kolom',
		left: 'Kegiatan di kirinya, bila ada beberapa kolom',
		approve: 'Setujui',
		return: 'Kembalikan',
		reject: 'Tolak',
		open: 'Buka lengkap',
		undo: 'Urungkan, selama pesannya tampil',
		clear: 'Kosongkan pilihan',
		help: 'Tampilkan daftar ini'
	},
	keySelect: 'Pilih',
	keyNames: {
		ArrowDown: 'panah bawah',
		ArrowUp: 'panah atas',
		ArrowRight: 'panah kanan',
		ArrowLeft: 'panah kiri'
	} as Record<string, string>,
	keySpace: 'spasi',
	keyOr: 'atau'
};

/** What a person can check about delivery, and rescue: proofs, contacts, files, stuck changes, storage. */

/** How a contact ended, for the line of its time; the keys are those of the log. */
const ended: Record<string, string> = {
	offline: 'tidak ada sambungan ke server',
	timeout: 'server tidak menjawab',
	cut: 'sinyal terputus di tengah jalan',
	'not-ours': 'jaringan belum membuka jalan ke server',
	busy: 'server sibuk, catatan tetap aman',
	'signed-out': 'harus masuk lagi',
	'password-change-required': 'kode awal harus diganti',
	outdated: 'aplikasi harus diperbarui',
	refused: 'server tidak menerima permintaan',
	'storage-full': 'ruang perangkat penuh',
	'storage-failed': 'perangkat gagal membaca simpanan'
};

const delivered = (applied: number, sent: number): string =>
	applied < sent ? `terkirim ${applied} dari ${sent} catatan` : `terkirim ${applied} catatan`;

export const trust = {
	ended,
	endedOtherwise: (outcome: string) => `gagal (${outcome})`,
	delivered,
	received: (count: number) => `${count} perubahan diterima`,
	nothingNew: 'tersambung, tidak ada yang baru',
	retryAt: (clock: string) => `dicoba lagi ${clock}`,

	more: 'Bukti dan bantuan',
	proofs: 'Bukti setiap catatan',
	proofsLead: 'Setiap perubahan 35 hari terakhir: kapan dicatat, kapan diterima server.',
	proofsEmpty: 'Belum ada yang dicatat di perangkat ini.',
	arrivedOf: (arrived: number, all: number) => `${arrived} dari ${all} sampai di server`,
	stillRefused: 'Ditolak server',
	stillWaiting: 'Belum sampai, aman di perangkat ini',

	contacts: 'Riwayat sambungan',
	contactsLead: (zone: string) =>
		`Setiap kali aplikasi menghubungi server. Jam dalam ${zone}. Yang terbaru di atas.`,
	contactsEmpty: 'Belum pernah menghubungi server.',
	contactsShare: 'Bagikan ke petugas bantuan',
	contactsPrivacy:
		'Yang dibagikan hanya jumlah, jam, hasil, versi aplikasi, dan jenis peramban. Tidak ada nama dan isi catatan.',
	showOlder: 'Tampilkan yang lebih lama',
	saved: 'Berkas disimpan. Cari di folder Unduhan.',
	shared: 'Sudah dibagikan',
	support: {
		title: 'E-Kinerja: riwayat sambungan',
		version: (version: string) => `Versi aplikasi: ${version}`,
		browser: (browser: string) => `Peramban: ${browser}`,
		zone: (zone: string) => `Jam dalam ${zone}`,
		queue: (waiting: number, refused: number) => `Menunggu ${waiting}, ditolak ${refused}`
	},

	file: 'Pindahkan catatan ke perangkat lain',
	fileLead:
		'Bila layar retak, HP akan diganti, atau peramban akan dibersihkan: simpan catatan yang belum terkirim sebagai berkas, lalu buka berkas itu di perangkat lain.',
	exportTitle: 'Simpan sebagai berkas',
	exportCount: (what: string) => `Berkas akan berisi ${what} yang belum diterima server.`,
	exportEmpty: 'Semua sudah diterima server. Tidak ada yang perlu disimpan sebagai berkas.',
	exportKeeps:
		'Catatan di perangkat ini tetap ada dan tetap dikirim. Tidak akan tercatat dua kali.',
	exportPrivate: 'Berkas berisi isi catatan Anda. Simpan di tempat yang hanya Anda buka.',
	exportNow: 'Simpan berkas',
	changes: (count: number) => `${count} perubahan`,
	importTitle: 'Buka berkas',
	importLead: 'Pilih berkas yang Anda simpan dari perangkat lain.',
	importNow: 'Pilih berkas',
	imported: (count: number) => `${count} perubahan diambil dari berkas dan akan dikirim.`,
	importedKnown: (count: number) =>
		`${count} sudah ada di sini atau sudah terkirim, jadi dilewati.`,
	importedNothing: 'Semua isi berkas sudah ada di sini atau sudah terkirim.',
	importRefusedTitle: 'Berkas tidak diambil',
	importRefused: {
		'not-an-outbox':
			'Ini bukan berkas catatan E-Kinerja. Pilih berkas yang namanya mulai dengan e-kinerja.',
		'newer-file': 'Berkas ini dari aplikasi yang lebih baru. Perbarui aplikasi ini dulu.',
		damaged: 'Berkas rusak atau berubah di jalan. Simpan ulang dari perangkat asalnya.',
		'another-person':
			'Berkas ini milik orang lain. Hanya pemiliknya yang bisa membukanya, setelah masuk sendiri.',
		'storage-full': 'Ruang perangkat penuh. Hapus foto atau video yang tidak perlu, lalu ulangi.',
		'storage-failed':
			'Perangkat gagal menyimpan. Tutup aplikasi, buka kembali, lalu pilih berkasnya lagi.',
		'insecure-address':
			'Berkas hanya bisa dibuat dan dibuka di alamat yang mulai dengan https. Minta alamat itu kepada admin OPD.'
	},

	stuckTitle: 'Tersangkut',
	stuckUnreadable: 'Server tidak bisa membaca perubahan ini.',
	stuckPutOff: (moment: string) => `Server menundanya sejak ${moment}.`,
	stuckHelp: 'Catatan lain tetap terkirim.',
	tryAgain: 'Coba lagi',
	triedAgain: 'Dikirim ulang',
	copy: 'Salin isinya',
	copied: 'Isinya disalin',
	copyFailed: 'Peramban tidak mengizinkan penyalinan. Buka Lihat isinya, lalu salin sendiri.',
	seeContent: 'Lihat isinya',
	discard: 'Buang',
	discardTitle: 'Buang perubahan ini?',
	discardText: (what: string, recorded: string) =>
		`Yang hilang: ${what} (dicatat ${recorded}). Server belum menyimpannya, dan tidak bisa dikembalikan.`,
	discardBuiltOn: (count: number) =>
		`Ikut hilang: ${count} perubahan sesudahnya pada kegiatan yang sama.`,
	discarded: (count: number) =>
		count === 0
			? 'Tidak ada yang dibuang: server sudah menjawab perubahan ini'
			: `${count} perubahan dibuang`,
	discardRefused: {
		'on-its-way': 'Perubahan ini sedang dikirim. Tunggu sebentar, lalu coba lagi.',
		'more-than-told': 'Ada perubahan baru di atasnya. Periksa lagi, lalu ulangi.',
		'storage-full': 'Ruang perangkat penuh. Hapus foto atau video yang tidak perlu, lalu ulangi.',
		'storage-failed': 'Perangkat gagal menyimpan. Tutup aplikasi, buka kembali, lalu ulangi.'
	},
	reason: (reason: string) => `Alasan: ${reason}`,

	protect: 'Minta perlindungan',
	protectRefused:
		'Peramban belum mau. Pasang aplikasi di layar utama dan pakai beberapa hari, lalu minta lagi.',
	lowSpace: (free: string) =>
		`Ruang hampir habis, tersisa ${free}. Hapus foto atau video yang tidak perlu agar catatan baru tetap bisa disimpan.`,

	sharedTitle: 'Menerima yang dibagikan…',
	sharedFailed:
		'Yang dibagikan belum bisa disimpan. Hapus foto atau video yang tidak perlu dari perangkat, lalu bagikan lagi.'
};

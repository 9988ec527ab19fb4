/** What stands around every page: names of places, menus, banners, faults. */
export const shell = {
	app: 'E-Kinerja',
	documentTitle: (page: string) => `${page} · E-Kinerja`,
	skip: 'Langsung ke isi',
	navigation: 'Menu utama',
	opening: 'Membuka catatan Anda…',
	nav: {
		today: 'Hari ini',
		record: 'Catat',
		team: 'Tim',
		attention: 'Perlu perhatian',
		delivery: 'Pengiriman',
		history: 'Riwayat'
	},
	navCount: (count: number) => `${count} perlu ditangani`,
	moreAttention: (count: number) => `Ada kabar baru: ${count} perlu ditangani`,
	deliveryLabel: 'Pengiriman',
	help: 'Bantuan',
	practice: {
		banner: 'LATIHAN — tidak ada yang dikirim',
		end: 'Selesai latihan',
		begin: 'Latihan',
		beginning: 'Menyiapkan latihan…',
		hint: 'Coba dulu dengan data karangan. Tidak perlu masuk, tidak ada yang dikirim.'
	},
	close: 'Tutup',
	cancel: 'Batal',
	optional: 'tidak wajib',
	back: 'Kembali',
	language: {
		title: 'Bahasa',
		needsSignal: 'Bahasa ini belum ada di perangkat ini. Cari sinyal sebentar, lalu coba lagi.'
	},
	account: {
		open: (name: string) => `Akun ${name}`,
		title: 'Akun',
		nip: 'NIP',
		settings: 'Pengaturan',
		signOut: 'Keluar',
		signingOut: 'Sedang keluar…',
		allSent: 'Semua catatan sudah terkirim. Aman untuk keluar.',
		unsent: (what: string) =>
			`${what} belum terkirim. Tetap tersimpan di perangkat ini dan terkirim setelah Anda masuk lagi di sini.`,
		drafts: (count: number) => `${count} draf yang belum disimpan juga tetap ada.`,
		refused: (count: number) => `${count} ditolak server dan masih menunggu Anda.`,
		locks: 'Setelah keluar, catatan Anda di perangkat ini hanya terbuka dengan kata sandi Anda.',
		reviewer: 'Atasan Anda'
	},
	update: {
		ready: 'Versi baru siap.',
		apply: 'Perbarui',
		hint: 'Yang sedang diketik tetap tersimpan.'
	},
	insecure:
		'Alamat ini tidak memakai https, jadi aplikasi tidak bisa dibuka tanpa sinyal. Minta alamat https kepada admin OPD.',
	outdatedTab: {
		text: 'Aplikasi sudah diperbarui di jendela lain. Yang Anda ketik sudah disimpan.',
		reload: 'Muat ulang'
	},
	signInNeeded: { text: 'Sesi Anda berakhir. Anda tetap bisa mencatat.', action: 'Masuk lagi' },
	fault: {
		title: 'Ada yang tidak beres',
		text: 'Halaman ini gagal ditampilkan. Catatan Anda tetap tersimpan di perangkat ini.',
		retry: 'Coba lagi',
		home: 'Ke Hari ini',
		detail: 'Keterangan untuk admin',
		notFoundTitle: 'Halaman tidak ada',
		notFoundText: 'Alamat ini tidak dikenal. Mungkin tautannya sudah berubah.'
	}
};

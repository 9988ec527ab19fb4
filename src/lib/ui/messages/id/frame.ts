/** What stands around every page of a person: names of places, the account. */
export const frame = {
	skip: 'Langsung ke isi',
	navigation: 'Menu utama',
	menu: 'Menu',
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
	account: {
		open: (name: string) => `Akun ${name}`,
		nip: 'NIP',
		settings: 'Pengaturan',
		signOut: 'Keluar',
		signingOut: 'Sedang keluar…',
		allSent: 'Semua catatan sudah terkirim. Aman untuk keluar.',
		unsent: (what: string) =>
			`${what} belum terkirim. Tetap tersimpan di perangkat ini dan terkirim setelah Anda masuk lagi di sini.`,
		drafts: (count: number) => `${count} draf yang belum disimpan tetap ada di perangkat ini.`,
		refused: (count: number) => `${count} ditolak server dan masih menunggu Anda.`,
		locks: 'Setelah keluar, catatan Anda di perangkat ini hanya terbuka dengan kata sandi Anda.'
	}
};

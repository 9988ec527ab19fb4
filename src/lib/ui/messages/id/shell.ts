/** What stands around every page, before a sign-in too: banners, faults, help. */
export const shell = {
	app: 'E-Kinerja',
	documentTitle: (page: string) => `${page} · E-Kinerja`,
	opening: 'Membuka catatan Anda…',
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

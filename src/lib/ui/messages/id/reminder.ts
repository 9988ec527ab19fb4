/** The notification about workdays that are still empty, and the choice whether it comes. */
export const reminder = {
	title: 'Pengingat',
	why: 'Saat batas mencatat tinggal hari ini atau besok dan hari kerjanya masih kosong, perangkat ini mengingatkan Anda, paling banyak sekali sehari.',
	privacy: 'Di layar terkunci hanya tampak: “Ada hari kerja yang belum diisi”.',
	whenClosed:
		'Biasanya datang juga saat aplikasi tertutup; kapan tepatnya ditentukan peramban. Bila tidak, datang saat aplikasi dibuka.',
	whenOpened: 'Di peramban ini pengingat baru datang saat aplikasi dibuka.',
	choice: 'Ingatkan saya tentang hari kerja yang kosong',
	asks: 'Saat dinyalakan, peramban bertanya apakah aplikasi boleh memberi tahu. Pilih “Izinkan”.',
	on: 'Pengingat menyala di perangkat ini',
	off: 'Pengingat mati di perangkat ini',
	notAllowed: 'Peramban belum mengizinkan. Nyalakan lagi, lalu pilih “Izinkan”.',
	blocked: 'Peramban memblokir pemberitahuan dari aplikasi ini',
	unblock:
		'Buka setelan peramban untuk alamat ini (gambar gembok atau garis di samping alamat), pilih Pemberitahuan, lalu Izinkan. Setelah itu buka halaman ini lagi.',
	unsupported: 'Peramban ini tidak bisa memberi pengingat.',
	unsupportedApple: 'Di iPhone dan iPad, pasang dulu aplikasi ke Layar Utama dan buka dari sana.',
	fallback: 'Hari yang kosong tetap tampak di halaman Hari ini.',
	notKept: 'Pilihan ini tidak bisa disimpan karena ruang perangkat penuh.',
	notification: 'Ada hari kerja yang belum diisi'
};

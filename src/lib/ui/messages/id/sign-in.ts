import { when } from './when.ts';

export const signIn = {
	title: 'Masuk',
	lead: 'Catat pekerjaan Anda, juga tanpa sinyal.',
	nip: 'NIP',
	nipHint: '18 angka. Boleh memakai spasi.',
	password: 'Kata sandi',
	passwordHint: 'Pertama kali masuk? Pakai kode awal dari admin OPD.',
	caseMatters: 'Huruf besar dan kecil dibedakan.',
	show: 'Lihat',
	hide: 'Tutup',
	showPassword: 'Lihat kata sandi',
	hidePassword: 'Sembunyikan kata sandi',
	submit: 'Masuk',
	busy: 'Sedang masuk…',
	known: 'Pernah masuk di perangkat ini',
	pick: (name: string) => `Masuk sebagai ${name}`,
	other: 'Orang lain',
	as: (name: string) => `Masuk sebagai ${name}`,
	offlineHint: 'Tanpa sinyal Anda tetap bisa masuk dengan kata sandi yang biasa.',
	nipWrong: (digits: number) =>
		digits === 0 ? 'Isi NIP Anda.' : `Harus 18 angka, terisi ${digits}.`,
	passwordMissing: 'Isi kata sandi Anda.',
	problemTitle: 'Belum bisa masuk',
	wrongCredentials: 'NIP atau kata sandi tidak cocok. Periksa huruf besar dan kecilnya.',
	wrongPassword: 'Kata sandi tidak cocok. Periksa huruf besar dan kecilnya.',
	offlineUnknown:
		'Perangkat ini belum mengenal Anda, jadi masuk pertama kali perlu sinyal. Cari sinyal sebentar, lalu coba lagi.',
	tooMany: (waitMs: number) =>
		`Terlalu banyak percobaan. Tunggu ${when.wait(waitMs)}, lalu coba lagi. Akun Anda tidak dikunci.`,
	serverBusy: (waitMs?: number) =>
		waitMs === undefined
			? 'Server sedang sibuk. Coba lagi sebentar lagi.'
			: `Server sedang sibuk. Coba lagi dalam ${when.wait(waitMs)}.`,
	noConnection: 'Server tidak terjangkau. Periksa sinyal atau data seluler, lalu coba lagi.',
	notOurs:
		'Jaringan ini belum membuka jalan ke server. Bila memakai Wi-Fi umum, buka halaman masuknya dulu.',
	screensNotKept:
		'Sinyal terputus sebelum aplikasi selesai disimpan di perangkat ini. Cari sinyal sebentar, lalu coba lagi.',
	disabled: 'Akun ini tidak aktif. Hubungi admin OPD Anda.',
	outdated: 'Aplikasi ini perlu diperbarui. Muat ulang halaman saat ada sinyal.',
	failed: 'Server tidak bisa memproses. Coba lagi; bila berulang, hubungi admin OPD.',
	help: 'Bantuan, lupa kata sandi',
	change: {
		title: 'Buat kata sandi Anda',
		lead: 'Kode awal hanya untuk masuk pertama kali.',
		rules:
			'Paling sedikit 8 huruf atau angka, misalnya empat kata yang tidak berhubungan. Jangan NIP, nama atau tanggal lahir.',
		next: 'Kata sandi baru',
		again: 'Ulangi kata sandi baru',
		current: 'Kode awal',
		submit: 'Simpan dan mulai',
		busy: 'Menyimpan…',
		tooShort: (characters: number) => `Paling sedikit 8 huruf atau angka. Baru ${characters}.`,
		different: 'Kedua isian tidak sama.',
		sameAsCode: 'Kata sandi baru harus berbeda dari kode awal.',
		containsNip: 'Jangan memakai NIP Anda.',
		problemTitle: 'Kata sandi belum diganti',
		refused:
			'Kata sandi ini mudah ditebak. Pilih yang lain, misalnya empat kata: sawah kerbau pagi kopi.',
		needsSignal: 'Mengganti kata sandi perlu sinyal. Coba lagi saat ada sinyal.',
		signedOut: 'Sesi Anda berakhir. Masuk lagi, lalu ganti kata sandi.',
		later: 'Kembali'
	}
};

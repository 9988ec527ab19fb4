/** One page of help for each screen, and the questions people ask. */
import { belowPages, type TopicBelow } from './help-below.ts';
import { type HelpPage, type Question } from './help-page.ts';

export type HelpTopic =
	| TopicBelow
	| 'hari-ini'
	| 'catat'
	| 'perhatian'
	| 'tim'
	| 'pengiriman'
	| 'riwayat'
	| 'pengaturan'
	| 'masuk';

export const pages: Record<HelpTopic, HelpPage> = {
	...belowPages,
	'hari-ini': {
		title: 'Hari ini',
		picture:
			'Tombol besar Catat kegiatan, di bawahnya kartu satu kegiatan yang menunggu diperiksa.',
		see: [
			'Menit kerja yang sudah tercatat hari ini, dan berapa lagi yang kurang.',
			'Setiap kegiatan dengan keadaannya: belum terkirim, menunggu diperiksa, dikembalikan, atau disetujui.',
			'Nama atasan yang memeriksa.'
		],
		act: [
			'Tekan Catat kegiatan untuk menambah.',
			'Tekan panah di samping tanggal untuk melihat hari lain.',
			'Tekan sebuah kegiatan untuk membuka, mengubah, atau menariknya.'
		],
		whatIf: [
			{
				ask: 'Nama atasan keliru atau kosong?',
				answer: 'Tetap catat seperti biasa. Minta admin OPD memperbaiki data atasan Anda.'
			},
			{
				ask: 'Tanggalnya bukan hari ini?',
				answer: 'Tekan Kembali ke hari ini. Bila jam HP keliru, betulkan jam HP lebih dulu.'
			}
		]
	},
	catat: {
		title: 'Catat',
		picture: 'Isian kegiatan, jam mulai dan jam selesai, lalu tombol Simpan.',
		see: [
			'Isian untuk satu kegiatan. Yang wajib hanya sedikit; sisanya boleh dikosongkan.',
			'Kegiatan yang baru saja Anda pakai dan daftar kegiatan jabatan Anda.'
		],
		act: [
			'Pilih kegiatan, atau tulis dengan kata-kata sendiri.',
			'Periksa jam mulai dan jam selesai.',
			'Tekan Simpan satu kali. Kegiatan tersimpan di perangkat ini dan terkirim sendiri.'
		],
		whatIf: [
			{
				ask: 'Tidak ada sinyal?',
				answer: 'Simpan saja. Kegiatan terkirim sendiri begitu ada sinyal. Jangan dicatat dua kali.'
			},
			{
				ask: 'Tanggalnya salah setelah disimpan?',
				answer:
					'Buka kegiatannya, tekan Tarik kembali, lalu catat lagi pada tanggal yang benar. Tanggal tidak bisa diganti.'
			},
			{
				ask: 'Pekerjaan yang sama dikerjakan lagi?',
				answer:
					'Buka kegiatan yang lama, lalu tekan Salin untuk hari ini. Untuk hari-hari yang lalu, tekan Salin ke beberapa hari.'
			},
			{
				ask: 'Muncul “Waktu mencatat belum bisa dibuktikan”?',
				answer:
					'Jam perangkat berubah atau perangkat lama tidak tersambung. Betulkan jamnya dan sambungkan ke internet. Kegiatan tetap boleh disimpan.'
			},
			{
				ask: 'Terlambat mencatat?',
				answer:
					'Pilih Lainnya. Hari yang batasnya sudah lewat tidak bisa dipilih; bicarakan dengan atasan atau admin OPD.'
			},
			{
				ask: 'Belum selesai menulis?',
				answer: 'Tutup saja. Draf tersimpan sendiri dan ada lagi saat Anda membuka Catat.'
			}
		]
	},
	perhatian: {
		title: 'Perlu perhatian',
		picture: 'Kartu kegiatan yang dikembalikan, dengan tombol Perbaiki.',
		see: [
			'Kegiatan yang dikembalikan atasan, beserta alasannya.',
			'Catatan yang ditolak server, beserta sebabnya dan pilihan Anda.',
			'Yang paling atas, di bawah Kerjakan dulu, adalah yang paling mendesak.'
		],
		act: [
			'Baca alasannya.',
			'Tekan Perbaiki, betulkan isinya, lalu tekan Simpan.',
			'Perhatikan tanggal batasnya, agar tetap dihitung tepat waktu.'
		],
		whatIf: [
			{
				ask: 'Batas perbaikan sudah lewat?',
				answer: 'Tetap kirim perbaikannya. Kegiatan dihitung bila atasan membenarkan.'
			},
			{
				ask: 'Ada dua isi yang berbeda?',
				answer:
					'Kegiatan itu diubah di dua tempat. Bandingkan, lalu pilih Pakai punya saya atau Pakai yang di server.'
			}
		]
	},
	tim: {
		title: 'Tim',
		picture: 'Kegiatan seorang pegawai dengan tombol Setujui dan Kembalikan.',
		see: [
			'Kegiatan bawahan yang menunggu Anda periksa, yang paling lama di atas, menurut orang, hari, atau lama menunggu.',
			'Siapa sudah mencatat: satu minggu per orang. Tekan sebuah angka untuk melihat hari itu.',
			'Keputusan Anda.'
		],
		act: [
			'Centang satu atau beberapa kegiatan, atau tekan Pilih semua, lalu tekan Setujui.',
			'Tekan Atur untuk mengelompokkan, atau untuk melihat satu orang, beberapa hari, atau yang bertanda saja. Pilih semua memilih semua yang cocok dengan saringan, juga yang belum Anda gulir.',
			'Tekan Buka untuk membaca seluruhnya. Setelah memutuskan di sana, Periksa berikutnya membuka kegiatan berikutnya.',
			'Bila kurang lengkap, tekan Kembalikan dan tulis apa yang harus dilengkapi.',
			'Tolak hanya bila kegiatan memang tidak boleh dihitung; tidak bisa diperbaiki lagi.'
		],
		whatIf: [
			{
				ask: 'Ingin lebih cepat?',
				answer:
					'Di HP, geser kartu ke kanan untuk menyetujui, ke kiri untuk mengembalikan. Di laptop, tekan ? untuk melihat daftar tombol cepat.'
			},
			{
				ask: 'Anda Plt atau Plh?',
				answer:
					'Kegiatan yang harus Anda periksa dalam jabatan itu ada di layar ini juga. Keputusan tercatat atas nama Anda sebagai Plt atau Plh.'
			},
			{
				ask: 'Ada tanda pada kegiatan?',
				answer:
					'Lihat dua kali: jamnya bertumpuk, mungkin tercatat dua kali, pada malam hari atau hari libur, lebih dari 8 jam, jauh dari norma, atau dicatat lama setelah dikerjakan. Tidak ada yang ditolak karenanya; Anda yang memutuskan.'
			},
			{
				ask: 'Salah memutuskan?',
				answer: 'Tekan Urungkan di layar ini, atau buka kegiatannya dari Keputusan Anda.'
			},
			{
				ask: 'Tidak ada sinyal?',
				answer: 'Putuskan saja. Keputusan tersimpan di perangkat ini dan terkirim sendiri.'
			},
			{
				ask: 'Ada orang yang bukan bawahan Anda?',
				answer: 'Jangan diputuskan. Minta admin OPD memeriksa data atasan.'
			}
		]
	},
	pengiriman: {
		title: 'Pengiriman',
		picture: 'Dua baris keadaan: satu kegiatan menunggu dikirim, lalu semua terkirim.',
		see: [
			'Apa yang masih menunggu di perangkat ini, dan apa yang sudah sampai di server beserta jamnya.',
			'Kapan terakhir terhubung, dan kapan dicoba lagi.',
			'Di bawah: bukti setiap catatan, riwayat sambungan, dan berkas untuk perangkat lain.'
		],
		act: [
			'Biasanya tidak perlu apa-apa: pengiriman berjalan sendiri.',
			'Tekan Kirim sekarang bila ingin mencoba saat ini juga.',
			'Perlu bukti? Tekan Bukti setiap catatan. Perlu bantuan petugas? Tekan Riwayat sambungan.'
		],
		whatIf: [
			{
				ask: 'Ada yang tersangkut?',
				answer:
					'Server menundanya atau tidak bisa membacanya; catatan lain tetap terkirim. Tekan Perbaiki bila ada, atau Coba lagi. Salin isinya sebelum menekan Buang.'
			},
			{
				ask: 'HP akan diganti, atau layarnya rusak?',
				answer:
					'Tekan Pindahkan catatan ke perangkat lain, lalu simpan yang belum terkirim sebagai berkas.'
			},
			{
				ask: 'Lama tidak terkirim?',
				answer:
					'Nyalakan data seluler atau Wi-Fi, lalu tekan Kirim sekarang. Pada Wi-Fi umum, buka dulu halaman masuknya.'
			},
			{
				ask: 'Diminta masuk lagi?',
				answer: 'Tekan Masuk lagi. Catatan yang menunggu tidak hilang dan ikut terkirim.'
			},
			{
				ask: 'Ruang perangkat penuh?',
				answer: 'Hapus foto atau video yang tidak perlu. Jangan hapus aplikasi ini atau datanya.'
			}
		]
	},
	riwayat: {
		title: 'Riwayat',
		picture: 'Kalender satu bulan: hari terisi bertanda centang, hari kosong bergaris putus.',
		see: [
			'Kalender satu bulan: hari yang terisi, yang belum lengkap, yang masih kosong, yang berisi kegiatan dikembalikan, dan hari libur.',
			'Semua kegiatan lama Anda, juga tanpa sinyal.'
		],
		act: [
			'Tekan sebuah hari untuk melihat kegiatannya.',
			'Tulis beberapa huruf untuk mencari kegiatan.',
			'Pakai saringan untuk melihat, misalnya, hanya yang disetujui.'
		],
		whatIf: [
			{
				ask: 'Ada hari kerja yang kosong?',
				answer: 'Tekan hari itu. Selama batasnya belum lewat, Anda masih bisa mencatat.'
			},
			{
				ask: 'Kegiatan lama tidak ada?',
				answer: 'Tunggu sampai Pengiriman menulis Semua terkirim; data lama ikut diambil saat itu.'
			}
		]
	},
	pengaturan: {
		title: 'Pengaturan',
		picture: 'Pilihan besar huruf, terang atau gelap, dan bahasa.',
		see: [
			'Besar huruf, tampilan terang atau gelap, dan bahasa.',
			'Nama atasan Anda, kata sandi, dan perangkat yang memakai akun Anda.'
		],
		act: [
			'Pilih huruf yang nyaman dibaca.',
			'Pasang aplikasi di layar utama HP; langkahnya ada di situ.',
			'Ganti kata sandi bila ada orang lain yang mengetahuinya.'
		],
		whatIf: [
			{
				ask: 'Ada perangkat yang tidak Anda kenal?',
				answer: 'Keluarkan perangkat itu, lalu ganti kata sandi Anda.'
			},
			{
				ask: 'Pilihan tidak bisa disimpan?',
				answer: 'Kata sandi dan perangkat perlu sinyal. Yang lain tersimpan juga tanpa sinyal.'
			}
		]
	},
	masuk: {
		title: 'Masuk',
		picture: 'Isian NIP dan kata sandi, lalu tombol Masuk.',
		see: ['Isian NIP (18 angka) dan kata sandi.', 'Nama orang yang pernah masuk di perangkat ini.'],
		act: [
			'Pertama kali: pakai kode awal dari admin OPD, lalu buat kata sandi sendiri.',
			'Berikutnya: pilih nama Anda dan isi kata sandi. Bisa juga tanpa sinyal.',
			'Ingin mencoba dulu? Tekan Latihan. Tidak perlu masuk.'
		],
		whatIf: [
			{
				ask: 'Kata sandi tidak cocok?',
				answer: 'Tekan Lihat, lalu periksa huruf besar dan kecilnya.'
			},
			{
				ask: 'Tidak ada sinyal saat pertama kali?',
				answer: 'Masuk pertama kali di sebuah perangkat perlu sinyal. Sesudah itu tidak.'
			},
			{
				ask: 'Memakai komputer bersama?',
				answer:
					'Tekan nama Anda di kanan atas, lalu Keluar. Catatan Anda tetap tersimpan dan terkunci.'
			}
		]
	}
};

export const questions: readonly Question[] = [
	{
		ask: 'Apakah sudah terkirim?',
		answer:
			'Lihat baris di bawah nama aplikasi. “Semua terkirim” berarti semua catatan Anda sudah sampai di server. Bila masih menunggu, catatan aman di perangkat ini dan terkirim sendiri.'
	},
	{
		ask: 'Saya salah tulis',
		answer:
			'Buka kegiatannya, lalu tekan Ubah. Itu bisa selama kegiatan menunggu diperiksa. Bila tanggalnya yang salah, tekan Tarik kembali dan catat lagi. Bila sudah disetujui, minta atasan mengurungkan keputusannya.'
	},
	{
		ask: 'HP saya rusak atau hilang',
		answer:
			'Masuk di HP atau komputer lain: semua yang sudah terkirim ada di sana. Yang belum terkirim hanya ada di HP lama. Bila HP itu masih bisa dibuka, simpan sebagai berkas di Pengiriman, Pindahkan catatan ke perangkat lain, lalu buka berkasnya di perangkat baru. Bila tidak, catat lagi selama batasnya belum lewat. Bila HP hilang, ganti kata sandi Anda.'
	},
	{
		ask: 'Atasan saya salah',
		answer:
			'Tetap catat seperti biasa. Minta admin OPD memperbaiki data atasan. Sesudah itu kegiatan yang menunggu pindah sendiri ke atasan yang benar.'
	},
	{
		ask: 'Lupa kata sandi',
		answer:
			'Minta kode awal baru kepada admin OPD. Masuk dengan kode itu, lalu buat kata sandi baru. Catatan di perangkat ini tidak hilang.'
	}
];

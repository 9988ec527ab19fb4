/** Help for what is opened from another screen. */
import { type HelpPage } from './help-page.ts';

export type TopicBelow =
	| 'kegiatan'
	| 'kegiatan-salin'
	| 'tim-hari'
	| 'pengiriman-bukti'
	| 'pengiriman-sambungan'
	| 'pengiriman-berkas';

export const belowPages: Record<TopicBelow, HelpPage> = {
	kegiatan: {
		title: 'Kegiatan',
		picture: 'Kartu satu kegiatan dengan tombol Ubah, Tarik kembali, dan Salin untuk hari ini.',
		see: [
			'Isi satu kegiatan dan keadaannya.',
			'Tanda terima: kapan dicatat dan kapan diterima server.',
			'Riwayat: siapa melakukan apa, dan apa yang berubah.'
		],
		act: [
			'Tekan Ubah selama kegiatan menunggu diperiksa. Bila dikembalikan, tekan Perbaiki.',
			'Tekan Tarik kembali bila kegiatan tidak boleh dihitung.',
			'Tekan Salin untuk hari ini atau Salin ke beberapa hari bila pekerjaannya sama.'
		],
		whatIf: [
			{
				ask: 'Tidak ada tombol Ubah?',
				answer:
					'Kegiatan sudah disetujui, ditolak, atau ditarik kembali. Bila ada yang keliru, bicarakan dengan atasan: keputusan bisa diurungkan.'
			},
			{
				ask: 'Tertulis Belum diterima server?',
				answer: 'Kegiatan aman di perangkat ini dan terkirim sendiri. Sebabnya ada di Pengiriman.'
			}
		]
	},
	'kegiatan-salin': {
		title: 'Salin ke beberapa hari',
		picture: 'Satu kegiatan, hari-hari yang bisa dipilih, lalu tombol Simpan.',
		see: [
			'Hari yang masih bisa dicatat, dan yang masih kosong.',
			'Tanda pada hari yang jamnya bertumpuk atau yang sudah berisi kegiatan mirip.'
		],
		act: [
			'Pilih hari-harinya, atau tekan Pilih hari kerja yang kosong.',
			'Periksa yang bertanda.',
			'Tekan Simpan satu kali. Setiap hari mendapat kegiatan sendiri dengan jam yang sama.'
		],
		whatIf: [
			{
				ask: 'Harinya tidak ada?',
				answer: 'Batas mencatat hari itu sudah lewat. Bicarakan dengan atasan atau admin OPD.'
			},
			{
				ask: 'Tautan bukti tidak ikut?',
				answer: 'Bukti berlaku untuk satu hari. Buka kegiatan barunya, lalu isi tautannya sendiri.'
			}
		]
	},
	'tim-hari': {
		title: 'Satu hari pegawai',
		picture: 'Dua kegiatan seorang pegawai pada satu hari: disetujui dan menunggu diperiksa.',
		see: [
			'Semua kegiatan seorang pegawai pada satu hari, beserta jumlah menitnya.',
			'Menit yang bertumpuk, bila ada.'
		],
		act: [
			'Tekan panah untuk melihat hari lain.',
			'Tekan sebuah kegiatan untuk membuka dan memutuskannya.',
			'Tekan Kembali ke Tim; layarnya masih seperti Anda tinggalkan.'
		],
		whatIf: [
			{
				ask: 'Orangnya tidak ada?',
				answer: 'Mungkin ia tidak lagi Anda periksa. Minta admin OPD memeriksa data atasan.'
			}
		]
	},
	'pengiriman-bukti': {
		title: 'Bukti setiap catatan',
		picture: 'Baris 3 dari 3 sampai di server, di bawahnya satu kegiatan.',
		see: [
			'Setiap perubahan 35 hari terakhir, per hari.',
			'Kapan Anda mencatatnya dan kapan server menerimanya.'
		],
		act: [
			'Tekan sebuah hari untuk membuka daftarnya.',
			'Tekan sebuah baris untuk membuka kegiatannya.'
		],
		whatIf: [
			{
				ask: 'Ada yang belum sampai?',
				answer: 'Catatan itu aman di perangkat ini dan terkirim sendiri.'
			},
			{
				ask: 'Catatan dari perangkat lain tidak ada?',
				answer: 'Di sini hanya yang dicatat di perangkat ini. Yang lain ada di Riwayat.'
			}
		]
	},
	'pengiriman-sambungan': {
		title: 'Riwayat sambungan',
		picture: 'Satu baris terkirim, satu baris tanpa sambungan, lalu tombol Bagikan.',
		see: ['Setiap kali aplikasi menghubungi server, dan hasilnya. Yang terbaru di atas.'],
		act: [
			'Cari baris yang gagal; sebabnya tertulis di situ.',
			'Tekan Bagikan ke petugas bantuan bila diminta. Isi catatan Anda tidak ikut dibagikan.'
		],
		whatIf: [
			{
				ask: 'Sering gagal?',
				answer:
					'Pindah ke tempat yang bersinyal atau ke jaringan lain. Catatan tetap aman di perangkat ini.'
			}
		]
	},
	'pengiriman-berkas': {
		title: 'Pindahkan catatan ke perangkat lain',
		picture: 'Tombol Simpan berkas di perangkat lama, tombol Pilih berkas di perangkat baru.',
		see: ['Berapa perubahan yang belum diterima server.', 'Tombol untuk membuka berkas.'],
		act: [
			'Di perangkat lama, tekan Simpan berkas.',
			'Pindahkan berkas itu ke perangkat baru, misalnya dengan kabel atau pesan kepada diri sendiri.',
			'Di perangkat baru, masuk dengan akun yang sama, lalu tekan Pilih berkas.'
		],
		whatIf: [
			{
				ask: 'Catatan jadi dua kali?',
				answer: 'Tidak. Server mengenali catatan yang sama dan menerimanya satu kali.'
			},
			{
				ask: 'Berkas tidak diambil?',
				answer: 'Sebabnya tertulis di layar. Simpan ulang berkasnya dari perangkat lama.'
			}
		]
	}
};

import { pages, questions } from './help-pages.ts';

/** Help inside the app: its pages, the first tour, and practice. */
export const help = {
	title: 'Bantuan',
	mark: 'Contoh',
	lead: 'Semua halaman bantuan bisa dibaca tanpa sinyal.',
	example: 'Mengonsep surat dinas',
	pages,
	questions,
	questionsTitle: 'Yang sering ditanyakan',
	screensTitle: 'Bantuan per layar',
	see: 'Yang Anda lihat',
	act: 'Yang Anda lakukan',
	whatIf: 'Bagaimana bila…',
	toScreen: (screen: string) => `Buka ${screen}`,
	all: 'Semua bantuan',
	toSignIn: 'Ke halaman Masuk',
	missing: 'Halaman bantuan ini tidak ada. Pilih salah satu di bawah.',
	tour: {
		title: 'Empat hal yang perlu diketahui',
		open: 'Lihat tur singkat',
		step: (step: number, all: number) => `Langkah ${step} dari ${all}`,
		next: 'Lanjut',
		back: 'Kembali',
		skip: 'Lewati',
		done: 'Selesai',
		steps: [
			{
				title: 'Catat, lalu Simpan',
				text: 'Tekan Catat kegiatan, pilih kegiatan dan jamnya, lalu tekan Simpan. Bisa juga tanpa sinyal.',
				picture: 'Tombol besar Catat kegiatan.'
			},
			{
				title: 'Sudah terkirim atau belum?',
				text: 'Baris di atas setiap layar selalu mengatakannya. Menunggu berarti aman di perangkat ini dan terkirim sendiri.',
				picture: 'Dua baris keadaan: satu kegiatan menunggu dikirim, lalu semua terkirim.'
			},
			{
				title: 'Yang dikembalikan',
				text: 'Bila atasan mengembalikan kegiatan, angka muncul pada Perlu perhatian. Di sana ada alasan dan tombol Perbaiki.',
				picture: 'Kartu kegiatan yang dikembalikan, dengan tombol Perbaiki.'
			},
			{
				title: 'Bantuan selalu dekat',
				text: 'Tanda tanya di bagian atas membuka bantuan untuk layar yang sedang Anda lihat. Ingin mencoba dulu? Pakai Latihan.',
				picture: 'Tombol tanda tanya Bantuan.'
			}
		]
	},
	practice: {
		title: 'Latihan',
		text: 'Cobalah dengan data karangan. Tidak ada yang dikirim, dan catatan Anda sendiri tidak tersentuh. Kegiatan pertama akan dikembalikan oleh atasan karangan, agar Anda bisa berlatih memperbaiki.',
		returnReason: 'Mohon lengkapi uraian: apa yang dikerjakan dan hasilnya. (Contoh)',
		isOn: 'Anda sedang berlatih. Catat satu kegiatan, tunggu sebentar, lalu buka Perlu perhatian.'
	}
};

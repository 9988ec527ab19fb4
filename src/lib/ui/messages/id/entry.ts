import { when } from './when.ts';

export const entry = {
	/** Beside a sum of minutes. */
	overlapped: (minutes: number) => `${when.number(minutes)} menit bertumpuk`,
	overlappedHint: 'Jam kegiatannya bertumpuk, jadi terhitung lebih dari sekali. Periksa jamnya.',
	title: 'Kegiatan',
	missingTitle: 'Kegiatan tidak ada di perangkat ini',
	missingText:
		'Mungkin sudah dihapus dari jangkauan Anda, atau belum terkirim dari perangkat lain.',
	of: (name: string) => `Kegiatan ${name}`,
	content: 'Isi',
	day: 'Tanggal',
	time: 'Jam',
	result: 'Hasil',
	quantityOf: (quantity: number, unit: string) => `${when.number(quantity)} ${unit}`,
	minutes: (minutes: number) => `${when.number(minutes)} menit`,
	/** Of a piece of work that counts for less than it lasted. */
	minutesOfClock: (minutes: number, clock: number) =>
		`${when.number(minutes)} menit efektif dari ${when.number(clock)}`,
	minutesShort: (minutes: number) => `${when.number(minutes)} menit`,
	openEvidence: 'Buka tautan bukti',
	waitingHere: 'Perubahan Anda tersimpan di perangkat ini, belum terkirim.',
	receiptTitle: 'Tanda terima',
	notReceived: 'Belum diterima server.',
	goingNow: 'Sedang dikirim ke server.',
	practiceReceipt:
		'Ini latihan: server di sini hanya tiruan, dan tidak ada yang benar-benar dikirim.',
	history: 'Riwayat',
	historyOf: (count: number) => `Riwayat (${count})`,
	version: (n: number) => `Versi ${n}`,
	before: 'Semula',
	after: 'Menjadi',
	empty: '(kosong)',
	reason: 'Alasan',
	asCapacity: (name: string, capacity: string) => `${name} sebagai ${capacity}`,
	confirmedTime: 'Waktu mencatat dibenarkan',
	overruled: 'Tidak berlaku: kalah oleh perubahan lain yang datang bersamaan',
	onlyHere: 'baru di perangkat ini, belum terkirim',
	edit: 'Ubah',
	correct: 'Perbaiki',
	continueChange: 'Lanjutkan perubahan',
	withdraw: 'Tarik kembali',
	withdrawTitle: 'Tarik kembali kegiatan ini?',
	withdrawText:
		'Kegiatan tidak dihitung lagi, dan ini tidak bisa dibatalkan. Isi dan riwayatnya tetap bisa dilihat.',
	withdrawn: 'Kegiatan ditarik kembali',
	decide: 'Putusan Anda',
	undoDecision: 'Urungkan keputusan',
	nextWaiting: (count: number) => `Periksa berikutnya (${count})`,
	deadline: (day: string) => `Perbaiki sampai ${when.shortDay(day)}.`
};

/** The device could not keep what was typed, and what to do now. */
import { type Explained } from './refusals.ts';

export const storage: Record<'storage-full' | 'storage-failed', Explained> = {
	'storage-full': {
		title: 'Ruang simpan perangkat penuh',
		why: 'Catatan ini belum tersimpan. Yang Anda ketik masih ada di layar ini.',
		now: 'Hapus foto atau video yang tidak perlu dari perangkat, lalu tekan Simpan lagi.'
	},
	'storage-failed': {
		title: 'Perangkat gagal menyimpan',
		why: 'Catatan ini belum tersimpan. Yang Anda ketik masih ada di layar ini.',
		now: 'Tekan Simpan lagi. Bila tetap gagal, tutup aplikasi, buka kembali, lalu coba lagi.'
	}
};

/** Why the rules say no, and what to do now, for a person who has never heard of a rule. */
import { type Zone } from '../../../domain/day.ts';
import { type EntryStatus } from '../../../domain/entry.ts';
import { type ContentRule } from '../../../domain/entry-content.ts';
import { type MutationKind } from '../../../domain/mutation.ts';
import { type Refusal, type RefusalType } from '../../../domain/refusal.ts';
import { when } from './when.ts';

export type Explained = {
	readonly title: string;
	readonly why: string;
	readonly now: string;
};

const rule: Record<ContentRule, string> = {
	'activity-missing': 'Pilih atau tulis kegiatan yang dikerjakan.',
	'end-before-start': 'Jam selesai harus sesudah jam mulai.',
	'longer-than-a-day': 'Satu kegiatan paling lama 24 jam. Bagi menjadi dua catatan.',
	'effective-exceeds-clock': 'Menit efektif tidak boleh lebih dari lama kegiatan.',
	'description-too-long': 'Uraian paling banyak 2.000 huruf. Pendekkan sedikit.',
	'evidence-not-a-link': 'Tautan bukti harus lengkap, mulai dengan https://'
};

const didWhat: Record<MutationKind, string> = {
	'entry.submit': 'mengubah kegiatan ini',
	'entry.withdraw': 'menarik kembali kegiatan ini',
	'review.approve': 'menyetujui kegiatan ini',
	'review.return': 'mengembalikan kegiatan ini',
	'review.reject': 'menolak kegiatan ini',
	'review.undo': 'mengurungkan keputusan atas kegiatan ini'
};

const standing: Record<EntryStatus, string> = {
	submitted: 'menunggu diperiksa',
	returned: 'sudah dikembalikan',
	approved: 'sudah disetujui',
	rejected: 'sudah ditolak',
	withdrawn: 'sudah ditarik kembali'
};

const isKind = (kind: string): kind is MutationKind => kind in didWhat;
const isStatus = (status: string): status is EntryStatus => status in standing;
const isRule = (name: string): name is ContentRule => name in rule;

const since = (byName: string | undefined, at: number | undefined, zone: Zone): string =>
	byName === undefined || at === undefined ? '' : ` (${byName}, ${when.moment(at, zone)})`;

type Explain<T extends RefusalType> = (
	refusal: Extract<Refusal, { type: T }>,
	zone: Zone
) => Explained;

const refusal: { [T in RefusalType]: Explain<T> } = {
	'not-allowed': ({ byName }) => ({
		title: 'Bukan wewenang Anda',
		why:
			byName === undefined
				? 'Kegiatan ini tidak berada di bawah Anda pada tanggal itu.'
				: `Keputusan ini dibuat ${byName}; hanya pembuatnya yang dapat mengurungkannya.`,
		now: 'Bila ini keliru, minta admin OPD memeriksa data atasan.'
	}),
	'version-moved': ({ byName, kind, at, status }, zone) => ({
		title: 'Sudah diubah lebih dulu',
		why: `${byName} ${isKind(kind) ? didWhat[kind] : 'mengubah kegiatan ini'} pada ${when.moment(at, zone)}. Sekarang ${standing[status]}.`,
		now: 'Bandingkan keduanya, lalu pilih yang dipakai.'
	}),
	'step-refused': ({ status, byName, at }, zone) => ({
		title: 'Tidak bisa dilakukan sekarang',
		why: isStatus(status)
			? `Kegiatan ini ${standing[status]}${since(byName, at, zone)}.`
			: 'Kegiatan ini tidak ada lagi di tempatnya.',
		now: 'Buka kegiatannya untuk melihat keadaan terakhir.'
	}),
	'window-closed': ({ date, closedAt }, zone) => ({
		title: 'Batas waktu mencatat sudah lewat',
		why: `Kegiatan ${when.fullDay(date)} hanya bisa dicatat sampai ${when.moment(closedAt - 1, zone)}.`,
		now: 'Bicarakan dengan atasan atau admin OPD. Catatan ini tetap tersimpan di perangkat.'
	}),
	'in-future': ({ endsAt }, zone) => ({
		title: 'Kegiatan belum selesai',
		why: `Jam selesainya ${when.moment(endsAt, zone)}, padahal saat itu belum tiba.`,
		now: 'Periksa tanggal dan jam selesai, atau catat setelah kegiatan selesai.'
	}),
	'content-refused': ({ broken }) => ({
		title: 'Isi belum benar',
		why: broken.map((item) => (isRule(item.rule) ? rule[item.rule] : item.field)).join(' '),
		now: 'Perbaiki isinya, lalu simpan lagi.'
	}),
	'document-missing': () => ({
		title: 'Kegiatan tidak ada di server',
		why: 'Server tidak memiliki kegiatan yang hendak diubah.',
		now: 'Kirim ulang catatannya. Bila berulang, tunjukkan layar ini kepada admin OPD.'
	}),
	malformed: ({ paths }) => ({
		title: 'Server tidak memahami catatan ini',
		why: `Bagian yang tidak terbaca: ${paths.join(', ') || 'tidak disebutkan'}.`,
		now: 'Perbarui aplikasi, lalu kirim ulang. Bila berulang, tunjukkan layar ini kepada admin OPD.'
	}),
	unexplained: () => ({
		title: 'Server menolak catatan ini',
		why: 'Alasannya belum dikenal oleh versi aplikasi di perangkat ini.',
		now: 'Perbarui aplikasi, lalu kirim ulang. Catatan ini tetap tersimpan di perangkat.'
	})
};

export const refusals = { rule, refusal };

/** States, kinds of change and how far something got, in words. */
import { type DerivedStatus } from '../../../domain/derived-status.ts';
import { type Timing } from '../../../domain/entry.ts';
import { type ContentField } from '../../../domain/entry-content.ts';
import { type MutationKind } from '../../../domain/mutation.ts';

const status: Record<DerivedStatus, string> = {
	submitted: 'Menunggu diperiksa',
	returned: 'Dikembalikan',
	approved: 'Disetujui',
	rejected: 'Ditolak',
	withdrawn: 'Ditarik kembali',
	expired: 'Lewat batas perbaikan',
	autoApproved: 'Disetujui otomatis'
};

/** The title of a change that waits, travels or was refused. */
const change: Record<MutationKind, string> = {
	'entry.submit': 'Catatan kegiatan',
	'entry.withdraw': 'Penarikan kegiatan',
	'review.approve': 'Persetujuan',
	'review.return': 'Pengembalian',
	'review.reject': 'Penolakan',
	'review.undo': 'Pembatalan keputusan'
};

/** One line of an entry's history. */
const event: Record<MutationKind, (who: string) => string> = {
	'entry.submit': (who) => `Diperbaiki oleh ${who}`,
	'entry.withdraw': (who) => `Ditarik kembali oleh ${who}`,
	'review.approve': (who) => `Disetujui oleh ${who}`,
	'review.return': (who) => `Dikembalikan oleh ${who}`,
	'review.reject': (who) => `Ditolak oleh ${who}`,
	'review.undo': (who) => `Keputusan diurungkan oleh ${who}`
};

const timing: Record<Timing, string> = {
	'on-time': 'Dicatat tepat waktu',
	late: 'Diperbaiki lewat batas waktu. Dihitung bila atasan membenarkan.',
	unproven: 'Waktu mencatat belum terbukti. Dihitung bila atasan membenarkan.'
};

const field: Record<ContentField, string> = {
	startMinute: 'Jam mulai',
	endMinute: 'Jam selesai',
	activity: 'Kegiatan',
	description: 'Uraian',
	quantity: 'Jumlah',
	unit: 'Satuan',
	effectiveMinutes: 'Menit efektif',
	target: 'Target yang dituju',
	evidence: 'Tautan bukti',
	note: 'Catatan tambahan'
};

export const statuses = {
	status,
	change,
	event,
	timing,
	field,
	/** The title of a change to what was recorded before. */
	correction: 'Perubahan kegiatan',
	firstEvent: (who: string) => `Dicatat oleh ${who}`,
	laterEvent: (who: string) => `Diubah oleh ${who}`,
	unsent: 'Belum terkirim',
	sending: 'Sedang dikirim',
	refused: 'Ditolak server'
};

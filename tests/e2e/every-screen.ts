/** The addresses of all screens, for what every screen owes everybody. */
import { type Entry, keyOf } from '#lib/domain/entry.ts';

/** Of a supervisor: his own `entry`, and one of his `team`. */
type Shown = { readonly entry: Entry; readonly team: Entry };

export function everyScreen({ entry, team }: Shown): readonly string[] {
	const activity = `/kegiatan/${encodeURIComponent(entry._id)}`;
	const { nip, date } = keyOf(team);
	return [
		'/',
		'/catat',
		'/tim',
		`/tim/hari?pegawai=${nip}&tanggal=${date}`,
		'/perhatian',
		'/pengiriman',
		'/pengiriman/bukti',
		'/pengiriman/sambungan',
		'/pengiriman/berkas',
		activity,
		`${activity}/salin`,
		'/riwayat',
		'/pengaturan',
		'/bantuan'
	];
}

/** What is said where there is nothing to show. */
export const NOTHING_THERE = ['/tim/hari', '/kegiatan/tidak-ada', '/kegiatan/tidak-ada/salin'];

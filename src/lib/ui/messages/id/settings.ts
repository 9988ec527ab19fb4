import { capacities } from './today.ts';
import { when } from './when.ts';

export const settings = {
	title: 'Pengaturan',
	lead: 'Bahasa, huruf, dan warna berlaku untuk perangkat ini saja.',
	notKept:
		'Pilihan ini tidak bisa disimpan karena ruang perangkat penuh. Hapus foto atau video yang tidak perlu, lalu pilih lagi.',
	changed: 'Pilihan disimpan di perangkat ini',

	looks: 'Tampilan',
	textSize: 'Ukuran huruf',
	textSizes: {
		normal: 'Biasa',
		large: 'Besar',
		larger: 'Sangat besar',
		largest: 'Paling besar (200 %)'
	},
	theme: 'Warna layar',
	themes: { device: 'Ikut perangkat', light: 'Terang', dark: 'Gelap' },

	install: 'Pasang aplikasi',
	installWhy:
		'Dengan ikon di layar utama, aplikasi terbuka lebih cepat dan catatan lebih aman di perangkat.',
	installed: 'Aplikasi sudah terpasang di perangkat ini.',
	installNow: 'Pasang sekarang',
	places: {
		android: 'HP Android',
		apple: 'iPhone atau iPad',
		desktop: 'Laptop atau komputer Windows'
	},
	steps: {
		android: [
			'Buka alamat ini dengan Chrome.',
			'Tekan tiga titik di kanan atas.',
			'Pilih “Tambahkan ke layar utama” atau “Instal aplikasi”.',
			'Tekan “Instal”. Ikon E-Kinerja muncul di layar utama.'
		],
		apple: [
			'Buka alamat ini dengan Safari.',
			'Tekan tombol Bagikan (kotak dengan panah ke atas).',
			'Geser ke bawah, pilih “Tambah ke Layar Utama”.',
			'Tekan “Tambah”. Lalu selalu buka dari ikon itu dan masuk sekali lagi di sana.'
		],
		desktop: [
			'Buka alamat ini dengan Chrome atau Edge.',
			'Tekan gambar layar dengan panah di ujung kanan baris alamat, atau tiga titik di kanan atas.',
			'Pilih “Instal E-Kinerja” atau “Aplikasi”, lalu “Instal situs ini sebagai aplikasi”.',
			'Tekan “Instal”. E-Kinerja muncul di menu Start.'
		]
	},

	data: 'Data Anda',
	name: 'Nama',
	position: 'Jabatan',
	unit: 'Unit kerja',
	supervisor: 'Atasan Anda',
	supervisorAs: (name: string, capacity: string) => `${name} (${capacity})`,
	since: (day: string) => `sejak ${when.fullDay(day)}`,
	unknown: 'Belum diatur',
	wrong: 'Data saya salah (misalnya atasan)',
	wrongHint: 'Kirim teks ini kepada admin OPD. Hanya admin yang bisa mengubah data ini.',
	share: 'Bagikan',
	copy: 'Salin teks',
	copied: 'Teks disalin. Tempelkan di pesan untuk admin OPD.',
	copyFailed: 'Teks tidak bisa disalin. Tekan lama teksnya, lalu pilih Salin.',

	devicesText:
		'Perangkat hilang, atau lupa keluar di komputer kantor? Keluarkan semua perangkat lain. Perangkat ini tetap masuk.',
	endOthers: 'Keluar dari perangkat lain',
	endOthersTitle: 'Keluar dari semua perangkat lain?',
	endOthersText:
		'Di sana Anda harus masuk lagi sebelum catatan bisa dikirim. Catatan yang belum terkirim di sana tidak hilang.',
	endedOthers: 'Semua perangkat lain sudah dikeluarkan',
	needsSignal: 'Ini perlu sinyal. Coba lagi saat ada sinyal.',
	signedOut: 'Sesi Anda berakhir. Masuk lagi, lalu coba lagi.',
	failed: 'Server belum bisa memproses. Coba lagi sebentar lagi.',

	password: 'Kata sandi',
	changePassword: 'Ganti kata sandi',
	passwordLead: 'Setelah diganti, perangkat lain harus masuk lagi dengan kata sandi baru.',
	currentPassword: 'Kata sandi sekarang',
	sameAsCurrent: 'Kata sandi baru harus berbeda dari yang sekarang.',
	savePassword: 'Simpan kata sandi',
	passwordChanged: 'Kata sandi sudah diganti'
};

type Kind = 'DEFINITIVE' | keyof typeof capacities;

type OwnData = {
	readonly name: string;
	readonly nip: string;
	readonly position: string | undefined;
	readonly unit: string | undefined;
	/** In which capacity where he only stands in; since when. */
	readonly supervisor:
		{ readonly name: string; readonly kind: Kind; readonly since: string | undefined } | undefined;
};

const UNKNOWN = 'belum diatur';

/** To an admin of the agency, who reads Indonesian whatever the writer reads. */
export function wrongDataText({ name, nip, position, unit, supervisor }: OwnData): string {
	return [
		'Kepada admin OPD,',
		'',
		'Mohon periksa data saya di E-Kinerja, karena ada yang keliru.',
		`Nama: ${name}`,
		`NIP: ${nip}`,
		`Jabatan: ${position ?? UNKNOWN}`,
		`Unit kerja: ${unit ?? UNKNOWN}`,
		`Atasan yang tercatat: ${supervisor ? supervisorText(supervisor) : UNKNOWN}`,
		'',
		'Yang benar: '
	].join('\n');
}

/** `Budi Contoh (Plt, sejak 1 Jul 2026)` */
function supervisorText({ name, kind, since }: NonNullable<OwnData['supervisor']>): string {
	const known = [
		...(kind === 'DEFINITIVE' ? [] : [capacities[kind]]),
		...(since === undefined ? [] : [`sejak ${when.fullDay(since)}`])
	];
	return known.length > 0 ? `${name} (${known.join(', ')})` : name;
}

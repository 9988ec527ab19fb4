import { type Doubt } from '../../../domain/judged-time.ts';
import { when } from './when.ts';

const CLOCK_DIFFERS = 'Jam perangkat ini tidak cocok dengan catatan sebelumnya.';

const why: Record<Doubt, (daysOffline: number) => string> = {
	'clock-jumped': () => 'Jam perangkat ini berubah sejak terakhir tersambung ke server.',
	'no-contact': () => 'Perangkat ini belum pernah tersambung ke server.',
	'long-offline': (days) => `Perangkat ini sudah ${days} hari tidak tersambung ke server.`,
	'before-what-was-known': () => CLOCK_DIFFERS,
	'after-receipt': () => CLOCK_DIFFERS
};

/** The time of what is about to be saved can't be proven: why, what follows, what helps. */
export const timeDoubt = {
	title: 'Waktu mencatat belum bisa dibuktikan',
	why,
	whileOpen: (lastDay: string) =>
		`Tetap boleh disimpan. Bila baru sampai di server sesudah ${when.shortDay(lastDay)}, atasan memeriksa waktunya.`,
	closed:
		'Batas waktunya sudah lewat. Tetap boleh disimpan; dihitung bila atasan membenarkan waktunya.',
	setClock: 'Bila bisa, betulkan jam perangkat dan sambungkan ke internet sebelum menyimpan.',
	goOnline: 'Bila bisa, sambungkan perangkat ke internet sebelum menyimpan.'
};

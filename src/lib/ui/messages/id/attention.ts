import { when } from './when.ts';

export const attention = {
	title: 'Perlu perhatian',
	lead: 'Yang menunggu tindakan Anda, yang paling mendesak lebih dulu.',
	empty: 'Tidak ada yang perlu ditangani.',
	emptyHint: 'Bila atasan mengembalikan kegiatan atau server menolak catatan, muncul di sini.',
	returned: 'Dikembalikan untuk diperbaiki',
	refused: 'Ditolak server',
	emptyDays: 'Hari yang belum diisi',
	overruled: 'Perubahan Anda tidak berlaku',
	returnedBy: (name: string, moment: string) => `Dikembalikan ${name}, ${moment}`,
	reasonFrom: (name: string) => `Alasan dari ${name}`,
	correct: 'Perbaiki',
	open: 'Buka kegiatan',
	first: 'Kerjakan dulu',
	later: 'Setelah itu',
	until: (lastDay: string, today: string) =>
		lastDay === today ? 'Paling lambat hari ini' : `Sampai ${when.weekdayAndDay(lastDay)}`,
	inputClosed: 'Batas mencatat untuk hari itu sudah lewat.',
	deadlinePassed:
		'Waktu perbaikan sudah habis, tetapi masih bisa dikirim. Atasan yang memutuskan dihitung atau tidak.',
	recordedAt: (moment: string) => `Anda lakukan ${moment}`,
	todo: 'Yang bisa dilakukan:',
	retry: 'Kirim ulang',
	letGo: 'Biarkan',
	letGoTitle: 'Biarkan penolakan ini?',
	letGoText: 'Perubahan yang ditolak dihapus dari perangkat ini. Keadaan di server tidak berubah.',
	letGoNewText:
		'Catatan ini belum pernah ada di server. Bila dibiarkan, isinya dihapus dari perangkat ini.',
	letGoDone: 'Penolakan ditutup',
	useAgain: 'Catat ulang dengan isi ini',
	useAgainTitle: 'Ganti draf yang ada?',
	useAgainText: 'Draf yang belum disimpan di layar Catat akan diganti dengan isi ini.',
	conflictLead: 'Pilih yang dipakai.',
	mine: 'Punya saya',
	theirs: 'Yang di server',
	seen: 'Yang Anda lihat',
	keepMine: 'Pakai punya saya',
	takeTheirs: 'Pakai yang di server',
	keptMine: 'Punya Anda disimpan dan akan dikirim',
	tookTheirs: 'Yang di server dipakai',
	noDifference: 'Isi keduanya sama.',
	myDecision: 'Keputusan saya',
	serverState: 'Keadaan di server',
	overruledText: (byName: string, moment: string) =>
		`Pada saat hampir bersamaan ${byName} juga mengubah kegiatan ini (${moment}). Perubahannya yang berlaku.`,
	overruledNow: 'Buka kegiatannya. Bila perlu, lakukan lagi.'
};

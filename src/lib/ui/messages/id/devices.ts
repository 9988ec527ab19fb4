import { when } from './when.ts';

const browsers = {
	chrome: 'Chrome',
	edge: 'Edge',
	firefox: 'Firefox',
	opera: 'Opera',
	safari: 'Safari',
	samsung: 'Samsung Internet',
	other: 'Peramban lain'
};

const systems = {
	android: 'Android',
	chromeos: 'Chromebook',
	ios: 'iPhone atau iPad',
	linux: 'Linux',
	mac: 'Mac',
	windows: 'Windows',
	other: undefined
};

type Kind = {
	readonly browser: keyof typeof browsers;
	readonly system: keyof typeof systems;
};

/** Where a person is signed in, and signing out there. */
export const devices = {
	title: 'Perangkat Anda',
	lead: 'Di sini Anda sedang masuk. Bila ada yang tidak Anda kenal, keluarkan, lalu ganti kata sandi.',
	list: 'Perangkat yang sedang masuk',
	loading: 'Mengambil daftar perangkat…',
	offline: 'Daftar perangkat perlu sinyal. Bagian lain di halaman ini tetap bisa dipakai.',
	again: 'Coba lagi',
	kind: ({ browser, system }: Kind) => {
		const place = systems[system];
		if (place !== undefined) return `${browsers[browser]} di ${place}`;
		return browser === 'other' ? 'Perangkat tidak dikenal' : browsers[browser];
	},
	isThis: 'Perangkat ini',
	signedInOn: (day: string) => `Masuk ${when.fullDay(day)}`,
	seenOn: (day: string, today: string) =>
		day === today ? 'dipakai hari ini' : `terakhir dipakai ${when.fullDay(day)}`,
	end: 'Keluarkan',
	endTitle: (device: string) => `Keluarkan ${device}?`,
	ended: (device: string) => `${device} sudah dikeluarkan`,
	noOthers: 'Anda tidak masuk di perangkat lain.'
};

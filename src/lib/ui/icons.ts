/** One path per icon, drawn with a 2 px line in a 24 px square. */
export const ICONS = {
	alert: 'M12 4 2.8 20h18.4ZM12 10v4.5M12 17.4v.1',
	back: 'M15 5l-7 7 7 7',
	calendar: 'M4 6h16v14H4ZM4 10.5h16M8 3v4M16 3v4',
	check: 'M4.5 12.5l5 5 10-11',
	clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7.5V12l3.2 2',
	close: 'M6 6l12 12M18 6 6 18',
	cross: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM9 9l6 6M15 9l-6 6',
	device: 'M7 3h10v18H7ZM11 18h2',
	done: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM8 12.3l2.8 2.8L16 9.3',
	down: 'M5 9l7 7 7-7',
	edit: 'M4 20h4L19.5 8.5l-4-4L4 16ZM13.5 6.5l4 4',
	eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z',
	history: 'M4 4v5h5M4.5 9A8.5 8.5 0 1 1 3.6 13M12 8v4.5l3 1.8',
	info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 11v5M12 7.6v.1',
	link: 'M10 14a4 4 0 0 0 5.7 0l3.4-3.4a4 4 0 0 0-5.7-5.7L12 6.3M14 10a4 4 0 0 0-5.7 0l-3.4 3.4a4 4 0 0 0 5.7 5.7l1.4-1.4',
	lock: 'M6 11h12v9H6ZM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
	minus: 'M5 12h14',
	next: 'M9 5l7 7-7 7',
	noSignal:
		'M3 3l18 18M5 12.5a10 10 0 0 1 4-2.4M2 9a15 15 0 0 1 4.6-2.9M12 19.4v.1M8.6 16a5 5 0 0 1 5.2-1.1M11 5a15 15 0 0 1 11 4M16 10.8a10 10 0 0 1 3 1.7',
	people:
		'M9 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM2.5 20a6.5 6.5 0 0 1 13 0M16 4.8a3.5 3.5 0 0 1 0 6.4M18 14.2a6.5 6.5 0 0 1 3.5 5.8',
	person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4.5 20.5a7.5 7.5 0 0 1 15 0',
	plus: 'M12 5v14M5 12h14',
	returned: 'M9 6 4 11l5 5M4 11h10a6 6 0 0 1 6 6v2',
	send: 'M21 3 10 14M21 3l-7 18-4-7-7-4Z',
	signOut: 'M14 4h5v16h-5M4 12h10M10 8l4 4-4 4',
	sync: 'M4.5 11a8 8 0 0 1 14-4L21 9.5M21 4v5.5h-5.5M19.5 13a8 8 0 0 1-14 4L3 14.5M3 20v-5.5h5.5',
	today: 'M4 6h16v14H4ZM4 10.5h16M8 3v4M16 3v4M8.5 15l2.5 2.5 4.5-4.5',
	undo: 'M8 5 3.5 9.5 8 14M3.5 9.5H14a6 6 0 0 1 0 12h-3',
	withdrawn: 'M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13M12 11v5'
} as const;

export type IconName = keyof typeof ICONS;

import { type shell as idShell } from '../id/shell.ts';

/** What stands around every page, before a sign-in too: banners, faults, help. */
export const shell: typeof idShell = {
	app: 'E-Kinerja',
	documentTitle: (page) => `${page} · E-Kinerja`,
	opening: 'Opening your records…',
	help: 'Help',
	practice: {
		banner: 'PRACTICE — nothing is sent',
		end: 'End practice',
		begin: 'Practice',
		beginning: 'Getting practice ready…',
		hint: 'Try it first with invented data. No sign-in needed, nothing is sent.'
	},
	close: 'Close',
	cancel: 'Cancel',
	optional: 'optional',
	back: 'Back',
	language: {
		title: 'Language',
		needsSignal:
			'This language is not on this device yet. Find a signal for a moment, then try again.'
	},
	update: {
		ready: 'A new version is ready.',
		apply: 'Update',
		hint: 'What you are typing is kept.'
	},
	insecure:
		"This address does not use https, so the app can't be opened without a signal. Ask your administrator for the https address.",
	outdatedTab: {
		text: 'The app was updated in another window. What you typed is saved.',
		reload: 'Reload'
	},
	fault: {
		title: 'Something went wrong',
		text: 'This page could not be shown. Your records are still saved on this device.',
		retry: 'Try again',
		home: 'To Today',
		detail: 'Details for the admin',
		notFoundTitle: 'No such page',
		notFoundText: 'This address is unknown. Perhaps the link has changed.'
	}
};

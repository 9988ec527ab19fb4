import { type shell as idShell } from '../id/shell.ts';
import { counted } from './counted.ts';

/** What stands around every page: names of places, menus, banners, faults. */
export const shell: typeof idShell = {
	app: 'E-Kinerja',
	documentTitle: (page) => `${page} · E-Kinerja`,
	skip: 'Skip to the content',
	navigation: 'Main menu',
	opening: 'Opening your records…',
	nav: {
		today: 'Today',
		record: 'Record',
		team: 'Team',
		attention: 'Attention',
		delivery: 'Delivery',
		history: 'History'
	},
	navCount: (count) => `${count} to deal with`,
	moreAttention: (count) => `There is news: ${count} to deal with`,
	deliveryLabel: 'Delivery',
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
	account: {
		open: (name) => `Account of ${name}`,
		title: 'Account',
		nip: 'NIP',
		settings: 'Settings',
		signOut: 'Sign out',
		signingOut: 'Signing out…',
		allSent: 'All records have been sent. It is safe to sign out.',
		unsent: (what) =>
			`Not sent yet: ${what}. It stays on this device and is sent when you sign in here again.`,
		drafts: (count) => `${counted(count, 'unsaved draft')} will be kept too.`,
		refused: (count) => `${count} refused by the server, still waiting for you.`,
		locks: 'After you sign out, only your password opens your records on this device.',
		reviewer: 'Your supervisor'
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
	signInNeeded: {
		text: 'Your session has ended. You can still record.',
		action: 'Sign in again'
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

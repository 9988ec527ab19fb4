import { type signIn as idSignIn } from '../id/sign-in.ts';
import { when } from './when.ts';

export const signIn: typeof idSignIn = {
	title: 'Sign in',
	lead: 'Record your work, also without a signal.',
	nip: 'NIP',
	nipHint: '18 digits. Spaces are fine.',
	password: 'Password',
	passwordHint: "First time here? Use the start code from your agency's admin.",
	caseMatters: 'Capital and small letters differ.',
	show: 'Show',
	hide: 'Hide',
	showPassword: 'Show the password',
	hidePassword: 'Hide the password',
	submit: 'Sign in',
	busy: 'Signing in…',
	known: 'Signed in on this device before',
	pick: (name) => `Sign in as ${name}`,
	other: 'Somebody else',
	as: (name) => `Sign in as ${name}`,
	offlineHint: 'Without a signal you can still sign in with your usual password.',
	nipWrong: (digits) =>
		digits === 0 ? 'Fill in your NIP.' : `It must be 18 digits, not ${digits}.`,
	passwordMissing: 'Fill in your password.',
	problemTitle: "You can't sign in yet",
	wrongCredentials: 'NIP or password is wrong. Check capital and small letters.',
	wrongPassword: 'The password is wrong. Check capital and small letters.',
	offlineUnknown:
		"This device doesn't know you yet, so the first sign-in needs a signal. Find a signal for a moment, then try again.",
	tooMany: (waitMs) =>
		`Too many attempts. Wait ${when.wait(waitMs)}, then try again. Your account is not locked.`,
	serverBusy: (waitMs) =>
		waitMs === undefined
			? 'The server is busy. Try again in a moment.'
			: `The server is busy. Try again in ${when.wait(waitMs)}.`,
	noConnection: "The server can't be reached. Check the signal or mobile data, then try again.",
	notOurs:
		'This network has not opened the way to the server yet. On public Wi-Fi, open its sign-in page first.',
	screensNotKept:
		'The signal was cut before the app was completely saved on this device. Find a signal for a moment, then try again.',
	disabled: "This account is not active. Ask your agency's admin.",
	outdated: 'This app must be updated. Reload the page when there is a signal.',
	failed: "The server could not do it. Try again; if it keeps happening, ask your agency's admin.",
	help: 'Help, forgotten password',
	change: {
		title: 'Choose your password',
		lead: 'The start code is for the first sign-in only.',
		rules:
			'At least 8 letters or digits, for instance four unrelated words. Not your NIP, name or date of birth.',
		next: 'New password',
		again: 'Repeat the new password',
		current: 'Start code',
		submit: 'Save and begin',
		busy: 'Saving…',
		tooShort: (characters) => `At least 8 letters or digits. So far ${characters}.`,
		different: 'The two are not the same.',
		sameAsCode: 'The new password must differ from the start code.',
		containsNip: "Don't use your NIP.",
		problemTitle: 'The password is not changed yet',
		refused:
			'This password is easy to guess. Choose another one, for instance four words: field coffee morning goat.',
		needsSignal: 'Changing the password needs a signal. Try again when there is one.',
		signedOut: 'Your session has ended. Sign in again, then change the password.',
		later: 'Back'
	}
};

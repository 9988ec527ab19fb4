import { type settings as idSettings } from '../id/settings.ts';
import { when } from './when.ts';

export const settings: typeof idSettings = {
	title: 'Settings',
	lead: 'Language, text and colours count for this device only.',
	notKept:
		"This choice can't be kept because the device is full. Delete photos or videos you don't need, then choose again.",
	changed: 'Choice kept on this device',

	looks: 'Looks',
	textSize: 'Text size',
	textSizes: {
		normal: 'Normal',
		large: 'Large',
		larger: 'Very large',
		largest: 'Largest (200 %)'
	},
	theme: 'Screen colours',
	themes: { device: 'Like the device', light: 'Light', dark: 'Dark' },

	install: 'Install the app',
	installWhy:
		'With an icon on the home screen the app opens faster and records are safer on the device.',
	installed: 'The app is installed on this device.',
	installNow: 'Install now',
	places: {
		android: 'Android phone',
		apple: 'iPhone or iPad',
		desktop: 'Laptop or Windows computer'
	},
	steps: {
		android: [
			'Open this address in Chrome.',
			'Press the three dots at the top right.',
			'Choose “Add to Home screen” or “Install app”.',
			'Press “Install”. The E-Kinerja icon appears on the home screen.'
		],
		apple: [
			'Open this address in Safari.',
			'Press the Share button (a square with an arrow up).',
			'Scroll down and choose “Add to Home Screen”.',
			'Press “Add”. From then on open it from that icon, and sign in there once more.'
		],
		desktop: [
			'Open this address in Chrome or Edge.',
			'Press the screen with an arrow at the right end of the address bar, or the three dots at the top right.',
			'Choose “Install E-Kinerja”, or “Apps”, then “Install this site as an app”.',
			'Press “Install”. E-Kinerja appears in the Start menu.'
		]
	},

	data: 'Your data',
	name: 'Name',
	position: 'Position',
	unit: 'Unit',
	supervisor: 'Your supervisor',
	supervisorAs: (name, capacity) => `${name} (${capacity})`,
	since: (day) => `since ${when.fullDay(day)}`,
	unknown: 'Not set yet',
	wrong: 'My data is wrong (the supervisor, for example)',
	wrongHint: "Send this text to your agency's admin. Only the admin can change this data.",
	share: 'Share',
	copy: 'Copy the text',
	copied: "Text copied. Paste it in a message to your agency's admin.",
	copyFailed: "The text can't be copied. Press it for a while, then choose Copy.",

	devicesText:
		'Lost a device, or forgot to sign out at an office computer? Sign out all others. This device stays signed in.',
	endOthers: 'Sign out other devices',
	endOthersTitle: 'Sign out all other devices?',
	endOthersText:
		'There you must sign in again before records can be sent. Records not sent there are not lost.',
	endedOthers: 'All other devices are signed out',
	needsSignal: 'This needs a signal. Try again when there is one.',
	signedOut: 'Your session has ended. Sign in again, then try once more.',
	failed: 'The server could not do it yet. Try again in a moment.',

	password: 'Password',
	changePassword: 'Change the password',
	passwordLead: 'After that, other devices must sign in again with the new password.',
	currentPassword: 'Current password',
	sameAsCurrent: 'The new password must differ from the current one.',
	savePassword: 'Save the password',
	passwordChanged: 'Password changed'
};

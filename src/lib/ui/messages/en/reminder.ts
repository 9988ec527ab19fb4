import { type reminder as idReminder } from '../id/reminder.ts';

export const reminder: typeof idReminder = {
	title: 'Reminder',
	why: 'When a workday is still empty and can be recorded only until today or tomorrow, this device reminds you, at most once a day.',
	privacy: 'A locked screen shows no more than: “A workday is still empty”.',
	whenClosed:
		'It usually comes while the app is closed, too; the browser decides when. If not, it comes when the app is opened.',
	whenOpened: 'In this browser the reminder comes only when the app is opened.',
	choice: 'Remind me of empty workdays',
	asks: 'When you switch it on, the browser asks whether the app may notify you. Choose “Allow”.',
	on: 'The reminder is on for this device',
	off: 'The reminder is off for this device',
	notAllowed: 'The browser has not allowed it. Switch it on again, then choose “Allow”.',
	blocked: 'The browser blocks notifications from this app',
	unblock:
		'Open the browser’s settings for this address (the lock or lines beside the address), choose Notifications, then Allow. After that, open this page again.',
	unsupported: 'This browser can’t remind you.',
	unsupportedApple: 'On an iPhone or iPad, add the app to the Home Screen first and open it there.',
	fallback: 'Empty days are still shown on the page Today.',
	notKept: "This choice can't be kept because the device is full.",
	notification: 'A workday is still empty'
};

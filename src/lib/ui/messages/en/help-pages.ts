import { type HelpPage, type Question } from '../id/help-page.ts';
import { type HelpTopic } from '../id/help-pages.ts';
import { belowPages } from './help-below.ts';

export const pages: Record<HelpTopic, HelpPage> = {
	...belowPages,
	'hari-ini': {
		title: 'Today',
		picture: 'The large button Record an activity, below it a card of one activity to be reviewed.',
		see: [
			'The minutes of work recorded today, and how many are still missing.',
			'Every activity with its state: not sent, to be reviewed, returned, or approved.',
			'The name of the supervisor who reviews.'
		],
		act: [
			'Tap Record an activity to add one.',
			'Tap the arrow beside the date to see another day.',
			'Tap an activity to open, edit or withdraw it.'
		],
		whatIf: [
			{
				ask: 'The supervisor is wrong or missing?',
				answer: "Record as usual. Ask your agency's admin to correct who your supervisor is."
			},
			{
				ask: 'The date is not today?',
				answer: 'Tap Back to today. If the clock of your phone is wrong, set it right first.'
			}
		]
	},
	catat: {
		title: 'Record',
		picture: 'Fields for the activity, its start and its end, then the button Save.',
		see: [
			'The fields of one activity. Few are required; leave the others empty.',
			'Activities you used lately, and the list of your position.'
		],
		act: [
			'Choose an activity, or describe it in your own words.',
			'Check when it began and ended.',
			'Tap Save once. It is saved on this device and sent by itself.'
		],
		whatIf: [
			{
				ask: 'No signal?',
				answer: 'Just save. It is sent as soon as there is a signal. Do not record it twice.'
			},
			{
				ask: 'The wrong date, and it is saved?',
				answer:
					'Open the activity, tap Withdraw, and record it again on the right date. A date cannot be changed.'
			},
			{
				ask: 'The same work once more?',
				answer:
					'Open the earlier activity and tap Copy to today. For days that have passed, tap Copy to several days.'
			},
			{
				ask: "It says “The time of recording can't be proven yet”?",
				answer:
					"The device's clock has changed, or it was offline for long. Set the clock right and go online. You may save all the same."
			},
			{
				ask: 'Late with recording?',
				answer:
					"Choose Other. Days that are closed can't be chosen; talk to your supervisor or your agency's admin."
			},
			{
				ask: 'Not done with writing?',
				answer: 'Just close it. The draft is kept and is there when you open Record again.'
			}
		]
	},
	perhatian: {
		title: 'Attention',
		picture: 'The card of a returned activity, with the button Correct it.',
		see: [
			'Activities your supervisor returned, and why.',
			'Records the server refused, why, and what you can choose.',
			'What is on top, under Do this first, is the most urgent.'
		],
		act: [
			'Read the reason.',
			'Tap Correct it, mend the content, then tap Save.',
			'Mind the last day, so that it still counts as on time.'
		],
		whatIf: [
			{
				ask: 'The last day has passed?',
				answer: 'Send the correction all the same. It counts if your supervisor confirms it.'
			},
			{
				ask: 'There are two versions?',
				answer:
					'The activity was changed in two places. Compare, then choose Use mine or Use the one on the server.'
			}
		]
	},
	tim: {
		title: 'Team',
		picture: 'The activity of a colleague with the buttons Approve and Return.',
		see: [
			'Activities of your team that wait for your review, the oldest first, by person, day or waiting time.',
			'Who has recorded: a week of each person. Tap a number to see that day.',
			'Your decisions.'
		],
		act: [
			'Tick one or several activities, or tap Select all, then tap Approve.',
			'Tap Arrange to group them, or to see one person, some days, or only those with a mark. Select all takes all that the filter lets through, also what you have not scrolled to.',
			'Tap Open to read all of it. After a decision there, Review the next opens the next one.',
			'If something is missing, tap Return and write what is to be completed.',
			'Reject only what must not count; it cannot be corrected any more.'
		],
		whatIf: [
			{
				ask: 'Want to be faster?',
				answer:
					'On a phone, swipe a card to the right to approve, to the left to return. On a laptop, press ? for the list of keys.'
			},
			{
				ask: 'You act as Plt or Plh?',
				answer:
					'What you review in that post is on this screen too. Decisions are recorded under your name as Plt or Plh.'
			},
			{
				ask: 'An activity has a mark?',
				answer:
					'Look twice: its times overlap, it may be recorded twice, it was at night or on a day off, it took more than 8 hours, it is far from the norm, or it was recorded long after the work. Nothing is refused for it; you decide.'
			},
			{
				ask: 'A wrong decision?',
				answer: 'Tap Undo on this screen, or open the activity from your last decisions.'
			},
			{
				ask: 'No signal?',
				answer: 'Just decide. Decisions are saved on this device and sent by themselves.'
			},
			{
				ask: 'Somebody is not of your team?',
				answer: "Do not decide. Ask your agency's admin to check the supervisors."
			}
		]
	},
	pengiriman: {
		title: 'Delivery',
		picture: 'Two lines of state: one activity waits to be sent, then everything is sent.',
		see: [
			'What still waits on this device, and what has reached the server, with its time.',
			'When there was last a contact, and when the next try is.',
			'Below: the proof of every record, the contacts with the server, and the file for another device.'
		],
		act: [
			'Usually nothing: delivery goes by itself.',
			'Tap Send now to try at this very moment.',
			'Need proof? Tap Proof of every record. Need support? Tap Contacts with the server.'
		],
		whatIf: [
			{
				ask: 'Something is stuck?',
				answer:
					'The server puts it off or cannot read it; your other records are still sent. Tap Correct it where it is offered, or Try again. Copy its words before you tap Throw away.'
			},
			{
				ask: 'The phone will be replaced, or its screen is broken?',
				answer: 'Tap Move records to another device, then save what was not sent as a file.'
			},
			{
				ask: 'Not sent for a long time?',
				answer:
					'Turn on mobile data or Wi-Fi, then tap Send now. On a public Wi-Fi, open its own sign-in page first.'
			},
			{
				ask: 'Asked to sign in again?',
				answer: 'Tap Sign in again. What waits is not lost and will be sent.'
			},
			{
				ask: 'The device is full?',
				answer: 'Delete photos or videos you do not need. Do not delete this app or its data.'
			}
		]
	},
	riwayat: {
		title: 'History',
		picture: 'The calendar of a month: filled days have a tick, empty days a dashed border.',
		see: [
			'The calendar of a month: days that are filled, not full yet, still empty, with something that came back, or off.',
			'All your earlier activities, also without a signal.'
		],
		act: [
			'Tap a day to see its activities.',
			'Write a few letters to search.',
			'Use the filter to see, for example, only what was approved.'
		],
		whatIf: [
			{
				ask: 'A working day is empty?',
				answer: 'Tap that day. As long as it is not closed you can still record.'
			},
			{
				ask: 'An earlier activity is missing?',
				answer: 'Wait until Delivery says Everything sent; earlier data comes with it.'
			}
		]
	},
	pengaturan: {
		title: 'Settings',
		picture: 'Choices of text size, light or dark, and language.',
		see: [
			'Text size, light or dark, and language.',
			'The name of your supervisor, your password, and the devices that use your account.'
		],
		act: [
			'Choose a text size that is easy to read.',
			'Put the app on the home screen; the steps are shown there.',
			'Change the password if somebody else knows it.'
		],
		whatIf: [
			{
				ask: 'A device you do not know?',
				answer: 'Sign that device out, then change your password.'
			},
			{
				ask: 'A choice cannot be saved?',
				answer: 'Password and devices need a signal. Everything else is saved without one.'
			}
		]
	},
	masuk: {
		title: 'Sign in',
		picture: 'Fields for the NIP and the password, then the button Sign in.',
		see: ['Fields for the NIP (18 digits) and the password.', 'Who has signed in on this device.'],
		act: [
			"The first time: use the start code from your agency's admin, then make a password of your own.",
			'After that: choose your name and enter the password. It works without a signal.',
			'Want to try first? Tap Practice. No sign-in needed.'
		],
		whatIf: [
			{
				ask: 'The password does not match?',
				answer: 'Tap Show, then check capital and small letters.'
			},
			{
				ask: 'No signal the first time?',
				answer: 'The first sign-in on a device needs a signal. Later ones do not.'
			},
			{
				ask: 'A shared computer?',
				answer: 'Tap your name at the top right, then Sign out. Your records stay there, locked.'
			}
		]
	}
};

export const questions: readonly Question[] = [
	{
		ask: 'Has it been sent?',
		answer:
			'Look at the line below the name of the app. “Everything sent” means that all your records have reached the server. What still waits is safe on this device and is sent by itself.'
	},
	{
		ask: 'I wrote something wrong',
		answer:
			'Open the activity, then tap Edit. That works until it is reviewed. If the date is wrong, tap Withdraw and record it again. If it is approved, ask your supervisor to undo the decision.'
	},
	{
		ask: 'My phone is broken or lost',
		answer:
			'Sign in on another phone or a computer: all that was sent is there. What was not sent is only on the old phone. If that phone still opens, save it as a file under Delivery, Move records to another device, then open the file on the new device. If not, record it again before its day closes. If the phone is lost, change your password.'
	},
	{
		ask: 'My supervisor is wrong',
		answer:
			"Record as usual. Ask your agency's admin to correct it. What waits for review then moves to the right supervisor by itself."
	},
	{
		ask: 'I forgot my password',
		answer:
			"Ask your agency's admin for a new start code. Sign in with it, then make a new password. The records on this device are not lost."
	}
];

import { type TopicBelow } from '../id/help-below.ts';
import { type HelpPage } from '../id/help-page.ts';

export const belowPages: Record<TopicBelow, HelpPage> = {
	kegiatan: {
		title: 'Activity',
		picture: 'The card of one activity with the buttons Edit, Withdraw and Copy to today.',
		see: [
			'What one activity says, and its state.',
			'The receipt: when it was recorded and when the server received it.',
			'The history: who did what, and what changed.'
		],
		act: [
			'Tap Edit until it is reviewed. If it was returned, tap Correct it.',
			'Tap Withdraw if the activity must not count.',
			'Tap Copy to today or Copy to several days if it is the same work.'
		],
		whatIf: [
			{
				ask: 'There is no button Edit?',
				answer:
					'The activity is approved, rejected or withdrawn. If something is wrong, talk to your supervisor: a decision can be undone.'
			},
			{
				ask: 'It says Not received by the server yet?',
				answer: 'It is safe on this device and sent by itself. The reason is under Delivery.'
			}
		]
	},
	'kegiatan-salin': {
		title: 'Copy to several days',
		picture: 'One activity, the days that can be chosen, then the button Save.',
		see: [
			'The days that can still be recorded, and those still empty.',
			'A mark on days where the times overlap or where there is a similar activity.'
		],
		act: [
			'Choose the days, or tap Choose the empty workdays.',
			'Check those with a mark.',
			'Tap Save once. Every day gets an activity of its own, at the same time.'
		],
		whatIf: [
			{
				ask: 'A day is missing?',
				answer: "That day is closed. Talk to your supervisor or your agency's admin."
			},
			{
				ask: 'The evidence link is not copied?',
				answer: 'Evidence is for one day. Open the new activity, then fill in its own link.'
			}
		]
	},
	'tim-hari': {
		title: 'One day of a person',
		picture: 'Two activities of a person on one day: one approved, one to be reviewed.',
		see: [
			'All activities of a person on one day, and the sum of their minutes.',
			'Minutes that overlap, if there are any.'
		],
		act: [
			'Tap an arrow to see another day.',
			'Tap an activity to open it and decide.',
			'Tap Back to Team; the screen is as you left it.'
		],
		whatIf: [
			{
				ask: 'The person is not there?',
				answer:
					"Perhaps you no longer review this person. Ask your agency's admin to check the supervisors."
			}
		]
	},
	'pengiriman-bukti': {
		title: 'Proof of every record',
		picture: 'The line 3 of 3 reached the server, below it one activity.',
		see: [
			'Every change of the last 35 days, day by day.',
			'When you recorded it and when the server received it.'
		],
		act: ['Tap a day to open its list.', 'Tap a line to open the activity.'],
		whatIf: [
			{
				ask: 'Something has not arrived?',
				answer: 'It is safe on this device and sent by itself.'
			},
			{
				ask: 'Records of another device are missing?',
				answer: 'Here is only what was recorded on this device. All of it is in History.'
			}
		]
	},
	'pengiriman-sambungan': {
		title: 'Contacts with the server',
		picture: 'A line that was sent, a line without a connection, then the button Share.',
		see: ['Every time the app called the server, and what came of it. The newest is on top.'],
		act: [
			'Look for the lines that failed; the reason is written there.',
			'Tap Share with support if you are asked to. What your records say is not shared.'
		],
		whatIf: [
			{
				ask: 'It fails often?',
				answer: 'Go where there is a signal, or to another network. Your records stay safe here.'
			}
		]
	},
	'pengiriman-berkas': {
		title: 'Move records to another device',
		picture: 'The button Save the file on the old device, Choose a file on the new one.',
		see: ['How many changes the server has not received.', 'The button that opens a file.'],
		act: [
			'On the old device, tap Save the file.',
			'Move the file to the new device, with a cable or in a message to yourself.',
			'On the new device, sign in with the same account, then tap Choose a file.'
		],
		whatIf: [
			{
				ask: 'Will anything be recorded twice?',
				answer: 'No. The server knows the same record again and takes it once.'
			},
			{
				ask: 'The file is not taken?',
				answer: 'The reason is on the screen. Save the file again on the old device.'
			}
		]
	}
};

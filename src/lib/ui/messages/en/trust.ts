import { type trust as idTrust } from '../id/trust.ts';
import { counted } from './counted.ts';

const ended: typeof idTrust.ended = {
	offline: 'no connection to the server',
	timeout: 'the server did not answer',
	cut: 'the signal was cut on the way',
	'not-ours': 'the network has not opened the way to the server',
	busy: 'the server is busy, your records stay safe',
	'signed-out': 'you must sign in again',
	'password-change-required': 'the start code must be replaced',
	outdated: 'the app must be updated',
	refused: 'the server did not accept the request',
	'storage-full': 'the device is full',
	'storage-failed': 'the device failed to read its storage'
};

const changes = (count: number) => counted(count, 'change');

export const trust: typeof idTrust = {
	ended,
	endedOtherwise: (outcome) => `failed (${outcome})`,
	delivered: (applied, sent) =>
		applied < sent
			? `${applied} of ${counted(sent, 'record')} sent`
			: `${counted(applied, 'record')} sent`,
	received: (count) => `${counted(count, 'news item')} received`,
	nothingNew: 'connected, nothing new',
	retryAt: (clock) => `next try ${clock}`,

	more: 'Proof and help',
	proofs: 'Proof of every record',
	proofsLead: 'Every change of the last 35 days: when you made it, when the server received it.',
	proofsEmpty: 'Nothing has been recorded on this device yet.',
	arrivedOf: (arrived, all) => `${arrived} of ${all} reached the server`,
	stillRefused: 'Refused by the server',
	stillWaiting: 'Not there yet, safe on this device',

	contacts: 'Contacts with the server',
	contactsLead: (zone) =>
		`Every time the app called the server. Times are in ${zone}. The newest is on top.`,
	contactsEmpty: 'The server has not been called yet.',
	contactsShare: 'Share with support',
	contactsPrivacy:
		'Only counts, times, outcomes, the version of the app and the kind of browser are shared. No names, no words of your records.',
	showOlder: 'Show older ones',
	saved: 'The file is saved. Look in the Downloads folder.',
	shared: 'Shared',
	support: {
		title: 'E-Kinerja: contacts with the server',
		version: (version) => `Version of the app: ${version}`,
		browser: (browser) => `Browser: ${browser}`,
		zone: (zone) => `Times in ${zone}`,
		queue: (waiting, refused) => `Waiting ${waiting}, refused ${refused}`
	},

	file: 'Move records to another device',
	fileLead:
		'If the screen is cracked, the phone will be replaced or the browser will be cleaned: save the records not yet sent as a file, then open that file on another device.',
	exportTitle: 'Save as a file',
	exportCount: (what) => `The file will hold ${what} the server has not received yet.`,
	exportEmpty: 'The server has received everything. There is nothing to save as a file.',
	exportKeeps:
		'The records on this device stay and are still sent. Nothing will be recorded twice.',
	exportPrivate: 'The file holds what your records say. Keep it where only you can open it.',
	exportNow: 'Save the file',
	changes,
	importTitle: 'Open a file',
	importLead: 'Choose the file you saved from the other device.',
	importNow: 'Choose a file',
	imported: (count) => `${changes(count)} taken from the file, to be sent now.`,
	importedKnown: (count) => `${count} already here or already sent, so left out.`,
	importedNothing: 'Everything in the file is already here or already sent.',
	importRefusedTitle: 'The file was not taken',
	importRefused: {
		'not-an-outbox':
			'This is not a file of E-Kinerja records. Choose a file whose name begins with e-kinerja.',
		'newer-file': 'This file is from a newer app. Update this app first.',
		damaged: 'The file is damaged or was changed on its way. Save it again on its own device.',
		'another-person':
			'This file belongs to somebody else. Only the owner can open it, after signing in.',
		'storage-full': "The device is full. Delete photos or videos you don't need, then try again.",
		'storage-failed':
			'The device failed to save. Close the app, open it again, then choose the file once more.',
		'insecure-address':
			'Files can only be made and opened at an address that begins with https. Ask your administrator for it.'
	},

	stuckTitle: 'Stuck',
	stuckUnreadable: 'The server cannot read this change.',
	stuckPutOff: (moment) => `The server has been putting it off since ${moment}.`,
	stuckHelp: 'Your other records are still sent.',
	tryAgain: 'Try again',
	triedAgain: 'Sent again',
	copy: 'Copy its words',
	copied: 'Its words are copied',
	copyFailed: 'The browser does not allow copying. Open See its words, then copy them yourself.',
	seeContent: 'See its words',
	discard: 'Throw away',
	discardTitle: 'Throw this change away?',
	discardText: (what, recorded) =>
		`What is lost: ${what} (recorded ${recorded}). The server has not stored it, and it cannot be brought back.`,
	discardBuiltOn: (count) =>
		`Lost with it: ${counted(count, 'later change')} of the same activity.`,
	discarded: (count) =>
		count === 0
			? 'Nothing was thrown away: the server has answered this change'
			: `${changes(count)} thrown away`,
	discardRefused: {
		'on-its-way': 'This change is being sent. Wait a moment, then try again.',
		'more-than-told': 'There is a new change on top of it. Look again, then repeat.',
		'storage-full': "The device is full. Delete photos or videos you don't need, then try again.",
		'storage-failed': 'The device failed to save. Close the app, open it again, then try again.'
	},
	reason: (reason) => `Reason: ${reason}`,

	protect: 'Ask for protection',
	protectRefused:
		'The browser is not willing yet. Install the app on the home screen, use it for some days, then ask again.',
	lowSpace: (free) =>
		`Space is nearly used up, ${free} left. Delete photos or videos you don't need, so that new records can still be saved.`,

	sharedTitle: 'Taking in what was shared…',
	sharedFailed:
		"What was shared could not be saved yet. Delete photos or videos you don't need from the device, then share it again."
};

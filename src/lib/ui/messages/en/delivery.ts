import { type delivery as idDelivery } from '../id/delivery.ts';
import { activities, counted as countedOf } from './counted.ts';
import { when } from './when.ts';

const tryAgain = (nextTry: string | undefined) =>
	nextTry === undefined ? '' : `, next try ${nextTry}`;

const waitingBecause: typeof idDelivery.waitingBecause = {
	offline: (what) => `${what} saved on this device, waiting for a signal`,
	timeout: (what, next) =>
		`${what} saved on this device. The server took too long to answer${tryAgain(next)}`,
	cut: (what, next) => `${what} saved on this device. The signal was cut${tryAgain(next)}`,
	'not-ours': (what, next) =>
		`${what} saved on this device. This network has not opened the way to the server yet${tryAgain(next)}`,
	busy: (what, next) => `The server is busy, ${what} safe on this device${tryAgain(next)}`,
	'signed-out': (what) => `Sign in again so that ${what} can be sent`,
	'password-change-required': (what) => `Replace your start code so that ${what} can be sent`,
	outdated: (what) => `Update the app so that ${what} can be sent`,
	refused: (what, next) =>
		`${what} saved on this device. The server does not accept yet${tryAgain(next)}`,
	'storage-full': (what) => `The device is full. ${what} can't be sent yet`,
	'storage-failed': (what) => `The device failed to read its storage. ${what} can't be sent yet`
};

const explained: typeof idDelivery.explained = {
	offline:
		'No signal, or the server cannot be reached. Records are sent by themselves as soon as it can.',
	timeout: 'The server took too long to answer. The app tries again by itself.',
	cut: 'The signal was cut on the way. The app tries again by itself.',
	'not-ours':
		'This network answers, but not the E-Kinerja server. On public Wi-Fi, open its sign-in page first.',
	busy: 'The server is busy and asks us to wait our turn. Your records are safe.',
	'signed-out': 'Your session has ended. Sign in again so that your records can be sent.',
	'password-change-required': 'The start code must be replaced first.',
	outdated: 'This version of the app is too old for the server. Update it first.',
	refused:
		"The server does not accept requests of this app. Show this screen to your agency's admin.",
	'storage-full':
		"The device is full. Delete photos or videos you don't need, then press Send now.",
	'storage-failed':
		'The device failed to read its storage. Close the app, open it again, then try once more.'
};

const decisionsOf = (count: number) => countedOf(count, 'decision');

function counted(activityCount: number, decisions: number): string {
	if (decisions === 0) return activities(activityCount);
	if (activityCount === 0) return decisionsOf(decisions);
	return `${activities(activityCount)} and ${decisionsOf(decisions)}`;
}

export const delivery: typeof idDelivery = {
	title: 'Delivery',
	counted,
	waitingBecause,
	explained,
	busyUntil: (what, next) =>
		`The server is busy, ${what} safe on this device, open the app again at about ${next}`,
	busyWhileOpen: (what, next) =>
		`The server is busy, ${what} safe on this device, next try ${next} if the app is open`,
	browserPicks: (next) =>
		`While the app is open, it tries again ${next}. When it is closed, the browser chooses the time; to be sure, open it again at about ${next}.`,
	staysOpen: (next) =>
		`While the app stays open it tries again by itself. If you close it, open it again at about ${next}.`,
	waiting: (what) => `${what} saved on this device, waiting to be sent`,
	sending: (what) => `Sending ${what}…`,
	practice: 'Practice records are never sent to the server',
	practised: (asIf) => `${asIf} (practice, not really sent)`,
	arrivedPractice: 'As if arrived at the server (practice)',
	allSent: (moment) => `Everything sent, ${moment}`,
	allSentButDrafts: (moment, drafts) =>
		`Everything sent, ${moment}. ${drafts === 1 ? '1 draft' : `${drafts} drafts`} not finished.`,
	andDrafts: (said, drafts) =>
		`${said}. There ${drafts === 1 ? 'is 1 draft' : `are ${drafts} drafts`}.`,
	allSentBut: (moment, why) => `Everything sent, ${moment} · ${why}`,
	noNewsBecause: {
		'no-line': 'no signal now',
		offline: 'not connected to the server',
		timeout: 'the server has not answered',
		cut: 'the line was lost',
		'not-ours': 'this network does not lead to the server yet',
		busy: 'the server is busy',
		'signed-out': 'sign in again for the latest',
		'password-change-required': 'change the start code for the latest',
		outdated: 'update the app for the latest',
		refused: 'the server does not accept yet',
		'storage-full': 'the device is full',
		'storage-failed': 'the device cannot read its storage'
	},
	allSentNever: 'Nothing to send yet',
	firstLoad: 'Fetching your data for the first time…',
	signInForNews: 'Everything sent. Sign in again for the latest news',
	refusedCount: (count) => `${count} refused by the server`,
	deliveredNow: (what, moment) => `${what} sent, ${moment}`,
	open: 'See delivery',

	now: 'State now',
	sendNow: 'Send now',
	sendingNow: 'Sending…',
	noSignalNow: 'No signal now. Your records are sent by themselves as soon as there is one.',
	noSignalForNews: 'No signal now. The latest news is fetched as soon as there is one.',
	busyNow: (next) => `The server is busy. Your records are safe${tryAgain(next)}.`,
	notNow: (next) => `Not yet. The reason is written above${tryAgain(next)}.`,
	signIn: 'Sign in again',
	lastContact: 'Last contact',
	never: 'Never',
	nextTry: 'Next try',
	waitingTitle: 'Waiting to be sent',
	waitingEmpty: 'Nothing is waiting.',
	onItsWay: 'being sent',
	deferred: 'The server asks to wait a moment',
	refusedTitle: 'Refused by the server',
	seeAttention: 'See reasons and choices',
	arrivedTitle: 'Arrived today',
	arrivedOf: (arrived, all) => `${arrived} of ${all} arrived at the server`,
	showAll: (count) => `Show all (${count})`,
	arrivedNone: 'Nothing has been sent today.',
	storageTitle: 'Storage',
	storageUsed: (used) => `${used} used`,
	storageUse: (used, free) => `${used} used, ${free} left`,
	persisted: 'Records on this device are protected from automatic cleaning.',
	notPersisted:
		'The browser does not promise yet to keep these records when the device is full. Install the app on the home screen to be safer.',
	iosInstall:
		'On an iPhone or iPad, install this app on the home screen (Share, then Add to Home Screen), then sign in there. Otherwise Safari deletes records not yet sent after 7 days without opening it.',
	megabytes: (bytes) => {
		const megabytes = bytes / 1_048_576;
		return megabytes >= 1_024
			? `${(megabytes / 1_024).toFixed(1)} GB`
			: `${when.number(Math.max(1, Math.round(megabytes)))} MB`;
	},
	whose: (name, day, span) =>
		[name, when.shortDay(day), span && when.span(span.startMinute, span.endMinute)]
			.filter(Boolean)
			.join(', '),
	about: (activity, day) => `${activity}, ${when.shortDay(day)}`,
	recordedAt: (moment) => `recorded ${moment}`
};

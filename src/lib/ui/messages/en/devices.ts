import { type devices as idDevices } from '../id/devices.ts';
import { when } from './when.ts';

const browsers = {
	chrome: 'Chrome',
	edge: 'Edge',
	firefox: 'Firefox',
	opera: 'Opera',
	safari: 'Safari',
	samsung: 'Samsung Internet',
	other: 'Another browser'
};

const systems = {
	android: 'Android',
	chromeos: 'Chromebook',
	ios: 'iPhone or iPad',
	linux: 'Linux',
	mac: 'Mac',
	windows: 'Windows',
	other: undefined
};

export const devices: typeof idDevices = {
	title: 'Your devices',
	lead: "You are signed in here. If you don't know one of them, sign it out, then change the password.",
	list: 'Devices that are signed in',
	loading: 'Fetching the list of devices…',
	offline: 'The list of devices needs a signal. The rest of this page works without one.',
	again: 'Try again',
	kind: ({ browser, system }) => {
		const place = systems[system];
		if (place !== undefined) return `${browsers[browser]} on ${place}`;
		return browser === 'other' ? 'Unknown device' : browsers[browser];
	},
	isThis: 'This device',
	signedInOn: (day) => `Signed in ${when.fullDay(day)}`,
	seenOn: (day, today) => (day === today ? 'used today' : `last used ${when.fullDay(day)}`),
	end: 'Sign out',
	endTitle: (device) => `Sign out ${device}?`,
	ended: (device) => `${device} is signed out`,
	noOthers: 'You are not signed in anywhere else.'
};

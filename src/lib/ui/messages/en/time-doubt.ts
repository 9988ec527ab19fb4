import { type timeDoubt as idTimeDoubt } from '../id/time-doubt.ts';
import { counted } from './counted.ts';
import { when } from './when.ts';

const CLOCK_DIFFERS = 'The clock of this device does not agree with what was recorded before.';

export const timeDoubt: typeof idTimeDoubt = {
	title: "The time of recording can't be proven yet",
	why: {
		'clock-jumped': () => 'The clock of this device has changed since it last met the server.',
		'no-contact': () => 'This device has never met the server.',
		'long-offline': (days) => `This device has not met the server for ${counted(days, 'day')}.`,
		'before-what-was-known': () => CLOCK_DIFFERS,
		'after-receipt': () => CLOCK_DIFFERS
	},
	whileOpen: (lastDay) =>
		`You may save all the same. If it reaches the server after ${when.shortDay(lastDay)}, your supervisor checks the time.`,
	closed:
		'The time for it is over. You may save all the same; it counts if your supervisor confirms the time.',
	setClock: "If you can, set the device's clock right and go online before you save.",
	goOnline: 'If you can, go online before you save.'
};

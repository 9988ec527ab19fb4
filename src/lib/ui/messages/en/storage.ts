import { type storage as idStorage } from '../id/storage.ts';

/** The device could not keep what was typed, and what to do now. */
export const storage: typeof idStorage = {
	'storage-full': {
		title: "The device's storage is full",
		why: 'This record is not saved yet. What you typed is still on this screen.',
		now: "Delete photos or videos you don't need from the device, then press Save again."
	},
	'storage-failed': {
		title: 'The device failed to save',
		why: 'This record is not saved yet. What you typed is still on this screen.',
		now: 'Press Save again. If it still fails, close the app, open it again, then try once more.'
	}
};

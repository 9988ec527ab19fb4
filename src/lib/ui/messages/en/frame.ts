import { type frame as idFrame } from '../id/frame.ts';
import { counted } from './counted.ts';

export const frame: typeof idFrame = {
	skip: 'Skip to the content',
	navigation: 'Main menu',
	menu: 'Menu',
	nav: {
		today: 'Today',
		record: 'Record',
		team: 'Team',
		attention: 'Attention',
		delivery: 'Delivery',
		history: 'History'
	},
	navCount: (count) => `${count} to deal with`,
	moreAttention: (count) => `There is news: ${count} to deal with`,
	deliveryLabel: 'Delivery',
	account: {
		open: (name) => `Account of ${name}`,
		nip: 'NIP',
		settings: 'Settings',
		signOut: 'Sign out',
		signingOut: 'Signing out…',
		allSent: 'All records have been sent. It is safe to sign out.',
		unsent: (what) =>
			`Not sent yet: ${what}. It stays on this device and is sent when you sign in here again.`,
		drafts: (count) => `${counted(count, 'unsaved draft')} will be kept too.`,
		refused: (count) => `${count} refused by the server, still waiting for you.`,
		locks: 'After you sign out, only your password opens your records on this device.'
	}
};

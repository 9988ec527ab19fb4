/** The places of the app, in the order in which they are offered. */
import { type IconName } from '#lib/ui/icons.ts';
import { messages } from '#lib/ui/messages/messages.ts';
import { type Reviewing } from '../team.ts';

export type Place = {
	readonly path: '/' | '/tim' | '/catat' | '/perhatian' | '/riwayat' | '/pengiriman';
	readonly label: string;
	readonly icon: IconName;
	/** So much waits there for the person. */
	readonly count?: number;
	/** The number in words. */
	readonly said?: string;
};

type Waiting = { readonly attention: number; readonly team: Reviewing | undefined };

export function placesOf({ attention, team }: Waiting): Place[] {
	const { nav, navCount } = messages.frame;
	return [
		{ path: '/', label: nav.today, icon: 'today' },
		...(team?.hasTeam ? [teamPlace(team.waiting)] : []),
		{ path: '/catat', label: nav.record, icon: 'plus' },
		{
			path: '/perhatian',
			label: nav.attention,
			icon: 'alert',
			count: attention,
			said: navCount(attention)
		},
		{ path: '/riwayat', label: nav.history, icon: 'history' },
		{ path: '/pengiriman', label: nav.delivery, icon: 'send' }
	];
}

function teamPlace(waiting: number): Place {
	const said = messages.team.queueCount(waiting);
	return { path: '/tim', label: messages.frame.nav.team, icon: 'people', count: waiting, said };
}

/** What waits anywhere, in words. */
export const waitingWords = (places: readonly Place[]): string[] =>
	places.flatMap(({ count = 0, said }) => (count > 0 && said ? [said] : []));

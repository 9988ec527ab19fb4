/** Which page of help belongs to which screen. */
import { type HelpTopic } from '#lib/ui/messages/id/help-pages.ts';

export const SCREEN_OF = {
	'hari-ini': '/',
	catat: '/catat',
	perhatian: '/perhatian',
	tim: '/tim',
	pengiriman: '/pengiriman',
	riwayat: '/riwayat',
	pengaturan: '/pengaturan',
	masuk: '/masuk'
} as const satisfies Record<HelpTopic, string>;

const TOPICS = Object.keys(SCREEN_OF) as HelpTopic[];

/** The pages a person needs: *Tim* is there for supervisors alone. */
export const topicsFor = ({ hasTeam }: { hasTeam: boolean }): HelpTopic[] =>
	TOPICS.filter((topic) => topic !== 'tim' || hasTeam);

export const asTopic = (text: string): HelpTopic | undefined =>
	TOPICS.find((topic) => topic === text);

/** An activity is opened from *Hari ini* and explained there. */
export function topicOf(pathname: string): HelpTopic {
	const [, place = ''] = pathname.split('/');
	return asTopic(place) ?? 'hari-ini';
}

/** Where "?" leads: to the help of this screen, and from there to all of it. */
export const helpPathOf = (pathname: string): '/bantuan' | `/bantuan/${HelpTopic}` =>
	pathname.startsWith('/bantuan') ? '/bantuan' : `/bantuan/${topicOf(pathname)}`;

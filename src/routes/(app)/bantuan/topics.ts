/** Which page of help belongs to which screen. */
import { type HelpTopic } from '#lib/ui/messages/id/help-pages.ts';

/** Where it is, or from where it is opened. */
export const SCREEN_OF = {
	'hari-ini': '/',
	catat: '/catat',
	kegiatan: '/riwayat',
	'kegiatan-salin': '/riwayat',
	perhatian: '/perhatian',
	tim: '/tim',
	'tim-hari': '/tim',
	pengiriman: '/pengiriman',
	'pengiriman-bukti': '/pengiriman/bukti',
	'pengiriman-sambungan': '/pengiriman/sambungan',
	'pengiriman-berkas': '/pengiriman/berkas',
	riwayat: '/riwayat',
	pengaturan: '/pengaturan',
	masuk: '/masuk'
} as const satisfies Record<HelpTopic, string>;

const TOPICS = Object.keys(SCREEN_OF) as HelpTopic[];

/** The pages a person needs: *Tim* is there for supervisors alone. */
export const topicsFor = ({ hasTeam }: { hasTeam: boolean }): HelpTopic[] =>
	TOPICS.filter((topic) => hasTeam || !topic.startsWith('tim'));

export const asTopic = (text: string): HelpTopic | undefined =>
	TOPICS.find((topic) => topic === text);

/** Screens that only lead to another, or have no name in their address. */
const OTHERS: Record<string, HelpTopic> = { '': 'hari-ini', bagikan: 'catat' };

/** What lies below a screen has a page of its own where there is one: `/pengiriman/bukti`, `/kegiatan/…/salin`. */
export function topicOf(pathname: string): HelpTopic | undefined {
	const [, place = '', ...below] = pathname.split('/');
	return asTopic(`${place}-${below.at(-1) ?? ''}`) ?? asTopic(place) ?? OTHERS[place];
}

/** Where "?" leads: to the help of this screen, and from there to all of it. */
export function helpPathOf(pathname: string): '/bantuan' | `/bantuan/${HelpTopic}` {
	const topic = topicOf(pathname);
	return topic ? `/bantuan/${topic}` : '/bantuan';
}

/** Drawings for help, put together from the app's own words, icons and colours, so that they never go stale. */
import { type DerivedStatus } from '#lib/domain/derived-status.ts';
import { type IconName } from '#lib/ui/icons.ts';
import { type HelpTopic } from '#lib/ui/messages/id/help-pages.ts';
import { messages } from '#lib/ui/messages/messages.ts';

export type Part =
	| { kind: 'button'; text: string; icon?: IconName; isPlain?: true }
	| { kind: 'strip'; tone: 'good' | 'info'; icon: IconName; text: string }
	| { kind: 'card'; name: string; status?: DerivedStatus }
	| { kind: 'field'; label: string; value: string }
	| { kind: 'month' };

const {
	attention,
	copying,
	delivery,
	entry,
	form,
	help,
	settings,
	shell,
	signIn,
	team,
	today,
	trust,
	when
} = messages;
const EXAMPLE = help.example;
const ONE = delivery.counted(1, 0);

const record: Part = { kind: 'button', icon: 'plus', text: today.record };
const returned: readonly Part[] = [
	{ kind: 'card', name: EXAMPLE, status: 'returned' },
	{ kind: 'button', icon: 'edit', text: attention.correct }
];
const sent: readonly Part[] = [
	{ kind: 'strip', tone: 'info', icon: 'device', text: delivery.waiting(ONE) },
	{ kind: 'strip', tone: 'good', icon: 'done', text: delivery.allSent('10.15') }
];

export const PICTURES: Record<HelpTopic, readonly Part[]> = {
	'hari-ini': [record, { kind: 'card', name: EXAMPLE, status: 'submitted' }],
	catat: [
		{ kind: 'field', label: form.activity, value: EXAMPLE },
		{ kind: 'field', label: `${form.start} – ${form.end}`, value: when.span(480, 540) },
		{ kind: 'button', text: form.save }
	],
	kegiatan: [
		{ kind: 'card', name: EXAMPLE, status: 'submitted' },
		{ kind: 'button', icon: 'edit', text: entry.edit },
		{ kind: 'button', icon: 'withdrawn', text: entry.withdraw, isPlain: true },
		{ kind: 'button', icon: 'plus', text: copying.again, isPlain: true }
	],
	'kegiatan-salin': [
		{ kind: 'card', name: EXAMPLE },
		{ kind: 'month' },
		{ kind: 'button', text: copying.save(2) }
	],
	perhatian: returned,
	tim: [
		{ kind: 'card', name: EXAMPLE, status: 'submitted' },
		{ kind: 'button', icon: 'check', text: team.approve },
		{ kind: 'button', icon: 'returned', text: team.giveBack, isPlain: true }
	],
	'tim-hari': [
		{ kind: 'card', name: EXAMPLE, status: 'approved' },
		{ kind: 'card', name: EXAMPLE, status: 'submitted' }
	],
	pengiriman: sent,
	'pengiriman-bukti': [
		{ kind: 'strip', tone: 'good', icon: 'done', text: trust.arrivedOf(3, 3) },
		{ kind: 'card', name: EXAMPLE }
	],
	'pengiriman-sambungan': [
		{ kind: 'strip', tone: 'good', icon: 'check', text: `10.15: ${trust.delivered(1, 1)}` },
		{ kind: 'strip', tone: 'info', icon: 'alert', text: `10.00: ${trust.ended.offline}` },
		{ kind: 'button', icon: 'send', text: trust.contactsShare, isPlain: true }
	],
	'pengiriman-berkas': [
		{ kind: 'button', icon: 'down', text: trust.exportNow },
		{ kind: 'button', text: trust.importNow, isPlain: true }
	],
	riwayat: [{ kind: 'month' }],
	pengaturan: [
		{ kind: 'field', label: settings.textSize, value: settings.textSizes.large },
		{ kind: 'field', label: settings.theme, value: settings.themes.device }
	],
	masuk: [
		{ kind: 'field', label: signIn.nip, value: '•••••• •••• •••' },
		{ kind: 'field', label: signIn.password, value: '••••••••' },
		{ kind: 'button', text: signIn.submit }
	]
};

/** One for each step of the tour. */
export const TOUR_PICTURES: readonly (readonly Part[])[] = [
	[record],
	sent,
	returned,
	[{ kind: 'button', icon: 'help', text: shell.help, isPlain: true }]
];

import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { messages } from '#lib/ui/messages/messages.ts';
import { asTopic, helpPathOf, SCREEN_OF, topicOf, topicsFor } from './topics.ts';

test.each([
	['/', '/bantuan/hari-ini'],
	['/catat', '/bantuan/catat'],
	['/tim', '/bantuan/tim'],
	['/riwayat/2026-11', '/bantuan/riwayat'],
	['/kegiatan/p1%3Aentry', '/bantuan/kegiatan'],
	['/kegiatan/p1%3Aentry/salin', '/bantuan/kegiatan-salin'],
	['/pengiriman/bukti', '/bantuan/pengiriman-bukti'],
	['/bagikan', '/bantuan/catat'],
	['/unheard-of', '/bantuan'],
	['/bantuan', '/bantuan'],
	['/bantuan/catat', '/bantuan']
])('the help of %s is at %s', (screen, help) => {
	expect(helpPathOf(screen)).toBe(help);
});

test('every page of help has its screen, its text and its picture', () => {
	expect(Object.keys(messages.help.pages).sort()).toEqual(Object.keys(SCREEN_OF).sort());
	for (const page of Object.values(messages.help.pages)) {
		for (const part of [page.see, page.act, page.whatIf]) expect(part.length).toBeGreaterThan(0);
		expect(page.picture).not.toBe('');
	}
});

test('every screen has a page of help of its own', () => {
	const files = readdirSync('src/routes', { recursive: true, encoding: 'utf8' });
	const screens = files
		.filter((file) => /^(\(app\)|masuk).*\+page\.svelte$/.test(file))
		.map((page) => page.replace(/^\(app\)|\/?\+page\.svelte$/g, '').replace(/^\/?/, '/'))
		.filter((screen) => !screen.startsWith('/bantuan') && screen !== '/bagikan');
	expect(screens).toContain('/kegiatan/[id]/salin');
	const topics = screens.map((screen) => topicOf(screen));
	expect(topics.sort()).toEqual(Object.keys(SCREEN_OF).sort());
});

test('only who reviews somebody is told about *Tim*', () => {
	const ofTeam = ['tim', 'tim-hari'];
	expect(topicsFor({ hasTeam: false }).filter((topic) => ofTeam.includes(topic))).toEqual([]);
	expect(topicsFor({ hasTeam: true })).toEqual(expect.arrayContaining(ofTeam));
});

test('an address nobody has written is no topic', () => {
	expect(asTopic('toString')).toBeUndefined();
});

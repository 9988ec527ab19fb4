import { expect, test } from 'vitest';
import { messages } from '#lib/ui/messages/messages.ts';
import { asTopic, helpPathOf, SCREEN_OF, topicsFor } from './topics.ts';

test.each([
	['/', '/bantuan/hari-ini'],
	['/catat', '/bantuan/catat'],
	['/tim', '/bantuan/tim'],
	['/riwayat/2026-11', '/bantuan/riwayat'],
	['/kegiatan/p1%3Aentry', '/bantuan/hari-ini'],
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

test('only who reviews somebody is told about *Tim*', () => {
	expect(topicsFor({ hasTeam: false })).not.toContain('tim');
	expect(topicsFor({ hasTeam: true })).toContain('tim');
});

test('an address nobody has written is no topic', () => {
	expect(asTopic('toString')).toBeUndefined();
});

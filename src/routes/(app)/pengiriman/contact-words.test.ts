import { describe, expect, test } from 'vitest';
import { type ContactLogRow } from '#lib/db/database.ts';
import { instantOf } from '#lib/domain/day.ts';
import { TODAY } from '#tests/support/factories.ts';
import { contactLine, contactsByDay, supportText } from './contact-words.ts';

const AT = instantOf(TODAY, 7 * 60 + 40, 'WITA');

const aContact = (over: Partial<ContactLogRow> = {}): ContactLogRow => ({
	id: 1,
	at: AT,
	endedAt: AT + 800,
	sent: 0,
	applied: 0,
	received: 0,
	outcome: 'ok',
	...over
});

const said = (over: Partial<ContactLogRow>) => contactLine(aContact(over), 'WITA');

describe('contactLine', () => {
	test.each([
		[{ sent: 3, applied: 3, received: 2 }, '07.40: terkirim 3 catatan, 2 perubahan diterima'],
		[{ sent: 3, applied: 2 }, '07.40: terkirim 2 dari 3 catatan'],
		[{ sent: 1, applied: 0 }, '07.40: terkirim 0 dari 1 catatan'],
		[{ received: 4 }, '07.40: 4 perubahan diterima'],
		[{}, '07.40: tersambung, tidak ada yang baru'],
		[
			{ outcome: 'timeout', sent: 3, retryAt: AT + 300_000 },
			'07.40: server tidak menjawab, dicoba lagi 07.45'
		],
		[{ outcome: 'busy' }, '07.40: server sibuk, catatan tetap aman'],
		[
			{ outcome: 'cut', sent: 9, applied: 4 },
			'07.40: terkirim 4 dari 9 catatan, sinyal terputus di tengah jalan'
		],
		[{ outcome: 'something-new' }, '07.40: gagal (something-new)']
	])('%j', (over, words) => {
		expect(said(over)).toBe(words);
	});
});

test('contacts stand day by day, in the person’s zone', () => {
	const midnight = instantOf(TODAY, 0, 'WITA');
	const rows = [aContact({ id: 3, at: midnight }), aContact({ id: 2, at: midnight - 1 })];
	expect(contactsByDay(rows, 'WITA').map(([day, contacts]) => [day, contacts.length])).toEqual([
		[TODAY, 1],
		['2026-11-23', 1]
	]);
});

test('support reads programs, counts, times and outcomes', () => {
	const rows = [aContact({ sent: 1, applied: 1 })];
	const support = {
		zone: 'WITA',
		version: '42',
		browser: 'Peramban/1',
		waiting: 2,
		refused: 1
	} as const;
	expect(supportText({ rows, ...support }).split('\n')).toEqual([
		'E-Kinerja: riwayat sambungan',
		'Versi aplikasi: 42',
		'Peramban: Peramban/1',
		'Menunggu 2, ditolak 1',
		'Jam dalam WITA',
		'',
		'24 Nov 2026',
		'07.40: terkirim 1 catatan',
		''
	]);
});

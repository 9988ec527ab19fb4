import { describe, expect, test } from 'vitest';
import {
	assignmentCell,
	dayCell,
	dayOffCell,
	employmentCell,
	nipOf,
	type Parse,
	postCell,
	textCell,
	unitCell,
	wholeNumber,
	windowCell,
	zoneCell
} from './cells.ts';

type Case = [what: string, parse: Parse<unknown>, text: string, value: unknown];

test.each<Case>([
	['text', textCell, 'Ana', 'Ana'],
	['post', postCell, 'A5EB-01', 'a5eb-01'],
	['unit', unitCell, 'Unit-1', 'Unit-1'],
	['day', dayCell, '2026-12-31', '2026-12-31'],
	['day', dayCell, '1/2/2026', '2026-02-01'],
	['number', wholeNumber(1, 9), '9', 9],
	['zone', zoneCell, '', 'WITA'],
	['zone', zoneCell, 'wib', 'WIB'],
	['employment', employmentCell, 'PNS Daerah', 'PNS'],
	['employment', employmentCell, 'C', 'CPNS'],
	['employment', employmentCell, 'pppk', 'PPPK'],
	['assignment', assignmentCell, 'Plh', 'DAILY_ACTING'],
	['day off', dayOffCell, 'Cuti Bersama', 'collective-leave'],
	['window', windowCell, 'hari sama', { kind: 'same-day' }],
	['window', windowCell, '4 hari', { kind: 'days-back', days: 4 }],
	['window', windowCell, 'tanggal 5', { kind: 'until-day', day: 5 }]
])('%s: %o reads "%s"', (_what, parse, text, value) => {
	expect(parse(text)).toEqual({ ok: true, value });
});

test.each<[string, Parse<unknown>, string]>([
	['text', textCell, ''],
	['text', textCell, 'a'.repeat(201)],
	['post', postCell, 'a:b'],
	['unit', unitCell, ''],
	['day', dayCell, '2026-02-30'],
	['day', dayCell, '31/02/2026'],
	['day', dayCell, ''],
	['number', wholeNumber(1, 9), '10'],
	['number', wholeNumber(1, 9), '1,5'],
	['zone', zoneCell, 'GMT'],
	['employment', employmentCell, 'honorer'],
	['assignment', assignmentCell, 'atasan'],
	['day off', dayOffCell, 'libur sekolah'],
	['window', windowCell, '400 hari'],
	['window', windowCell, 'tanggal 32']
])('%s: %o refuses "%s" with a reason', (_what, parse, text) => {
	const refused = parse(text);
	expect(refused.ok ? '' : refused.error).not.toBe('');
	expect(refused.ok).toBe(false);
});

describe('nipOf', () => {
	test.each([
		['19860926201505100', 'NIP harus 18 angka'],
		['1.98609E+17', 'NIP tersimpan sebagai angka dan sudah dibulatkan; simpan sebagai teks'],
		['198613262015051001', 'tanggal lahir di dalam NIP tidak mungkin'],
		['198609262015131001', 'tahun atau bulan pengangkatan di dalam NIP tidak mungkin'],
		['198609262015053001', 'angka ke-15 NIP harus 1 atau 2'],
		['198609262015051000', 'tiga angka terakhir NIP tidak boleh 000']
	])('%s: %s', (text, reason) => {
		expect(nipOf(text, 'PNS')).toEqual({ ok: false, error: reason });
	});

	test('takes the spaces people type', () => {
		expect(nipOf('19860926 201505 1 001', 'PNS')).toEqual({
			ok: true,
			value: '198609262015051001'
		});
	});
});

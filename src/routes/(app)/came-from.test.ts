import { expect, test } from 'vitest';
import { listBefore } from './came-from.ts';

const from = (id: string, path: string) => ({
	route: { id: id as '/(app)/tim' },
	url: new URL(path, 'https://kinerja.example')
});

test('a list is gone back to as it was, with what it was asked for', () => {
	const day = '/tim/hari?pegawai=1&tanggal=2026-11-30';
	expect(listBefore(from('/(app)/tim/hari', day))).toBe(day);
	expect(listBefore(from('/(app)', '/'))).toBe('/');
});

test('nobody is led back to a form, or to the entry he is looking at', () => {
	expect(listBefore(null)).toBeUndefined();
	expect(listBefore(from('/(app)/catat', '/catat?ubah=x'))).toBeUndefined();
	expect(listBefore(from('/(app)/kegiatan/[id]/salin', '/kegiatan/x/salin'))).toBeUndefined();
});

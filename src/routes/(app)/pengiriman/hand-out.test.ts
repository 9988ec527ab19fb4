import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { shareOrSave } from './hand-out.ts';

const OUT = { name: 'a.txt', type: 'text/plain', text: 'isi' };
const saved = vi.fn<(name: string) => void>();

beforeEach(() => {
	saved.mockReset();
	const link = { href: '', download: '', click: () => saved(link.download) };
	vi.stubGlobal('document', { createElement: () => link });
});

afterEach(() => vi.unstubAllGlobals());

const sharing = (share: () => Promise<void>) =>
	vi.stubGlobal('navigator', { canShare: () => true, share });

test('a device that can share shares', async () => {
	const share = vi.fn(() => Promise.resolve());
	sharing(share);
	expect(await shareOrSave(OUT, 'judul')).toBe('shared');
	expect(share).toHaveBeenCalledWith({ title: 'judul', text: 'isi' });
	expect(saved).not.toHaveBeenCalled();
});

test('one that can’t saves a file', async () => {
	vi.stubGlobal('navigator', {});
	expect(await shareOrSave(OUT, 'judul')).toBe('saved');
	expect(saved).toHaveBeenCalledWith('a.txt');
});

test('one that has nowhere to share to saves a file', async () => {
	sharing(() => Promise.reject(new DOMException('no', 'NotAllowedError')));
	expect(await shareOrSave(OUT, 'judul')).toBe('saved');
	expect(saved).toHaveBeenCalledOnce();
});

test('who closes the sharing wants no file', async () => {
	sharing(() => Promise.reject(new DOMException('closed', 'AbortError')));
	expect(await shareOrSave(OUT, 'judul')).toBe('given-up');
	expect(saved).not.toHaveBeenCalled();
});

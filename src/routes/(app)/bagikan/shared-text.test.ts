import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { TODAY } from '#tests/support/factories.ts';
import { blankDraft, type Draft } from '../catat/draft.ts';
import { readShared, type Shared, withShared } from './shared-text.ts';

const LINK = 'https://dokumen.example.go.id/surat/12';
const blank = blankDraft('01kazn', TODAY);
const nothing: Shared = { title: '', text: '', link: '' };

const filled = (shared: Partial<Shared>, over: Partial<Draft> = {}) => {
	const { description, evidence } = withShared({ ...blank, ...over }, { ...nothing, ...shared });
	return [description, evidence];
};

describe('withShared', () => {
	test.each([
		['words', { title: 'Surat', text: 'Balas hari ini' }, ['Surat\nBalas hari ini', '']],
		['a link', { title: 'Surat', link: LINK }, ['Surat', LINK]],
		['a link within the text', { text: `Surat 12 ${LINK}` }, ['Surat 12', LINK]],
		['a title that is repeated', { title: 'Surat', text: 'Surat' }, ['Surat', '']],
		['nothing', {}, ['', '']]
	])('%s', (_name, shared, expected) => {
		expect(filled(shared)).toEqual(expected);
	});

	test('what is typed already stays, and stands first', () => {
		const typed = { description: 'Sudah diketik', evidence: 'https://lain.example.go.id' };
		expect(filled({ title: 'Surat', link: LINK }, typed)).toEqual([
			`Sudah diketik\nSurat\n${LINK}`,
			'https://lain.example.go.id'
		]);
		expect(filled({ text: `Surat ${LINK}` }, typed)).toEqual([
			`Sudah diketik\nSurat ${LINK}`,
			'https://lain.example.go.id'
		]);
	});

	test('the same shared twice is there once', () => {
		const shared = { ...nothing, title: 'Surat', text: `Balas ${LINK}` };
		const once = withShared(blank, shared);
		expect(withShared(once, shared)).toEqual(once);
	});

	test('anything else in the draft stays as it is', () => {
		const draft = { ...blank, activityName: 'Menyurat', start: '08:00' };
		expect(withShared(draft, { ...nothing, title: 'Surat' })).toEqual({
			...draft,
			description: 'Surat'
		});
	});
});

test('the manifest names what the page reads', async () => {
	const manifest = JSON.parse(await readFile('static/manifest.webmanifest', 'utf8')) as {
		share_target: {
			action: string;
			method: string;
			params: { title: string; text: string; url: string };
		};
		shortcuts: { url: string }[];
	};
	const { action, method, params } = manifest.share_target;
	expect([action, method]).toEqual(['/bagikan', 'GET']);
	const query = new URLSearchParams([
		[params.title, ' a '],
		[params.text, 'b'],
		[params.url, 'c']
	]);
	expect(readShared(query)).toEqual({ title: 'a', text: 'b', link: 'c' });
	expect(manifest.shortcuts.map(({ url }) => url)).toEqual(['/catat', '/pengiriman']);
});

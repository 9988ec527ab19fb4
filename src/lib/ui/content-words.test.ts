import { describe, expect, test } from 'vitest';
import { aContent } from '#tests/support/factories.ts';
import { differences } from './content-words.ts';

describe('differences', () => {
	test('equal contents differ in nothing', () => {
		expect(differences(aContent(), aContent())).toEqual([]);
	});

	test('a changed end and an added note are told in words', () => {
		const after = aContent({ endMinute: 570, note: 'Dibantu Rina' });
		expect(differences(aContent(), after)).toEqual([
			{ key: 'time', label: 'Jam', before: '08.00–09.00', after: '08.00–09.30' },
			{ key: 'note', label: 'Catatan tambahan', before: '', after: 'Dibantu Rina' }
		]);
	});
});

import { describe, expect, test } from 'vitest';
import { aContent } from '#tests/support/factories.ts';
import { differences, factsIn } from './content-words.ts';
import { messages } from './messages/messages.ts';

describe('differences', () => {
	test('equal contents differ in nothing', () => {
		expect(differences(aContent(), aContent())).toEqual([]);
	});

	test('a changed end and an added note are told in words', () => {
		const after = aContent({ endMinute: 570, note: 'Dibantu Rina' });
		expect(differences(aContent(), after)).toEqual([
			{ key: 'endMinute', label: 'Jam selesai', before: '09.00', after: '09.30' },
			{ key: 'note', label: 'Catatan tambahan', before: '', after: 'Dibantu Rina' }
		]);
	});

	test('an end on the next day is told from the same hour of the day itself', () => {
		const [end] = differences(aContent({ endMinute: 60 }), aContent({ endMinute: 1_500 }));
		expect([end?.before, end?.after]).toEqual(['01.00', '01.00 (hari berikutnya)']);
	});

	test('another code under the same name is no difference to a reader', () => {
		const activity = { code: 'K1', name: aContent().activity.name };
		expect(differences(aContent(), aContent({ activity }))).toEqual([]);
	});
});

test('a reviewer is told in short when, how long and how much, and what does not count', () => {
	expect(factsIn(aContent({ quantity: 2, unit: 'surat' }))).toEqual([
		messages.when.span(480, 540),
		messages.entry.minutesShort(60),
		'2 surat'
	]);
	const [, minutes] = factsIn(aContent({ effectiveMinutes: 40 }));
	expect(minutes).toBe(messages.entry.minutesOfClock(40, 60));
});

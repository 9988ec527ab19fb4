import { expect, test } from 'vitest';
import { aContent, TODAY } from '#tests/support/factories.ts';
import { seededRandom } from '#tests/support/random.ts';
import { addDays } from './day.ts';
import { type EntryContent, overlaps } from './entry-content.ts';
import { isLikelySameWork } from './same-work.ts';
import { workBeside } from './work-beside.ts';

const on = (date: string, over: Partial<EntryContent> = {}) => ({ date, content: aContent(over) });

test('whatever overlaps or tells of the same work is among it, in the order given', () => {
	const random = seededRandom(7);
	const whole = (below: number) => Math.floor(random() * below);
	const all = Array.from({ length: 200 }, () => {
		const startMinute = whole(48) * 30;
		return on(addDays(TODAY, -whole(5)), {
			startMinute,
			endMinute: startMinute + whole(48) * 30,
			description: ['Rapat', 'Surat'][whole(2)] ?? '',
			activity: { code: null, name: ['Apel', 'Arsip'][whole(2)] ?? '' }
		});
	});
	const beside = workBeside(all);
	for (const work of all) {
		const matters = (other: (typeof all)[number]) =>
			overlaps(work, other) || isLikelySameWork(work, other);
		expect(beside(work).filter(matters)).toEqual(all.filter(matters));
	}
});

test('work of another time that says something else is not', () => {
	const work = on(TODAY);
	const later = on(TODAY, { startMinute: 600, endMinute: 660, description: 'Apel' });
	const before = on(addDays(TODAY, -1));
	expect(workBeside([before, work, later])(work)).toEqual([work]);
});

test('of much work of a day that shares nothing, each piece is compared with itself alone', () => {
	const all = Array.from({ length: 150 }, (_unused, index) =>
		on(TODAY, { startMinute: index * 5, endMinute: index * 5 + 5, description: `Surat ${index}` })
	);
	expect(all.flatMap(workBeside(all))).toEqual(all);
});

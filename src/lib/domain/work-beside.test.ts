import { expect, test } from 'vitest';
import { aContent, TODAY } from '#tests/support/factories.ts';
import { seededRandom } from '#tests/support/random.ts';
import { addDays } from './day.ts';
import { type EntryContent, overlaps } from './entry-content.ts';
import { workBeside } from './work-beside.ts';

const on = (date: string, over: Partial<EntryContent> = {}) => ({ date, content: aContent(over) });

test('whatever overlaps is among it, in the order given', () => {
	const random = seededRandom(7);
	const whole = (below: number) => Math.floor(random() * below);
	const all = Array.from({ length: 200 }, () => {
		const startMinute = whole(48) * 30;
		return on(addDays(TODAY, -whole(5)), {
			startMinute,
			endMinute: startMinute + (1 + whole(48)) * 30
		});
	});
	const beside = workBeside(all);
	for (const work of all) {
		expect(beside(work)).toEqual(all.filter((other) => overlaps(work, other)));
	}
});

test('of much work of a day that shares nothing, each piece is compared with itself alone', () => {
	const all = Array.from({ length: 150 }, (_unused, index) =>
		on(TODAY, { startMinute: index * 5, endMinute: index * 5 + 5, description: `Surat ${index}` })
	);
	expect(all.flatMap(workBeside(all))).toEqual(all);
});

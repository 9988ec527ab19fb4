import { describe, expect, test } from 'vitest';
import { afterStory } from '#tests/support/factories.ts';
import { approve, correct, giveBack, submit, undo } from '#tests/support/story.ts';
import { type Entry } from './entry.ts';
import { answeredReturn, contentsByVersion } from './entry-versions.ts';

/** What was given back and what stands now. */
function quantities(entry: Entry): (number | undefined)[] {
	return [answeredReturn(entry)?.content.quantity, entry.content.quantity];
}

describe('answeredReturn', () => {
	test('gives what the reviewer saw, after one answer or several', () => {
		expect(quantities(afterStory([submit, giveBack, correct(3)]))).toEqual([1, 3]);
		expect(quantities(afterStory([submit, giveBack, correct(3), correct(4)]))).toEqual([1, 4]);
	});

	test('of two returns the last one counts', () => {
		const story = [submit, giveBack, correct(3), giveBack, correct(4)];
		expect(quantities(afterStory(story))).toEqual([3, 4]);
	});

	test('a return that waits for its answer, or was taken back, is none', () => {
		expect(answeredReturn(afterStory([submit, giveBack]))).toBeUndefined();
		expect(answeredReturn(afterStory([submit, giveBack, undo]))).toBeUndefined();
		expect(answeredReturn(afterStory([submit, giveBack, undo, correct(2)]))).toBeUndefined();
		expect(answeredReturn(afterStory([submit, correct(2)]))).toBeUndefined();
	});

	test('a decision made on the answer ends it, until it is taken back', () => {
		const story = [submit, giveBack, correct(3), approve];
		expect(answeredReturn(afterStory(story))).toBeUndefined();
		expect(quantities(afterStory([...story, undo]))).toEqual([1, 3]);
	});
});

test('a decision leaves the content it was made on', () => {
	const entry = afterStory([submit, giveBack, correct(3)]);
	expect([...contentsByVersion(entry).values()].map(({ quantity }) => quantity)).toEqual([1, 1, 3]);
});

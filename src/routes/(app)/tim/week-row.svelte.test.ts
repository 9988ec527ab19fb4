// @vitest-environment jsdom
import { flushSync, mount, unmount } from 'svelte';
import { expect, test } from 'vitest';
import { SITI } from '#tests/support/factories.ts';
import { type LineLook, lookOf } from './week-look.ts';
import WeekRow from './WeekRow.svelte';

const DAY = '2026-11-24';

function lineWith(minutes: number): LineLook {
	const cell = { day: DAY, isReviewed: true, count: 1, minutes, waiting: 0, returned: 0 };
	const [line] = lookOf({ days: [DAY], lines: [{ nip: SITI, name: 'Siti', cells: [cell] }] }).lines;
	if (!line) throw new Error('one line in, one line out');
	return line;
}

test('a line shows what is new at once, except while the browser skips it', () => {
	const props = $state({ line: lineWith(10), later: lineWith(10), today: DAY });
	const row = mount(WeekRow, { target: document.body, props });
	const skip = (skipped: boolean) => {
		const event = Object.assign(new Event('contentvisibilityautostatechange'), { skipped });
		document.querySelector('tr')?.dispatchEvent(event);
	};
	const shown = () => {
		flushSync();
		return document
			.querySelector('a')
			?.getAttribute('aria-label')
			?.match(/\d+ menit/)?.[0];
	};
	props.line = lineWith(20);
	expect(shown()).toBe('20 menit');
	skip(true);
	expect(shown()).toBe('10 menit');
	props.later = lineWith(30);
	expect(shown()).toBe('30 menit');
	skip(false);
	expect(shown()).toBe('20 menit');
	void unmount(row);
});

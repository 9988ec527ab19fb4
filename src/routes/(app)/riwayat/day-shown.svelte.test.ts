import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import { DayShown } from './day-shown.svelte.ts';

function setUp() {
	let named = $state('2026-11-24');
	const frames: (() => void)[] = [];
	const steps: { day: string; arrive: () => void }[] = [];
	const shown = new DayShown({
		addressed: () => named,
		afterFrame: (then) => void frames.push(then)
	});
	const show = (day: string) =>
		shown.show(
			day,
			() =>
				new Promise((resolve) => {
					const arrive = () => {
						named = day;
						resolve();
					};
					steps.push({ day, arrive });
				})
		);
	return { shown, show, frames, steps, go: (day: string) => (named = day) };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

test('what is tapped is shown before the address names it, and the address is asked for after the frame', async () => {
	const { shown, show, frames, steps, go } = setUp();
	show('2026-11-03');
	expect(shown.current).toBe('2026-11-03');
	expect(steps).toEqual([]);

	frames[0]?.();
	steps[0]?.arrive();
	await settled();
	expect(shown.current).toBe('2026-11-03');

	go('2026-11-24'); // as when somebody goes back
	flushSync();
	expect(shown.current).toBe('2026-11-24');
});

test('the address of an earlier tap takes nobody back from a later one', async () => {
	const { shown, show, frames, steps } = setUp();
	show('2026-11-03');
	frames[0]?.();
	show('2026-10-31');
	steps[0]?.arrive();
	await settled();
	expect(shown.current).toBe('2026-10-31');

	frames[1]?.();
	steps[1]?.arrive();
	await settled();
	expect(shown.current).toBe('2026-10-31');
	expect(steps.map(({ day }) => day)).toEqual(['2026-11-03', '2026-10-31']);
});

import { expect, test } from 'vitest';
import { type DiscardRefused } from '#lib/db/stuck.ts';
import { err, ok, type Result } from '#lib/domain/result.ts';
import { throwAwayWhenStill } from './throw-away.ts';

async function throwAway(answers: readonly Result<number, DiscardRefused>[]) {
	let asked = 0;
	let waitedMs = 0;
	const last = answers.at(-1) ?? ok(0);
	const gone = await throwAwayWhenStill(
		() => Promise.resolve(answers[asked++] ?? last),
		(ms) => Promise.resolve((waitedMs += ms))
	);
	return { gone, asked, waitedMs };
}

const onItsWay = err({ type: 'on-its-way' } as const);

test('an attempt to send that is being made is waited for', async () => {
	const done = await throwAway([onItsWay, onItsWay, ok(1)]);
	expect(done).toEqual({ gone: ok(1), asked: 3, waitedMs: 1_000 });
});

test('one that lasts is told of', async () => {
	const { gone, waitedMs } = await throwAway([onItsWay]);
	expect(gone).toEqual(onItsWay);
	expect(waitedMs).toBeLessThan(5_000);
});

test('whatever else is refused is told at once', async () => {
	const refused = err({ type: 'more-than-told' } as const);
	expect(await throwAway([refused, ok(1)])).toEqual({ gone: refused, asked: 1, waitedMs: 0 });
});

import { expect, test } from 'vitest';
import { HeldBytes } from './held-bytes.ts';
import { type ProblemError } from './problem-error.ts';

const SLOT_MS = 5_000;
const REFUSED = expect.objectContaining({
	problem: expect.objectContaining({ type: 'overloaded', retryAfterMs: SLOT_MS }) as unknown
}) as Error;

const heldBytes = () => new HeldBytes(100, () => SLOT_MS);

test('all requests together hold no more than there is room for', () => {
	const held = heldBytes();
	held.open().add(60);
	const other = held.open();
	other.add(40);
	expect(() => other.add(1)).toThrow(REFUSED);
});

test('what is given back can be held by others, whether it was refused more or not', () => {
	const held = heldBytes();
	const one = held.open();
	one.add(100);
	expect(() => one.add(1)).toThrow(REFUSED);
	one.release();
	expect(() => held.open().add(100)).not.toThrow();
});

test('giving back twice gives back once', () => {
	const held = heldBytes();
	const one = held.open();
	one.add(50);
	held.open().add(50);
	one.release();
	one.release();
	expect(() => held.open().add(51)).toThrow(REFUSED);
});

test('what is inflated after the connection broke takes no room for ever', () => {
	const held = heldBytes();
	const gone = held.open();
	gone.release();
	gone.add(100);
	expect(() => held.open().add(100)).not.toThrow();
});

test('I10: each for whom there is no room is given a slot of his own', () => {
	let slotMs = 0;
	const held = new HeldBytes(100, () => (slotMs += 10));
	const waits = [1, 2, 3].map(() => {
		try {
			held.open().add(101);
		} catch (error) {
			return (error as ProblemError).problem.retryAfterMs;
		}
	});
	expect(waits).toEqual([10, 20, 30]);
});

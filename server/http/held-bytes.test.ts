import { expect, test } from 'vitest';
import { HeldBytes } from './held-bytes.ts';

const REFUSED = expect.objectContaining({
	problem: expect.objectContaining({ type: 'overloaded', retryAfterMs: 5_000 }) as unknown
}) as Error;

test('all requests together hold no more than there is room for', () => {
	const held = new HeldBytes(100);
	held.open().add(60);
	const other = held.open();
	other.add(40);
	expect(() => other.add(1)).toThrow(REFUSED);
});

test('what is given back can be held by others, whether it was refused more or not', () => {
	const held = new HeldBytes(100);
	const one = held.open();
	one.add(100);
	expect(() => one.add(1)).toThrow(REFUSED);
	one.release();
	expect(() => held.open().add(100)).not.toThrow();
});

test('giving back twice gives back once', () => {
	const held = new HeldBytes(100);
	const one = held.open();
	one.add(50);
	held.open().add(50);
	one.release();
	one.release();
	expect(() => held.open().add(51)).toThrow(REFUSED);
});

test('what is inflated after the connection broke takes no room for ever', () => {
	const held = new HeldBytes(100);
	const gone = held.open();
	gone.release();
	gone.add(100);
	expect(() => held.open().add(100)).not.toThrow();
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMac, MAC_CHARACTERS, sameMac } from './mac.ts';

const SECRET = Buffer.alloc(32, 7);
const mac = createMac(SECRET, 'contact');
const part = fc.oneof(fc.string(), fc.integer(), fc.boolean());

describe('createMac', () => {
	test('the same parts give the same hash, in every process with the secret', () => {
		expect(createMac(Buffer.from(SECRET), 'contact')('a', 1)).toBe(mac('a', 1));
		expect(mac('a', 1)).toMatch(new RegExp(`^[\\w-]{${MAC_CHARACTERS}}$`));
	});

	test('other parts, another purpose or another secret give another hash', () => {
		expect(mac('a', 2)).not.toBe(mac('a', 1));
		expect(createMac(SECRET, 'session')('a', 1)).not.toBe(mac('a', 1));
		expect(createMac(Buffer.alloc(32, 8), 'contact')('a', 1)).not.toBe(mac('a', 1));
	});

	test('no two lists of parts are taken for one another', () => {
		const lists = fc.tuple(fc.array(part), fc.array(part));
		fc.assert(
			fc.property(lists, ([left, right]) => {
				fc.pre(JSON.stringify(left) !== JSON.stringify(right));
				expect(mac(...left)).not.toBe(mac(...right));
			})
		);
		expect(mac('a', 'b')).not.toBe(mac('ab'));
		expect(mac('1')).not.toBe(mac(1));
	});
});

test.each([
	['abc', 'abc', true],
	['abc', 'abd', false],
	['abc', 'ab', false],
	['', 'a', false],
	['é', 'ee', false]
])('%s and %s are the same: %s', (left, right, expected) => {
	expect(sameMac(left, right)).toBe(expected);
});

// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { marking } from './page-mark.ts';

test('the page is marked until the last box of its kind has gone', () => {
	const isMarked = () => document.documentElement.hasAttribute('data-has-bottom-bar');
	const gone = [marking('hasBottomBar')(), marking('hasBottomBar')()] as const;
	expect(isMarked()).toBe(true);
	gone[0]();
	expect(isMarked()).toBe(true);
	gone[1]();
	expect(isMarked()).toBe(false);
});

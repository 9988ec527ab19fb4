import { expect, test } from 'vitest';
import { isSignIn, signInPath, wantedPath } from './sign-in-path.ts';

const there = (path: string) => new URL(path, 'http://app.test');

test.each(['/', '/catat', '/kegiatan/e1?dari=tim&x=%2F'])(
	'who came for %s goes there after the sign-in',
	(path) => {
		const signIn = there(signInPath(there(path)));
		expect(isSignIn(signIn)).toBe(true);
		expect(wantedPath(signIn.searchParams)).toBe(path);
	}
);

test.each(['https://other.test', '//other.test', '/\\other.test', ''])(
	'a sign-in does not lead to %s',
	(elsewhere) => expect(wantedPath(new URLSearchParams({ ke: elsewhere }))).toBe('/')
);

test('a screen is no sign-in', () => {
	expect(['/', '/catat', '/masukan'].map((path) => isSignIn(there(path)))).toEqual([
		false,
		false,
		false
	]);
});

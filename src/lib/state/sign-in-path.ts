/** The address of the sign-in, and where one wanted to go before it. */
const WANTED = 'ke';

type Address = { readonly pathname: string; readonly search: string };

export function signInPath({ pathname, search }: Address): `/masuk${string}` {
	const wanted = pathname + search;
	return wanted === '/' ? '/masuk' : `/masuk?${WANTED}=${encodeURIComponent(wanted)}`;
}

export const isSignIn = ({ pathname }: Address): boolean => /^\/masuk\/?$/.test(pathname);

/** Help is for everybody, and above all for who can't sign in. */
export const isHelp = ({ pathname }: Pick<Address, 'pathname'>): boolean =>
	/^\/bantuan(?:\/|$)/.test(pathname);

/** Only addresses of this app; `/` without a wish. */
export function wantedPath(query: URLSearchParams): string {
	const wanted = query.get(WANTED) ?? '/';
	return /^\/(?![/\\])/.test(wanted) ? wanted : '/';
}

/**
 * A hint that can be read before any database: somebody worked here when the app was open last. Screens are
 * then fetched while the databases open. Where it is wrong, or can't be kept, opening only takes longer.
 */
type Hints = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** `app.html` looks at it, too, before any program is here. */
const KEY = 'expectsScreens';

export function expectsScreens(hints: Hints): boolean {
	try {
		return hints().getItem(KEY) !== null;
	} catch {
		// A browser that keeps no hints has kept none.
		return false;
	}
}

export function expectScreens(hints: Hints, isExpected: boolean): void {
	try {
		if (isExpected) hints().setItem(KEY, 'yes');
		else hints().removeItem(KEY);
	} catch {
		// This browser keeps no hints.
	}
}

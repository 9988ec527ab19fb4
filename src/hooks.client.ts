import { openApp } from '#lib/state/app.ts';
import { readChoice } from '#lib/state/choices.ts';
import { expectsScreens } from '#lib/state/expect-screens.ts';
import { isHelp, isSignIn, signInPath } from '#lib/state/sign-in-path.ts';
import { loadLanguage } from '#lib/ui/messages/language.ts';

/** A slow device shows the page it was asked for first; that page goes to the sign-in by itself. */
const OPEN_WITHIN_MS = 1_000;

/**
 * Before the first page: the language is in place, and who isn't signed in loads the sign-in, and no
 * screen for nothing.
 */
export async function init(): Promise<void> {
	// A page that practises brings the screens when it opens, and they take the words they find.
	await readLanguage();
	// Begun here, so that nothing waits for it later; the first page tells when it fails.
	void openApp().catch(() => undefined);
	// Where screens will be needed, they are fetched while the databases open.
	if (!expectsScreens(() => localStorage)) await goToSignIn();
}

async function readLanguage(): Promise<void> {
	try {
		await loadLanguage(readChoice(() => localStorage, 'language'));
	} catch {
		// Not on this device and no line to fetch it: Indonesian can be read meanwhile.
		document.documentElement.lang = 'id';
	}
}

async function goToSignIn(): Promise<void> {
	const isOpen = await Promise.race([
		openApp().then(
			({ session }) => session !== undefined && !session.mustChangePassword,
			// The first page tells what is wrong.
			() => true
		),
		new Promise<true>((resolve) => setTimeout(() => resolve(true), OPEN_WITHIN_MS))
	]);
	if (!isOpen && !isSignIn(location) && !isHelp(location))
		history.replaceState(history.state, '', signInPath(location));
}

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
	// While the databases open. When it fails, the screen that needs them says so.
	if (expectsScreens(() => localStorage))
		void import('./routes/(app)/Frame.svelte').catch(() => {});
	await goToSignIn();
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

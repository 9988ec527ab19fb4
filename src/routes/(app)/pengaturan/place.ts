/** Where the app would be installed, told from what the browser says of itself. */
import { needsHomeScreen } from '../pengiriman/home-screen.ts';

export const PLACES = ['android', 'apple', 'desktop'] as const;
export type Place = (typeof PLACES)[number];

type Browser = { readonly userAgent: string; readonly maxTouchPoints: number };

export function placeOf(browser: Browser): Place {
	if (needsHomeScreen({ ...browser, isStandalone: false })) return 'apple';
	return browser.userAgent.includes('Android') ? 'android' : 'desktop';
}

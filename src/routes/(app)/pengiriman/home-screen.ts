/**
 * Whether this is an iPhone or iPad on which the app is not on the home screen: there the browser
 * removes what a site stored after seven days without a visit.
 */
type Browser = {
	readonly userAgent: string;
	readonly maxTouchPoints: number;
	readonly isStandalone: boolean;
};

export function needsHomeScreen({ userAgent, maxTouchPoints, isStandalone }: Browser): boolean {
	// An iPad says it is a Mac; no Mac has a touch screen.
	const isIos =
		/iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
	return isIos && !isStandalone;
}

export function readBrowser(): Browser {
	const { userAgent, maxTouchPoints } = navigator;
	const isStandalone =
		('standalone' in navigator && navigator.standalone === true) ||
		matchMedia('(display-mode: standalone)').matches;
	return { userAgent, maxTouchPoints, isStandalone };
}
